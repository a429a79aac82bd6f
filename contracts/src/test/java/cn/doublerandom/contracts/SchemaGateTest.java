package cn.doublerandom.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaGateTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path RELEASED = Path.of("src/test/resources/released");
  private static final Path TODAY = Path.of("src/main/resources/schemas");

  static List<Path> released() throws IOException {
    try (Stream<Path> files = Files.walk(RELEASED)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("released")
  void what_was_released_is_still_promised(Path schema) throws IOException {
    Path now = TODAY.resolve(schema.getFileName());
    assertThat(now).as("a released event is never taken back").exists();
    assertThat(
            SchemaGate.breaks(
                JSON.readTree(Files.readString(schema)), JSON.readTree(Files.readString(now))))
        .isEmpty();
  }

  private static List<String> planted(Consumer<ObjectNode> change) throws IOException {
    JsonNode schema = JSON.readTree(Files.readString(TODAY.resolve("DrawCommitted.json")));
    ObjectNode changed = schema.deepCopy();
    change.accept(changed);
    return SchemaGate.breaks(schema, changed);
  }

  @Test
  void an_optional_addition_passes() throws IOException {
    assertThat(
            planted(
                s -> ((ObjectNode) s.get("properties")).putObject("openBy").put("type", "string")))
        .isEmpty();
  }

  @Test
  void planted_breaks_are_caught() throws IOException {
    assertThat(planted(s -> ((ObjectNode) s.get("properties")).remove("commitHash")))
        .containsExactly(".commitHash: is gone");
    assertThat(planted(s -> ((ObjectNode) s.get("properties").get("round")).put("type", "string")))
        .singleElement()
        .asString()
        .contains(".round: type was");
    assertThat(planted(s -> s.withArray("required").add("openBy")))
        .singleElement()
        .asString()
        .contains("required was");
  }
}
