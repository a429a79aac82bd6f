package cn.doublerandom.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
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
}
