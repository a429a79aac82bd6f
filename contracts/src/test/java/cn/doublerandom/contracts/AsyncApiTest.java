package cn.doublerandom.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The document of our topics is one of AsyncAPI 3, by the schema its authors publish ({@code
 * spec-json-schemas} 6.11.1, Apache-2.0, kept as it is but for its blanks).
 */
class AsyncApiTest {
  private static final Path SPECIFICATION = Path.of("src/test/resources/asyncapi/3.0.0.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Schema specification = specification();

  private static Schema specification() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(Files.readString(SPECIFICATION), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> document() throws IOException {
    return new Yaml().load(Files.readString(Path.of("src/main/resources/asyncapi.yaml")));
  }

  @Test
  void the_document_is_what_its_specification_asks_for() throws IOException {
    assertThat(specification.validate(JSON.writeValueAsString(document()), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void a_document_without_a_title_or_with_a_word_nobody_knows_is_none() throws IOException {
    Map<String, Object> untitled = document();
    untitled.remove("info");
    assertThat(specification.validate(JSON.writeValueAsString(untitled), InputFormat.JSON))
        .isNotEmpty();
    Map<String, Object> strange = document();
    strange.put("chanels", Map.of());
    assertThat(specification.validate(JSON.writeValueAsString(strange), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void every_message_has_an_example_that_is_what_we_promise_never_to_change() throws IOException {
    var components = (Map<?, ?>) document().get("components");
    Map<?, ?> messages = (Map<?, ?>) components.get("messages");
    assertThat(messages).isNotEmpty();
    for (var entry : messages.entrySet()) {
      var examples = (List<?>) ((Map<?, ?>) entry.getValue()).get("examples");
      assertThat(examples).as("%s", entry.getKey()).isNotEmpty();
      Object payload = ((Map<?, ?>) examples.getFirst()).get("payload");
      Path golden = Path.of("src/test/resources/golden", entry.getKey() + ".json");
      assertThat(JSON.readTree(JSON.writeValueAsString(payload)))
          .as("%s", entry.getKey())
          .isEqualTo(JSON.readTree(Files.readString(golden)));
    }
  }
}
