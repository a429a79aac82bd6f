package cn.doublerandom.servicekit.border;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AnswerHeadersTest {
  @Test
  void services_say_what_the_list_for_services_and_gateway_says() throws IOException {
    var list = new JsonObject(Files.readString(Path.of("../docs/vectors/answer-headers.json")));
    assertThat(AnswerHeaders.ALWAYS).isEqualTo(list.getJsonObject("always").getMap());
  }
}
