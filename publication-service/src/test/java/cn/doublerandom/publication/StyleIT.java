package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every part of the page kit, as it comes out of the templates. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
class StyleIT {
  private static final Pattern CONTROL =
      Pattern.compile(
          "<(?:input|select|textarea)\\b(?![^>]*type=\"(?:hidden|radio|checkbox)\")[^>]*>");

  private static String page(String language) {
    return given()
        .header("Accept-Language", language)
        .get("/ui/style")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static List<String> all(String html, String pattern) {
    List<String> found = new ArrayList<>();
    for (Matcher m = Pattern.compile(pattern).matcher(html); m.find(); ) {
      found.add(m.group(1));
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void no_part_brings_a_script_or_a_look_of_its_own(String language) {
    assertThat(page(language))
        .contains("<html lang=\"" + language + "\"")
        .doesNotContain("<script", "style=\"", "<style", "onclick", "http://", "https://")
        .doesNotContain("NOT_FOUND", "{kit:", "{#");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void every_control_has_a_name_that_can_be_heard(String language) {
    String html = page(language);
    List<String> controls = new ArrayList<>();
    for (Matcher m = CONTROL.matcher(html); m.find(); ) {
      controls.add(m.group());
    }

    assertThat(controls).hasSizeGreaterThan(10);
    assertThat(controls)
        .allMatch(control ->
            control.contains("aria-label=")
                || all(control, "id=\"([^\"]+)\"").stream()
                    .anyMatch(id -> html.contains("<label for=\"" + id + "\"")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void a_refusal_leads_to_its_field_and_is_heard_there(String language) {
    String html = page(language);

    List<String> leads = all(html, "href=\"#(bad-[a-z]+)\"");

    assertThat(leads).hasSize(7).allMatch(id -> html.contains("id=\"" + id + "\""));
    assertThat(
            all(html, "aria-describedby=\"([^\"]+)\"").stream()
                .flatMap(ids -> List.of(ids.split(" ")).stream()))
        .allMatch(id -> html.contains("id=\"" + id + "\""));
    assertThat(all(html, " id=\"([^\"]+)\"")).doesNotHaveDuplicates();
    assertThat(html).contains("name=\"_theirs.name\"", "name=\"_take.name\"");
  }
}
