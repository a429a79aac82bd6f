package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Who asks too often is told when to come again, and takes nothing from the signed-in. */
@QuarkusTest
@QuarkusTestResource(
    value = FakeServices.class,
    initArgs = @ResourceArg(name = "anonymous", value = "5"),
    restrictToAnnotatedClass = true)
class RatesIT {
  @TestHTTPResource("/")
  URI gateway;

  private static HttpResponse<String> send(HttpClient client, URI uri, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void beyond_the_rate_429_says_when_to_come_again() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> refused = null;
      for (int i = 0; i < 20 && refused == null; i++) {
        HttpResponse<String> answer =
            send(client, gateway.resolve("/draw/echo"), "X-Forwarded-For", "6.6.6." + i);
        refused = answer.statusCode() == 429 ? answer : null;
        assertThat(i < 5 ? answer.statusCode() : 200).isEqualTo(200);
      }
      assertThat(refused).isNotNull();
      assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 10L);
      assertThat(new JsonObject(refused.body()).getString("code")).isEqualTo("too-many-requests");
      assertThat(send(client, gateway.resolve("/draw/echo"), "Authorization", "Bearer a.b.c"))
          .returns(200, HttpResponse::statusCode);
      assertThat(send(client, gateway.resolve("/gateway/q/health/live")))
          .returns(200, HttpResponse::statusCode);
    }
  }
}
