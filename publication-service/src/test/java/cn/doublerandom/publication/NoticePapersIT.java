package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every notice can be kept as a paper that says what its page says and leads to its proof. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
@Order(TestStack.LAST)
class NoticePapersIT {
  private static final String HASH = "e".repeat(64);
  private static final String TASK = "130534-2019001-001";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private void tell(String stream, String type, String json) {
    TestStack.announce(
        kafka,
        (stream.startsWith("bulletin") ? "inspection" : "draw") + ".events.v1",
        stream,
        type,
        PublicationServiceIT.NEXT.getAndIncrement(),
        json);
  }

  private static String page(String place) {
    return given().get("/ui/" + place).asString();
  }

  private static void isLinked(String kinds, String id) {
    assertThat(page(kinds + "/" + id))
        .contains("/publication/api/v1/" + kinds + "/" + id + "/notice.pdf\"");
    given()
        .get("/api/v1/" + kinds + "/" + id + "-none/notice.pdf")
        .then()
        .statusCode(404)
        .body("code", equalTo("notice-unknown"));
    given().get("/api/v1/" + kinds + "/" + id + "/notice.pdf?lang=de").then().statusCode(400);
  }

  private void tellOfPlan(int version) {
    tell(
        "plan-130534-2019",
        "PlanPublished",
        """
        {"planKey":"130534-2019","issuer":"清河县交通运输局","title":"2019年<b>计划","tableDate":"2019年1月6日",
         "publishedOn":"2019-0%3$d-30","tasks":[{"planNumber":"2019001","planName":"随机抽查001",
         "taskNumber":"001","taskName":"道路运输行业随机抽查","drawType":"TARGETED","rate":"%1$d0%%",
         "items":"经营行为、安全生产","scope":"辖区内道路运输企业","leadUnit":"法制安全科","jointUnit":"执法大队",
         "drawPeriod":"2019年3月至11月","drawFrom":"2019-03-01","drawTo":"2019-11-30"}],
         "version":%1$d,"documentNumber":"清交双随机办〔2019〕3号"%2$s}
        """
            .formatted(version, version == 1 ? "" : ",\"reason\":\"新增企业较多\"", 2 * version - 1));
  }

  @Test
  void a_plan_is_kept_with_what_was_adjusted_and_the_version_before() throws Exception {
    tellOfPlan(1);
    tellOfPlan(2);
    await().untilAsserted(() -> assertThat(page("plans/130534-2019")).contains("新增企业较多"));

    isLinked("plans", "130534-2019");
    new NoticePaperWay("plans", "130534-2019")
        .isKept(
            "2019年<b>计划",
            "新增企业较多",
            "清交双随机办〔2019〕3号",
            "10%",
            "20%",
            "2019-01-30",
            "道路运输行业随机抽查",
            "清河县交通运输局");
  }

  @Test
  void a_programme_and_a_bulletin_are_kept() throws Exception {
    tell(
        "programme-" + TASK,
        "ProgrammePublished",
        """
        {"programmeId":"%s","planKey":"130534-2019","planId":"2019001","taskId":"001",
         "batch":1,"title":"2019年第一期实施方案","documentNumber":"清交双随机办〔2019〕5号",
         "items":["经营行为","安全生产"],"checkFrom":"2019-03-20","checkTo":"2019-06-30","teams":6,
         "training":"3月15日集中培训","method":"实地检查","contact":"局法制安全科",
         "approvedOn":"2019-03-10","publishedOn":"2019-03-11"}
        """
            .formatted(TASK));
    tell(
        "bulletin-130534-2018-1",
        "BulletinPublished",
        """
        {"bulletinId":"130534-2018-1","year":2018,"issue":1,"countedOn":"2019-02-01",
         "publishedOn":"2019-02-10","units":[{"unit":"道路运输股","visits":12,"problems":1,"tickets":1,
         "toBePutRight":1,"reminded":0,"points":94,"base":100},{"unit":"港航股","visits":3,"problems":0,
         "tickets":0,"toBePutRight":0,"reminded":0}]}
        """);
    await()
        .untilAsserted(() -> {
          given().get("/ui/programmes/" + TASK).then().statusCode(200);
          given().get("/ui/bulletins/130534-2018-1").then().statusCode(200);
        });

    isLinked("programmes", TASK);
    new NoticePaperWay("programmes", TASK)
        .isKept("2019年第一期实施方案", "3月15日集中培训", "实地检查", "2019-03-10", "2019-03-11", "经营行为");
    isLinked("bulletins", "130534-2018-1");
    new NoticePaperWay("bulletins", "130534-2018-1")
        .isKept("道路运输股", "1/12", "94/100", "2019-02-10");
  }

  private void commit(String draw, int round, String more) {
    tell(
        "task-" + TASK,
        "DrawCommitted",
        """
        {"drawId":"%s","planId":"2019001","taskId":"001","round":%d,"commitHash":"%s","frameSize":20000,
         "executeBy":"2019-03-20T16:00:00Z"%s}
        """
            .formatted(draw, round, HASH, more));
  }

  @Test
  void a_draw_is_kept_from_its_promise_on_and_void_where_it_is() throws Exception {
    String draw = TASK + "-1";
    commit(
        draw,
        1,
        ",\"terms\":[\"第 1 席：大队，名单中 2 人符合\"],\"excludedByHand\":[{\"subject\":\"91130534MA0019002X\","
            + "\"reason\":\"正在搬迁\",\"name\":\"清河县搬迁运输有限公司\"}]");
    await().untilAsserted(() -> given().get("/ui/draws/" + draw).then().statusCode(200));
    isLinked("draws", draw);
    new NoticePaperWay("draws", draw).isKept(HASH, "20,000", "清河县搬迁运输有限公司", "正在搬迁", "名单中2人符合");

    new NoticePaperWay("draws", draw).says("en", "名单中2人符合");
    String told = TASK + "-9";
    commit(
        told,
        9,
        ",\"terms\":[\"第 1 席：大队，名单中 2 人符合\"],\"termsInEnglish\":[\"Seat 1: 大队; 2 of the list fit\"],"
            + "\"chance\":\"靠的是至少一人诚实\",\"chanceInEnglish\":\"They rest on honesty.\"");
    await().untilAsserted(() -> given().get("/ui/draws/" + told).then().statusCode(200));
    new NoticePaperWay("draws", told).says("zh", "名单中2人符合", "靠的是至少一人诚实");
    new NoticePaperWay("draws", told).says("en", "Seat1:大队;2ofthelistfit", "Theyrestonhonesty.");

    tell(
        "task-" + TASK,
        "DrawVoided",
        """
        {"drawId":"%s","reason":"名单有误","requestedBy":"赵局","approvedBy":"钱局","wouldBeResultHash":""}
        """
            .formatted(draw));
    await().untilAsserted(() -> assertThat(page("draws/" + draw)).contains("名单有误"));
    new NoticePaperWay("draws", draw).isKept("名单有误");
  }

  /** The names of the page: whoever is a person stands on paper as he stands there. */
  private static List<String> drawn(String draw) {
    return Jsoup.parse(page("draws/" + draw)).select("td.serial").stream()
        .map(serial ->
            serial.text()
                + serial.parent().select("td.lead").text()
                + serial.parent().select("code").text())
        .map(row -> row.replaceAll("\\s", ""))
        .toList();
  }

  /** A person is told by a code. */
  private static String called(String code) {
    return code.endsWith("7") ? code : "清河县第%s户".formatted(code.substring(14));
  }

  @Test
  void a_list_is_kept_in_parts_each_of_which_says_which_it_is() throws Exception {
    fillsPapersWhoseEverySheetHasItsHeadAndItsNumber(2, 501);
  }

  @Test
  @Tag("deep")
  void two_thousand_drawn_fill_four_papers() throws Exception {
    fillsPapersWhoseEverySheetHasItsHeadAndItsNumber(3, 2_000);
  }

  private void fillsPapersWhoseEverySheetHasItsHeadAndItsNumber(int round, int many)
      throws Exception {
    String draw = TASK + "-" + round;
    commit(draw, round, "");
    List<String> codes =
        IntStream.rangeClosed(1, many).mapToObj(i -> "92130534MA%08d".formatted(i)).toList();
    tell(
        "task-" + TASK,
        "DrawExecuted",
        """
        {"drawId":"%s","planId":"2019001","taskId":"001","round":%d,"commitHash":"%s","resultHash":"%s",
         "frameSize":20000,"selected":[%s],"names":[%s],"teams":[],
         "items":[{"code":"I-1","name":"经营行为"}],
         "checkFrom":"2019-03-01","checkTo":"2019-11-30","executedOn":"2019-03-15"}
        """
            .formatted(
                draw,
                round,
                HASH,
                HASH,
                codes.stream().map(c -> "\"" + c + "\"").collect(Collectors.joining(",")),
                codes.stream()
                    .map(c -> "{\"subject\":\"%s\",\"name\":\"%s\"}".formatted(c, called(c)))
                    .collect(Collectors.joining(","))));
    await().untilAsserted(() -> assertThat(drawn(draw)).hasSize(many));
    List<String> rows = drawn(draw);
    var way = new NoticePaperWay("draws", draw);

    List<String> sheets = new ArrayList<>();
    int parts = Math.ceilDiv(many, 500);
    for (int part = 1; part <= parts; part++) {
      List<String> own = way.sheets(part);
      for (int sheet = 1; sheet <= own.size(); sheet++) {
        assertThat(own.get(sheet - 1)).contains("第%d页，共%d页".formatted(sheet, own.size()));
      }
      sheets.addAll(own);
    }
    assertThat(sheets)
        .filteredOn(sheet -> sheet.contains("户92130534MA"))
        .hasSizeGreaterThan(many / 50)
        .allSatisfy(sheet -> assertThat(sheet).contains("统一社会信用代码/注册号", "登记机关"));
    String all = String.join("", sheets);
    assertThat(rows).first().asString().isEqualTo("1清河县第0001户92130534MA00000001");
    assertThat(all).contains(rows).contains("792130534MA0000000792130534MA00000007");
    assertThat(page("draws/" + draw))
        .contains("notice.pdf?part=%d\"".formatted(parts))
        .doesNotContain("notice.pdf?part=" + (parts + 1));
    given()
        .get("/api/v1/draws/" + draw + "/notice.pdf?part=" + (parts + 1))
        .then()
        .statusCode(404)
        .body(containsString("code"));
    for (String wrong : List.of("0", "2001", "x")) {
      given().get("/api/v1/draws/" + draw + "/notice.pdf?part=" + wrong).then().statusCode(400);
    }
  }
}
