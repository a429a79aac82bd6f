package cn.doublerandom.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Written by another program: docs/vectors/canonical_json.json, from Python's json module. */
  static Stream<JsonNode> vectors() throws IOException {
    return StreamSupport.stream(
        JSON.readTree(Path.of("../docs/vectors/canonical_json.json").toFile()).spliterator(),
        false);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void a_value_has_the_one_form_another_program_gave_it(JsonNode vector) {
    Object value = JSON.convertValue(vector.get("value"), Object.class);
    assertThat(CanonicalJson.text(value)).isEqualTo(vector.get("canonical").asText());
  }

  /** Of these ranges no sign is looked at twice, so each must be what NFC makes of it anywhere. */
  @Test
  void chinese_text_is_its_own_normal_form_beside_whatever_sign() {
    var signs = new StringBuilder();
    for (int[] range :
        new int[][] {{0x20, 0x2ff}, {0x3001, 0x3011}, {0x4e00, 0x9fff}, {0xff01, 0xff5e}}) {
      for (int c = range[0]; c <= range[1]; c++) {
        signs.append((char) c);
        for (String before : List.of("e", "\u0226", "\u4e00", "\u3001", "\uff21")) {
          String text = before + (char) c;
          assertThat(Normalizer.normalize(text, Normalizer.Form.NFC)).isEqualTo(text);
        }
      }
    }
    assertThat(Normalizer.normalize(signs, Normalizer.Form.NFC)).isEqualTo(signs.toString());
  }

  @Test
  void a_text_is_written_alike_beside_others_and_alone() {
    for (String text : List.of("", "道路\"运输\\\n\u0001", "a\u001fb", "（一）、\u00e9", "\ud840\udc00")) {
      var json = new StringBuilder("[");
      CanonicalJson.string(text, json);
      assertThat(json.toString()).isEqualTo("[" + CanonicalJson.text(text));
    }
    assertThatThrownBy(() -> CanonicalJson.string("e\u0301", new StringBuilder()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_has_no_single_form_is_refused() {
    for (Object value :
        List.of(1.5, 1L << 53, Map.of("e\u0301", 1), "e\u0301", "\ud800", List.of(0.1f))) {
      assertThatThrownBy(() -> CanonicalJson.text(value))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** A thousand times a thousand marks put in their order one by one would take minutes. */
  @Test
  void marks_without_end_on_one_sign_are_judged_at_once() {
    String wrong = "\u4e00" + "\u0301\u0323".repeat(250_000);
    String right = "\u4e00" + "\u0323".repeat(250_000) + "\u0301".repeat(250_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThatThrownBy(() -> CanonicalJson.text(wrong))
              .isInstanceOf(IllegalArgumentException.class);
          assertThat(CanonicalJson.text(right)).isEqualTo("\"" + right + "\"");
        });
  }

  @Test
  void many_marks_are_judged_as_the_library_judges_them() {
    var random = new Random(15);
    int[] marks = {0x300, 0x301, 0x323, 0x345, 0x344, 0x340, 0x9be, 0x9c7, 0x20dd, 0x1d165};
    for (int i = 0; i < 5_000; i++) {
      var text = new StringBuilder("e");
      random
          .ints(28 + random.nextInt(12), 0, 1 + random.nextInt(marks.length))
          .map(one -> marks[one])
          .forEach(text::appendCodePoint);
      String sorted = Normalizer.normalize(text, Normalizer.Form.NFC);
      for (String one : List.of(text.toString(), sorted, sorted + text)) {
        assertThat(ComposedText.is(one))
            .as(one)
            .isEqualTo(Normalizer.isNormalized(one, Normalizer.Form.NFC));
      }
    }
  }
}
