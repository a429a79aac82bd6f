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
  @CsvSource({
    "1000000, 1000000",
    "545259521, 545259521",
    "999999999999, 999999999999",
    "1000000000000, 9223372036854775807",
    "99999999999999999999, 9223372036854775807",
    "x, 0",
    "-1, 0",
    "'', 0",
    ", 0"
  })
  void the_length_a_head_says_is_read_and_what_nobody_could_send_is_endless(
      String said, long bytes) {
    assertThat(PathGuard.length(said)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, true",
    "' Application/JSON ; charset=utf-8', true",
    "application/merge-patch+json, true",
    "text/csv, false",
    "text/json-like, false",
    ", false"
  })
  void json_is_never_a_file(String mediaType, boolean json) {
    assertThat(BodyLimits.isJson(mediaType)).isEqualTo(json);
  }
}
