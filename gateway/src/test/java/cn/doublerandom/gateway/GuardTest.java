package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
  @Test
  void gateway_and_services_refuse_by_the_same_list() throws IOException {
    JsonObject list = new JsonObject(Files.readString(Path.of("../docs/vectors/path-guard.json")));
    assertThat(Guard.REFUSED).isEqualTo(list.getJsonArray("refused").getList());
    assertThat(Guard.REFUSED_ENDINGS).isEqualTo(list.getJsonArray("refusedEndings").getList());
  }

  @Test
  void gateway_and_services_take_bodies_of_the_same_size_at_the_same_addresses()
      throws IOException {
    JsonObject list = new JsonObject(Files.readString(Path.of("../docs/vectors/body-limits.json")));
    assertThat(BodyLimits.OTHERWISE).isEqualTo(list.getLong("otherwise"));
    JsonObject routes = list.getJsonObject("routes");
    assertThat(BodyLimits.ROUTES.keySet()).isEqualTo(routes.fieldNames());
    BodyLimits.ROUTES.forEach(
        (address, most) -> assertThat(routes.getLong(address)).as(address).isEqualTo(most));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /registry/api/v1/subjects/imports, text/csv, 545259520",
    "POST, /registry/api/v1/subjects/imports, , 545259520",
    "POST, /registry/api/v1/subjects/imports, application/json, 1000000",
    "POST, /registry/api/v1/subjects/imports, ' Application/JSON; charset=utf-8', 1000000",
    "POST, /registry/api/v1/subjects/imports, application/problem+json, 1000000",
    "PUT, /registry/api/v1/subjects/imports, text/csv, 1000000",
    "POST, /registry/api/v1/subjects/imports/, text/csv, 1000000",
    "POST, /registry/api/v1/subjects/x/imports, text/csv, 1000000",
    "POST, /draw/api/v1/subjects/imports, text/csv, 1000000",
    "POST, /notices/imports, text/csv, 1000000",
    "POST, /registry/api/v1/catalogues/2023/imports, text/csv, 33554432",
    "POST, /registry/api/v1/catalogues/a/b/imports, text/csv, 1000000",
    "POST, /draw/api/v1/plans/imports, text/html, 9437184",
    "POST, /inspection/api/v1/visits/d-1-S/evidence, image/jpeg, 22020096",
    "POST, /inspection/ui/visits/d-1-S/evidence, multipart/form-data, 22020096",
    "POST, /inspection/ui/case-files/130534-2025001-001-1/scans, multipart/form-data, 22020096",
    "POST, /publication/ui/objections/d-1-S/7KM3Q-X2345/evidence, multipart/form-data, 9437184",
    "PUT, /inspection/api/v1/visits/d-1-S/evidence/00, application/octet-stream, 1000000"
  })
  void a_body_is_measured_by_its_exact_address_and_kind(
      String method, String path, String mediaType, long most) {
    assertThat(BodyLimits.most(HttpMethod.valueOf(method), path, mediaType)).isEqualTo(most);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/draw/api/v1/tasks/2023001-001/draws", "/q/health", "/a.b/c"})
  void a_plain_path_is_let_through(String path) {
    assertThat(Guard.isRefused(path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/registry/api/v1/subjects, REGISTRY, /registry/api/v1/subjects",
    "/draw/ui/?page=2, DRAW, /draw/ui/?page=2",
    "/publication/ui/, PUBLICATION, /publication/ui/",
    "/, PUBLICATION, /publication/ui/",
    "/notices/7, PUBLICATION, /publication/ui/notices/7",
    "/drawings, PUBLICATION, /publication/ui/drawings"
  })
  void each_path_has_one_destination(String uri, Part part, String asked) {
    assertThat(Destination.of(uri)).isEqualTo(new Destination(part, asked));
  }

  @ParameterizedTest
  @CsvSource({
    "/registry/api/v1/inspectors/I-7/keys?name=张三, /registry/api/v1/inspectors/*",
    "/registry/api/v1/91130534MA0GQ7XXXX, /registry/api/v1/*",
    "/registry/ui/inspectors/zhangsan, /registry/ui/inspectors/*",
    "/draw/ui/verify?token=secret, /draw/ui/verify",
    "/publication/ui/, /publication/ui/",
    "/registry/zhang%20san, /registry/*"
  })
  void the_log_keeps_of_a_path_what_names_nobody(String uri, String shape) {
    assertThat(AccessLog.shape(uri)).isEqualTo(shape);
  }
}
