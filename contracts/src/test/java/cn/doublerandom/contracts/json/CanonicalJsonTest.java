package cn.doublerandom.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
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

  @Test
  void what_has_no_single_form_is_refused() {
    for (Object value :
        List.of(1.5, 1L << 53, Map.of("e\u0301", 1), "e\u0301", "\ud800", List.of(0.1f))) {
      assertThatThrownBy(() -> CanonicalJson.text(value))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
