package cn.doublerandom.servicekit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathGuardTest {
  @Test
  void services_and_gateway_refuse_by_the_same_list() throws IOException {
    JsonObject list = new JsonObject(Files.readString(Path.of("../docs/vectors/path-guard.json")));
    assertThat(PathGuard.REFUSED).isEqualTo(list.getJsonArray("refused").getList());
    assertThat(PathGuard.REFUSED_ENDINGS).isEqualTo(list.getJsonArray("refusedEndings").getList());
    assertThat(PathGuard.TABLES).isEqualTo(list.getJsonArray("tables").getList());
    assertThat(PathGuard.MAX_BYTES).isEqualTo(list.getLong("maxBytes"));
    assertThat(PathGuard.MAX_TABLE_BYTES).isEqualTo(list.getLong("maxTableBytes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/draw/api;x=1/v1",
        "/draw/api%3Bx",
        "/draw//api",
        "/draw/./api",
        "/draw/../api",
        "/draw/%2E%2e/api",
        "/draw%2fapi",
        "/draw%5Capi",
        "/draw/.."
      })
  void a_path_that_could_be_read_in_two_ways_is_refused(String path) {
    assertThat(PathGuard.isRefused(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/draw/api/v1/tasks/2023001-001/draws", "/q/health", "/a.b/c"})
  void a_plain_path_is_let_through(String path) {
    assertThat(PathGuard.isRefused(path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"9437184, false", "9437185, true", "99999999999999999999, true", "x, false"})
  void a_body_beyond_nine_megabytes_is_refused_by_its_length(String length, boolean refused) {
    assertThat(PathGuard.isTooLarge("/registry/api/v1/subjects", length)).isEqualTo(refused);
  }
}
