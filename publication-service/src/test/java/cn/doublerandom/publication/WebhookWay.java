package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.publication.result.PublicTerm;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.result.Titles;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** 推送: how a receiver comes to be told, and something there is to tell. */
public final class WebhookWay {
  static final String UNIT = "公路养护中心";
  static final String HOOKS = "/api/v1/webhooks";
  private static final AtomicInteger NEXT = new AtomicInteger();

  private WebhookWay() {}

  /** A person of the section, whose every request is another. */
  public static RequestSpecification as(String account, String role) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", "hook-" + NEXT.incrementAndGet())
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(account, List.of(role), UNIT)));
  }

  static Response ask(String account, String address, String news) {
    return as(account, "publisher")
        .body(Map.of("authority", "清河县财政局", "address", address, "news", List.of(news)))
        .post(HOOKS);
  }

  static Response agree(String account, String id) {
    return as(account, "coordinator")
        .header("If-Match", etag(id))
        .post(HOOKS + "/" + id + "/approval");
  }

  static String etag(String id) {
    return as("JC091", "coordinator").get(HOOKS + "/" + id).header("ETag");
  }

  /** Asked for by one, agreed to by another; its id. */
  public static String opened(String address) {
    String id =
        ask("JC090", address, "RESULT_PUBLISHED").then().statusCode(201).extract().path("id");
    agree("JC091", id).then().statusCode(200);
    return id;
  }

  /** It is paused or ended. */
  public static void act(String id, String act) {
    as("JC090", "publisher")
        .body(Map.of("reason", "接收方升级"))
        .post(HOOKS + "/" + id + "/" + act)
        .then()
        .statusCode(200);
  }

  /** After a pause it is told on. */
  public static void resumed(String id) {
    as("JC090", "publisher").post(HOOKS + "/" + id + "/resumption").then().statusCode(200);
  }

  /** A result of another firm each time. */
  public static void published(CommandHandler<ResultCommand, ResultEvent, Publication> results) {
    String firm = "91130534MA009%04dX".formatted(NEXT.incrementAndGet());
    String draw = "130534-2023099-009-1";
    String resultId = draw + "-" + firm;
    var content =
        new ResultContent(
            resultId,
            draw,
            "2023099",
            "009",
            firm,
            UNIT,
            LocalDate.of(2023, 5, 16),
            LocalDate.of(2023, 6, 13),
            false,
            List.of("A"),
            List.of(new ResultContent.Finding("I-1", "路面养护", List.of("A"))),
            List.of(UNIT),
            "JC081",
            List.of("JC081", "JC082"));
    does(results, resultId, new ResultCommand.ReceiveResult(content));
    does(
        results,
        resultId,
        new ResultCommand.PublishResult(
            "JC082",
            UNIT,
            "清河县推送养护有限公司",
            "11130534MB0000001X",
            LocalDate.of(2023, 6, 1),
            new Titles("随机抽查099", "公路养护企业随机抽查", "不定向抽查", "清河县交通运输局"),
            new PublicTerm(
                LocalDate.of(2999, 6, 1), LocalDate.of(2023, 9, 1), "credit-repair-2023")));
  }

  private static void does(
      CommandHandler<ResultCommand, ResultEvent, Publication> results,
      String resultId,
      ResultCommand command) {
    Instant at = Instant.parse("2023-06-01T02:00:00Z");
    assertThat(
            results
                .within(Scope.HOME)
                .handle(
                    PublicationStreams.RESULT.of(resultId),
                    command,
                    new CommandContext(
                        "JC082",
                        at,
                        at,
                        resultId,
                        resultId,
                        Optional.empty(),
                        OptionalLong.empty()))
                .await()
                .atMost(Duration.ofSeconds(10)))
        .isInstanceOf(Handled.Done.class);
  }
}
