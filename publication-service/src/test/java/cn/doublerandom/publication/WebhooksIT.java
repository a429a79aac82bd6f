package cn.doublerandom.publication;

import static cn.doublerandom.publication.WebhookWay.HOOKS;
import static cn.doublerandom.publication.WebhookWay.act;
import static cn.doublerandom.publication.WebhookWay.agree;
import static cn.doublerandom.publication.WebhookWay.as;
import static cn.doublerandom.publication.WebhookWay.etag;
import static cn.doublerandom.publication.WebhookWay.resumed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.Noted;
import cn.doublerandom.publication.notice.NoticeCommand;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** 推送: another authority without Kafka is told what is public, by a receiver of this test. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
@Order(TestStack.LAST)
class WebhooksIT {
  private static final Duration LONGEST = Duration.ofSeconds(40);

  @Inject CommandHandler<ResultCommand, ResultEvent, Publication> results;
  @Inject CommandHandler<NoticeCommand, NoticeEvent, Optional<Noted>> notices;
  @Inject Pool pool;
  @Inject RebindingNames names;

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile int status = 204;
  private HttpServer receiver;

  private record Received(String path, HttpHeaders headers, String body) {
    String id() {
      return headers.firstValue("webhook-id").orElseThrow();
    }

    String signatures() {
      return headers.firstValue("webhook-signature").orElseThrow();
    }

    boolean isAcceptedBy(String secret) {
      try {
        new Webhook(secret).verify(body, headers);
        return true;
      } catch (com.standardwebhooks.exceptions.WebhookVerificationException e) {
        return false;
      }
    }
  }

  @BeforeEach
  void opens() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          received.add(
              new Received(
                  exchange.getRequestURI().toString(),
                  HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true),
                  body));
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void closes() {
    receiver.stop(0);
  }

  private String address() {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
  }

  private static Response ask(String account, String address) {
    return WebhookWay.ask(account, address, "RESULT_PUBLISHED");
  }

  private static void end(String id) {
    act(id, "end");
  }

  private static List<String> states(String id) {
    return as("JC091", "coordinator")
        .get(HOOKS + "/" + id + "/messages")
        .then()
        .statusCode(200)
        .extract()
        .path("items.state");
  }

  private void published() {
    WebhookWay.published(results);
  }

  /** Asked for by one, agreed to by another; the secret. */
  private String opened() {
    String id = ask("JC090", address()).then().statusCode(201).extract().path("id");
    return agree("JC091", id).then().statusCode(200).extract().path("secret");
  }

  private String id() {
    return as("JC091", "coordinator")
        .get(HOOKS)
        .then()
        .extract()
        .path("items.find { it.address == '" + address() + "' }.id");
  }

  @Test
  void what_is_published_is_told_signed_to_whoever_two_people_agreed_on() {
    String id = ask("JC090", address()).then().statusCode(201).extract().path("id");
    agree("JC090", id).then().statusCode(403).body("code", equalTo("webhook-by-one-person"));
    String secret = agree("JC091", id).then().statusCode(200).extract().path("secret");
    published();
    await().atMost(LONGEST).until(() -> received.size() == 1);
    Received message = received.getFirst();
    assertThat(message.isAcceptedBy(secret)).isTrue();
    assertThat(message.body()).contains("\"subjectName\":\"清河县推送养护有限公司\"");
    await().atMost(LONGEST).until(() -> states(id).equals(List.of("DELIVERED")));
    noSecretInTheClear(secret);
    end(id);
  }

  @Test
  void that_a_bulletin_holds_no_more_is_told_like_every_other_withdrawal() {
    String id =
        WebhookWay.ask("JC090", address(), "BULLETIN_WITHDRAWN")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String secret = agree("JC091", id).then().statusCode(200).extract().path("secret");
    String bulletin = "130534-2021-1";
    LocalDate day = LocalDate.of(2022, 2, 5);
    published();
    for (NoticeCommand command :
        List.of(
            new NoticeCommand.IssueBulletinNotice(
                new BulletinNotice(
                    bulletin,
                    2021,
                    1,
                    day,
                    day,
                    List.of(new BulletinNotice.OfUnit("道路运输股", 12, 1, 1, 1, 0, 94, 100)),
                    null)),
            new NoticeCommand.AskBulletinWithdrawal("年度检查数重复计算", "DD001", day),
            new NoticeCommand.ApproveBulletinWithdrawal("DD002", day))) {
      Instant at = Instant.parse("2023-06-01T02:00:00Z");
      assertThat(
              notices
                  .within(Scope.HOME)
                  .handle(
                      PublicationStreams.BULLETIN_NOTICE.of(bulletin),
                      command,
                      new CommandContext(
                          "DD001",
                          at,
                          at,
                          bulletin,
                          bulletin,
                          Optional.empty(),
                          OptionalLong.empty()))
                  .await()
                  .atMost(Duration.ofSeconds(10)))
          .isInstanceOf(Handled.Done.class);
    }
    await().atMost(LONGEST).until(() -> received.size() == 1);
    assertThat(received.getFirst().isAcceptedBy(secret)).isTrue();
    assertThat(received.getFirst().body())
        .contains(
            "\"type\":\"cn.doublerandom.BulletinWithdrawn.v1\"",
            "\"bulletinId\":\"130534-2021-1\"",
            "\"reason\":\"年度检查数重复计算\"")
        .doesNotContain("DD00");
    end(id);
  }

  private void noSecretInTheClear(String secret) {
    String key = secret.substring("whsec_".length());
    long rows =
        pool.preparedQuery("SELECT count(*) AS n FROM event WHERE payload::text LIKE $1")
            .execute(io.vertx.mutiny.sqlclient.Tuple.of("%" + key + "%"))
            .await()
            .atMost(Duration.ofSeconds(10))
            .iterator()
            .next()
            .getLong("n");
    assertThat(rows).isZero();
    assertThat(as("JC091", "coordinator").get(HOOKS).asString()).doesNotContain(key);
  }

  @Test
  void what_is_refused_is_tried_again_then_a_dead_letter_that_is_sent_once_more() {
    opened();
    String id = id();
    status = 500;
    published();
    await().atMost(LONGEST).until(() -> states(id).equals(List.of("DEAD")));
    assertThat(received).hasSize(3);
    assertThat(received.stream().map(Received::id).distinct()).hasSize(1);
    status = 204;
    as("JC090", "publisher")
        .post(HOOKS + "/" + id + "/messages/" + received.getFirst().id() + "/redelivery")
        .then()
        .statusCode(200);
    await().atMost(LONGEST).until(() -> states(id).equals(List.of("DELIVERED")));
    assertThat(received.stream().map(Received::id).distinct()).hasSize(1);
    end(id);
  }

  @Test
  void after_a_rotation_both_secrets_sign() {
    String before = opened();
    String id = id();
    String after =
        as("JC091", "coordinator")
            .body(Map.of("hours", 24))
            .post(HOOKS + "/" + id + "/secret")
            .then()
            .statusCode(200)
            .extract()
            .path("secret");
    published();
    await().atMost(LONGEST).until(() -> received.size() == 1);
    assertThat(after).isNotEqualTo(before);
    assertThat(received.getFirst().signatures().split(" ")).hasSize(2);
    assertThat(received.getFirst().isAcceptedBy(before)).isTrue();
    assertThat(received.getFirst().isAcceptedBy(after)).isTrue();
    end(id);
  }

  @Test
  void a_name_that_leads_into_a_house_by_the_time_something_is_sent_is_told_nothing() {
    String host = "receiver.rebinding.test";
    names.lead(host, "127.0.0.1");
    String address = "http://" + host + ":" + receiver.getAddress().getPort() + "/hook";
    String id = ask("JC090", address).then().statusCode(201).extract().path("id");
    agree("JC091", id).then().statusCode(200);
    published();
    await().atMost(LONGEST).until(() -> states(id).equals(List.of("DELIVERED")));

    names.lead(host, "10.0.0.7");
    published();
    await().atMost(LONGEST).until(() -> states(id).contains("DEAD"));
    assertThat(received).hasSize(1);
    assertThat(
            as("JC091", "coordinator")
                .get(HOOKS + "/" + id + "/messages")
                .then()
                .extract()
                .<List<String>>path("items.findAll { it.state == 'DEAD' }.fault"))
        .containsExactly("webhook-address-private");
    ask("JC090", address).then().statusCode(422).body("code", equalTo("webhook-address-private"));
    end(id);
  }

  @Test
  void a_redirect_is_not_followed() {
    opened();
    String id = id();
    status = 302;
    published();
    await().atMost(LONGEST).until(() -> states(id).equals(List.of("DEAD")));
    assertThat(received).extracting(Received::path).containsOnly("/hook");
    end(id);
  }

  @Test
  void a_receiver_that_is_gone_is_told_no_more() {
    opened();
    String id = id();
    status = 410;
    published();
    await()
        .atMost(LONGEST)
        .untilAsserted(() ->
            as("JC091", "coordinator")
                .get(HOOKS + "/" + id)
                .then()
                .body("state", equalTo("ENDED")));
  }

  @Test
  void what_happens_in_a_pause_is_told_after_it() {
    opened();
    String id = id();
    act(id, "pause");
    published();
    await().atMost(LONGEST).until(() -> states(id).equals(List.of("WAITING")));
    assertThat(received).isEmpty();
    resumed(id);
    await().atMost(LONGEST).until(() -> states(id).equals(List.of("DELIVERED")));
    end(id);
  }

  @Test
  void an_address_inside_a_house_is_refused_when_it_is_entered() {
    for (String address : List.of("https://10.0.0.1/", "https://169.254.169.254/latest")) {
      ask("JC090", address).then().statusCode(422).body("code", equalTo("webhook-address-private"));
    }
    ask("JC090", "ftp://127.0.0.1/")
        .then()
        .statusCode(422)
        .body("code", equalTo("webhook-address-unfit"));
  }

  @Test
  void who_publishes_agrees_to_nothing_and_a_visitor_sees_nothing() {
    String id = ask("JC090", address()).then().statusCode(201).extract().path("id");
    as("JC092", "publisher")
        .header("If-Match", etag(id))
        .post(HOOKS + "/" + id + "/approval")
        .then()
        .statusCode(403);
    given().get(HOOKS).then().statusCode(401);
    as("JC093", "inspector").get(HOOKS).then().statusCode(403);
    as("JC090", "publisher")
        .get(HOOKS + "/0000000000000000")
        .then()
        .statusCode(404)
        .body("code", not(equalTo("")));
  }
}
