package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.PageRun;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.embedded.TwoBureaus;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** 演练: whoever works in a practice bureau sees on every page that it is one. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "inspection"))
class PracticeIT {
  private static final String PRACTICE = "130534.practice";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @Test
  void every_page_says_that_it_is_an_exercise() throws Exception {
    TestStack.announceBureau(kafka, PRACTICE, "清河县示例局", true);
    String bearer = TwoBureaus.bearer(PRACTICE);
    await()
        .untilAsserted(() ->
            given().header("Authorization", bearer).get("/api/v1/waiting").then().statusCode(200));

    Map<String, String> pages =
        new PageRun(URI.create("http://localhost:" + RestAssured.port), "inspection", bearer)
            .pages(
                List.of(Path.of("."), Path.of("../service-kit")), "130534.practice-2023001-001-1");

    assertThat(pages).hasSizeGreaterThan(20);
    assertThat(pages).allSatisfy((at, page) -> assertThat(page).contains("practice\"", ">演练<"));
  }
}
