package cn.doublerandom.pagekit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody must be able to read, by the formula of WCAG 2.2 for contrast. */
class StylesheetTest {
  private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");
  private static final List<String> WORDS =
      List.of("ink", "muted", "accent", "good", "warn", "bad", "sealed");
  private static final double READABLE = 4.5;

  private static Map<String, String> tokens(String scheme) {
    String css = KitFile.STYLESHEET.text();
    int dark = css.indexOf("prefers-color-scheme: dark");
    String block =
        scheme.equals("light")
            ? css.substring(0, dark)
            : css.substring(dark, css.indexOf("* { box-sizing"));
    Map<String, String> tokens = new HashMap<>();
    Matcher matcher = COLOUR.matcher(block);
    while (matcher.find()) {
      tokens.put(matcher.group(1), matcher.group(2));
    }
    return tokens;
  }

  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void every_word_can_be_read_on_every_ground(String scheme) {
    Map<String, String> tokens = tokens(scheme);

    for (String word : WORDS) {
      for (String ground : List.of("surface", "raised")) {
        assertThat(contrast(tokens.get(word), tokens.get(ground)))
            .as("%s on %s, %s", word, ground, scheme)
            .isGreaterThanOrEqualTo(READABLE);
      }
    }
    assertThat(contrast(tokens.get("on-accent"), tokens.get("accent")))
        .isGreaterThanOrEqualTo(READABLE);
  }

  @Test
  void a_colour_is_named_by_a_token_and_stands_nowhere_else() {
    String rules = KitFile.STYLESHEET.text().replaceAll("--[a-z0-9-]+: #[0-9a-f]{6};", "");

    assertThat(rules).doesNotContain("#").doesNotContain("rgb(").doesNotContain("url(");
  }

  @Test
  void a_file_carries_the_hash_of_its_bytes_in_its_name() {
    assertThat(KitFile.STYLESHEET.name()).matches("suite-[0-9a-f]{12}\\.css");
  }

  @Test
  void the_first_page_comes_fast_over_a_county_line() {
    assertThat(KitFile.STYLESHEET.text().getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(20_000);
  }
}
