package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.publication.application.LetterTexts;
import cn.doublerandom.publication.letter.Letter;
import cn.doublerandom.publication.letter.LetterCommand;
import cn.doublerandom.publication.letter.LetterEvent;
import cn.doublerandom.publication.letter.LetterKind;
import cn.doublerandom.publication.result.PublicTerm;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.result.Titles;
import cn.doublerandom.servicekit.identity.Rounds;
import cn.doublerandom.servicekit.time.Watch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** 公众来信, from the form to the answer and the deletion of what was written. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
@Order(TestStack.LAST)
class LettersIT {
  private static final String REST = "/api/v1/letters";
  private static final String PAGE = "/ui/letters";
  private static final String DESK = REST + "/desk/";
  private static final String WORDS = "请公开清河县养护公司的抽查结果独一份字样";
  private static final String CONTACT = "13900000000";
  private static final String RESULT = "130534-2023085-008-1-91130534MA0085001X";
  private static final LocalDate ON = LocalDate.of(2023, 6, 1);

  @Inject CommandHandler<ResultCommand, ResultEvent, Publication> results;
  @Inject CommandHandler<LetterCommand, LetterEvent, Letter> letters;
  @Inject LetterTexts texts;
  @Inject Rounds rounds;
  @Inject Pool pool;
  @Inject @Any Instance<Watch> watches;

  private static RequestSpecification as(String account, String role) {
    return given()
        .redirects()
        .follow(false)
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User(account, List.of(role), "法制安全科")));
  }

  private static RequestSpecification json(String account, String role, String key) {
    return as(account, role).contentType("application/json").header("Idempotency-Key", key);
  }

  private static Response write(Map<String, String> body) {
    return given().contentType("application/json").body(body).post(REST);
  }

  private static Map<String, String> letter(String text) {
    return Map.of("kind", "COMPLAINT", "text", text, "contact", CONTACT);
  }

  private static JsonPath written(Map<String, String> body) {
    return write(body).then().statusCode(201).extract().jsonPath();
  }

  private static Response act(String id, String act, String account, String role, Object body) {
    String version =
        as(account, role).get(DESK + id).then().statusCode(200).extract().header("ETag");
    RequestSpecification asked =
        json(account, role, act + "-" + account + "-" + id).header("If-Match", version);
    return (body.equals("") ? asked : asked.body(body)).post(DESK + id + "/" + act);
  }

  private static Response drafts(String id, String account) {
    return act(id, "reply", account, "coordinator", Map.of("text", "已核实，结果已经公示"));
  }

  @Test
  void a_letter_is_answered_by_two_people_and_read_by_who_holds_its_receipt() {
    JsonPath receipt = written(letter(WORDS));
    String id = receipt.getString("id");
    String own = REST + "/" + id + "/" + receipt.getString("code");

    assertThat(receipt.getString("code")).matches("[2-9A-Z]{5}-[2-9A-Z]{5}");
    given()
        .get(own)
        .then()
        .statusCode(200)
        .body("text", equalTo(WORDS), "reply", nullValue(), "kind", equalTo("COMPLAINT"));

    drafts(id, "li").then().statusCode(200).body("stage", equalTo("DRAFTED"));
    given().get(own).then().body("reply", nullValue());
    waitsForTheOthers(id);
    act(id, "reply/approval", "li", "coordinator", "")
        .then()
        .statusCode(403)
        .body("type", containsString("reply-by-one-person"));
    act(id, "reply/refusal", "wang", "approver", Map.of("reason", "请写明日期"))
        .then()
        .statusCode(200)
        .body("stage", equalTo("WAITING"));
    act(id, "reply", "zhao", "coordinator", Map.of("text", "已核实，结果已于六月一日公示"))
        .then()
        .statusCode(200);
    act(id, "reply/approval", "wang", "supervisor", "")
        .then()
        .statusCode(200)
        .body("stage", equalTo("ANSWERED"));

    given().get(own).then().body("reply", equalTo("已核实，结果已于六月一日公示"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            as("li", "coordinator")
                .get(REST + "/desk?stage=ANSWERED")
                .then()
                .body("items.id", hasItem(id)));
    int year = LocalDate.parse(receipt.getString("on")).getYear();
    JsonPath figures =
        given().get(REST + "/figures/" + year).then().statusCode(200).extract().jsonPath();
    assertThat(figures.getLong("received"))
        .isEqualTo(
            figures.getLong("inTime") + figures.getLong("late") + figures.getLong("waiting"));
    assertThat(figures.getLong("inTime")).isPositive();
    theWordsLieBesideTheLedgerAlone();
  }

  @Test
  void who_wrote_a_reply_takes_it_back_and_another_is_written() {
    String id = written(letter("撤回以后再答复")).getString("id");
    Map<String, String> why = Map.of("reason", "依据写错了");

    act(id, "reply/withdrawal", "li", "coordinator", why)
        .then()
        .statusCode(409)
        .body("type", containsString("no-reply-waits"));
    drafts(id, "li").then().statusCode(200);
    waitsForTheOthers(id);
    act(id, "reply/withdrawal", "wang", "approver", why).then().statusCode(403);
    act(id, "reply/withdrawal", "zhao", "coordinator", why)
        .then()
        .statusCode(403)
        .body("type", containsString("reply-of-another"));
    takesBack(id, "words", "。。")
        .statusCode(422)
        .body("type", containsString("change-reason-missing"));
    takesBack(id, "blank", " ").statusCode(400);
    page("zhao", id).body(not(containsString("reply/withdrawal")));
    page("li", id).body(containsString("reply/withdrawal"), containsString("撤回自己拟写的答复"));
    takesBack(id, "back", "依据写错了").statusCode(200).body("stage", equalTo("WAITING"));
    page("zhao", id)
        .body(
            containsString("退回或者撤回的答复"),
            containsString("依据写错了"),
            containsString("撤回的理由"),
            containsString("拟写答复"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            as("wang", "approver")
                .get("/api/v1/waiting")
                .then()
                .body("items.at", not(hasItem("/publication" + PAGE + "/desk/" + id))));
    act(id, "reply/approval", "wang", "approver", "")
        .then()
        .statusCode(409)
        .body("type", containsString("no-reply-waits"));

    act(id, "reply", "zhao", "coordinator", Map.of("text", "已核实，另有依据")).then().statusCode(200);
    typed("zhao", id, " ").statusCode(400);
    typed("zhao", id, "还要再查一查").statusCode(303);
    page("li", id).body(containsString("还要再查一查"), containsString("依据写错了"));
  }

  private static ValidatableResponse takesBack(String id, String key, String reason) {
    return json("li", "coordinator", key + id)
        .body(Map.of("reason", reason))
        .post(DESK + id + "/reply/withdrawal")
        .then();
  }

  private static ValidatableResponse page(String account, String id) {
    return as(account, "coordinator").accept("text/html").get(PAGE + "/desk/" + id).then();
  }

  private static ValidatableResponse typed(String account, String id, String reason) {
    return as(account, "coordinator")
        .accept("text/html")
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("_key", UUID.randomUUID().toString())
        .formParam("reason", reason)
        .post(PAGE + "/desk/" + id + "/reply/withdrawal")
        .then();
  }

  /** What one proposed is no work of his any more, but of everybody who may agree. */
  private static void waitsForTheOthers(String id) {
    String place = "/publication" + PAGE + "/desk/" + id;
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            as("wang", "approver")
                .get("/api/v1/waiting")
                .then()
                .statusCode(200)
                .body("items.at", hasItem(place)));
    as("zhao", "coordinator").get("/api/v1/waiting").then().body("items.at", hasItem(place));
    as("li", "coordinator").get("/api/v1/waiting").then().body("items.at", not(hasItem(place)));
  }

  /** In which tables of the database a word stands in any column. */
  private List<String> tablesWith(String word) {
    List<String> found = new ArrayList<>();
    for (Row table :
        pool.query(
                """
                SELECT format('%I.%I', table_schema, table_name) AS name
                FROM information_schema.tables
                WHERE table_type = 'BASE TABLE'
                  AND table_schema NOT IN ('pg_catalog', 'information_schema')
                """)
            .executeAndAwait()) {
      String name = table.getString("name");
      long rows =
          pool.query(
                  "SELECT count(*) AS n FROM " + name + " AS t WHERE t::text LIKE '%" + word + "%'")
              .executeAndAwait()
              .iterator()
              .next()
              .getLong("n");
      if (rows > 0) {
        found.add(name);
      }
    }
    return found;
  }

  private void theWordsLieBesideTheLedgerAlone() {
    assertThat(tablesWith(WORDS)).containsExactly("letter.content");
    assertThat(tablesWith(CONTACT)).containsExactly("letter.content");
    // What is looked for so is found where it lies: the reply is in the ledger.
    assertThat(tablesWith("结果已于六月一日公示")).isNotEmpty().doesNotContain("letter.content");
  }

  @Test
  void whatever_is_wrong_with_a_receipt_is_one_and_the_same_answer() {
    JsonPath receipt = written(letter("另一封"));
    String id = receipt.getString("id");
    for (String wrong :
        List.of(
            id + "/22222-22222",
            "130534-20230616-2222222222/" + receipt.getString("code"),
            "130534-20230616-2222222222/22222-22222")) {
      given()
          .get(REST + "/" + wrong)
          .then()
          .statusCode(404)
          .body("type", containsString("letter-unknown"));
      given().accept("text/html").get(PAGE + "/" + wrong).then().statusCode(404);
    }
    given()
        .accept("text/html")
        .queryParam("id", id)
        .queryParam("code", "22222-22222")
        .get(PAGE)
        .then()
        .body(containsString("没有这封来信"));
  }

  @Test
  void what_was_written_in_lines_is_read_in_lines() {
    JsonPath receipt = written(letter("第一行\n第二行"));
    given()
        .accept("text/html")
        .get(PAGE + "/" + receipt.getString("id") + "/" + receipt.getString("code"))
        .then()
        .body(containsString("第一行<br>第二行"));
    as("li", "coordinator")
        .accept("text/html")
        .get(PAGE + "/desk/" + receipt.getString("id"))
        .then()
        .body(containsString("第一行<br>第二行"));
  }

  @Test
  void what_no_letter_can_hold_is_refused_at_its_field() {
    write(letter("有\u0000空字符")).then().statusCode(400);
    write(letter("字".repeat(2001))).then().statusCode(400).body("errors.field", hasItem("text"));
    write(letter(" ")).then().statusCode(400).body("errors.field", hasItem("text"));
    write(Map.of("text", "没有类别")).then().statusCode(400);
    Map<String, String> about = new HashMap<>(letter("涉及没有公示的结果"));
    about.put("about", "130534-2023001-001-1-NOBODY");
    write(about)
        .then()
        .statusCode(422)
        .body("type", containsString("letter-about-unknown"), "errors.field", hasItem("about"));
    assertThat(tablesWith("涉及没有公示的结果")).isEmpty();
    given().get(REST + "/figures/1").then().statusCode(400);
  }

  @Test
  void whom_a_letter_is_about_takes_no_part_in_its_answer() {
    published();
    Map<String, String> about = new HashMap<>(letter("检查走过场"));
    about.put("about", RESULT);
    String id = written(about).getString("id");

    for (String concerned : List.of("JC081", "JC082")) {
      drafts(id, concerned)
          .then()
          .statusCode(403)
          .body("type", containsString("letter-by-concerned"));
    }
    drafts(id, "li").then().statusCode(200);
    act(id, "reply/approval", "JC082", "supervisor", "")
        .then()
        .statusCode(403)
        .body("type", containsString("letter-by-concerned"));
    as("JC081", "coordinator")
        .accept("text/html")
        .get(PAGE + "/desk/" + id)
        .then()
        .body(containsString("不能答复这封来信"), not(containsString("同意答复")));
  }

  @Test
  void ninety_days_after_the_answer_what_was_written_is_deleted_and_the_page_says_so() {
    String old = "130534-20230616-OLDLETTER2";
    String waits = "130534-20230616-WAITLETTER";
    for (String id : List.of(old, waits)) {
      rounds
          .as(
              BureauKey.SEED,
              () ->
                  texts.keep(
                      id,
                      new LetterTexts.Content("00", "早就写下的话", ""),
                      Instant.parse("2023-06-16T02:00:00Z")))
          .await()
          .indefinitely();
      does(
          id,
          new LetterCommand.WriteLetter(
              LetterKind.SUGGESTION,
              null,
              false,
              "ab".repeat(32),
              "cd".repeat(32),
              0,
              new Due(ON.plusDays(30), false, new DeadlineBasis("objections-2023", 20, null)),
              ON));
    }
    does(old, new LetterCommand.DraftReply("已采纳", "li", false, ON));
    does(old, new LetterCommand.AgreeToReply("wang", false, ON));

    Watch sweep =
        watches.stream().filter(one -> one.name().startsWith("letters")).findFirst().orElseThrow();
    rounds.as(BureauKey.SEED, () -> sweep.look(BureauKey.SEED)).await().indefinitely();

    as("li", "coordinator")
        .accept("text/html")
        .get(PAGE + "/desk/" + old)
        .then()
        .statusCode(200)
        .body(containsString("已在答复 90 天后删除"), not(containsString("早就写下的话")));
    as("li", "coordinator").get(DESK + waits).then().body("text", equalTo("早就写下的话"));
    as("li", "coordinator")
        .get("/api/v1/waiting")
        .then()
        .body("items.kind", hasItem("letter-overdue"));
  }

  @Test
  void another_bureau_and_other_roles_see_no_letter() {
    String id = written(letter("只给本局看")).getString("id");
    for (String role : List.of("publisher", "inspector", "auditor")) {
      as("sun", role).get(REST + "/desk").then().statusCode(403);
      as("sun", role).get(DESK + id).then().statusCode(403);
    }
    given().get(DESK + id).then().statusCode(401);
    RequestSpecification other =
        given()
            .header(
                "Authorization",
                TestStack.bearer(
                    new DemoIdentity.User(
                        "li", List.of("coordinator"), "法制安全科", List.of("130534.scjg"))));
    assertThat(other.get(DESK + id).statusCode()).isIn(401, 403, 404);
    assertThat(
            letters
                .within(new Scope("130534.scjg"))
                .load(PublicationStreams.LETTER.of(id))
                .await()
                .atMost(Duration.ofSeconds(10))
                .state())
        .isInstanceOf(Letter.Unwritten.class);
  }

  @Test
  void the_pages_work_without_script_in_both_languages() {
    given()
        .accept("text/html")
        .get(PAGE)
        .then()
        .statusCode(200)
        .body(containsString("公众来信"), containsString("平台问题"), containsString("按期答复"));
    given()
        .accept("text/html")
        .header("Accept-Language", "en")
        .get(PAGE)
        .then()
        .body(containsString("Write to the bureau"), containsString("Answered in time"));
    given()
        .accept("text/html")
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("kind", "SUGGESTION")
        .formParam("text", "")
        .post(PAGE)
        .then()
        .statusCode(400)
        .body(containsString("aria-invalid"));
    String receipt =
        given()
            .redirects()
            .follow(false)
            .accept("text/html")
            .contentType("application/x-www-form-urlencoded; charset=UTF-8")
            .formParam("kind", "SUGGESTION")
            .formParam("text", "页面字太小")
            .post(PAGE)
            .then()
            .statusCode(303)
            .extract()
            .header("Location")
            .replaceFirst("^.*/publication/", "/");
    given()
        .accept("text/html")
        .get(receipt)
        .then()
        .statusCode(200)
        .body(containsString("来信回执"), containsString("页面字太小"), containsString("正在办理"));
    as("li", "coordinator")
        .accept("text/html")
        .get(PAGE + "/desk")
        .then()
        .statusCode(200)
        .body(containsString("公众来信办理"));
  }

  private static String sent(String key, String text) {
    return given()
        .redirects()
        .follow(false)
        .accept("text/html")
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("_key", key)
        .formParam("kind", "SUGGESTION")
        .formParam("text", text)
        .post(PAGE)
        .then()
        .statusCode(303)
        .extract()
        .header("Location");
  }

  @Test
  void the_same_form_sent_twice_is_one_letter_with_one_receipt() {
    String form = UUID.randomUUID().toString();

    String receipt = sent(form, "点了两次的话");

    assertThat(sent(form, "点了两次的话")).isEqualTo(receipt);
    assertThat(sent(form, "改过的话")).isNotEqualTo(receipt);
    assertThat(sent(UUID.randomUUID().toString(), "点了两次的话")).isNotEqualTo(receipt);
    assertThat(letters("点了两次的话")).isEqualTo(2);
  }

  @Test
  void a_key_anybody_may_guess_says_nothing_of_a_receipt() {
    assertThat(sent("1", "键太短")).isNotEqualTo(sent("1", "键太短"));
  }

  private int letters(String text) {
    return pool.preparedQuery("SELECT 1 FROM letter.content WHERE text = $1")
        .executeAndAwait(Tuple.of(text))
        .size();
  }

  private void does(String id, LetterCommand command) {
    assertThat(
            letters
                .within(Scope.HOME)
                .handle(PublicationStreams.LETTER.of(id), command, context(id))
                .await()
                .atMost(Duration.ofSeconds(10)))
        .isInstanceOf(Handled.Done.class);
  }

  private static CommandContext context(String cause) {
    Instant at = Instant.parse("2023-06-01T02:00:00Z");
    return new CommandContext(
        "JC082", at, at, cause, cause, Optional.empty(), OptionalLong.empty());
  }

  private void published() {
    var content =
        new ResultContent(
            RESULT,
            "130534-2023085-008-1",
            "2023085",
            "008",
            "91130534MA0085001X",
            "公路养护中心",
            LocalDate.of(2023, 5, 16),
            LocalDate.of(2023, 6, 13),
            false,
            List.of("A"),
            List.of(new ResultContent.Finding("I-1", "路面养护", List.of("A"))),
            List.of("公路养护中心"),
            "JC081",
            List.of("JC081", "JC083"));
    for (ResultCommand command :
        List.of(
            new ResultCommand.ReceiveResult(content),
            new ResultCommand.PublishResult(
                "JC082",
                "公路养护中心",
                "清河县来信养护有限公司",
                "11130534MB0000001X",
                ON,
                new Titles("随机抽查085", "公路养护企业随机抽查", "不定向抽查", "清河县交通运输局"),
                new PublicTerm(
                    LocalDate.of(2999, 6, 1), LocalDate.of(2023, 9, 1), "credit-repair-2023")))) {
      assertThat(
              results
                  .within(Scope.HOME)
                  .handle(PublicationStreams.RESULT.of(RESULT), command, context(RESULT))
                  .await()
                  .atMost(Duration.ofSeconds(10)))
          .isInstanceOf(Handled.Done.class);
    }
  }
}
