package cn.doublerandom.draw;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.DrawHistory;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.ReleaseEvent;
import cn.doublerandom.draw.drawing.Roster;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.WitnessKind;
import cn.doublerandom.draw.drawing.application.DrawPapers;
import cn.doublerandom.draw.drawing.application.DrawPapers.Kind;
import cn.doublerandom.draw.drawing.application.DrawStory;
import cn.doublerandom.draw.drawing.application.PrintedDraw;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.draw.plan.PlanTableReader;
import cn.doublerandom.draw.plan.application.PlanAnnexes;
import cn.doublerandom.draw.plan.application.PlanPapers;
import cn.doublerandom.draw.plan.application.PrintedPlan;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.paperkit.PaperCheck;
import cn.doublerandom.servicekit.identity.AccountNames;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an office prints, signs and seals of a plan and of a draw. */
@QuarkusTest
class PapersIT {
  private static final Locale CHINESE = Locale.forLanguageTag("zh-CN");
  private static final String BUREAU = "清河县交通运输局";
  private static final Path MADE = Path.of("target/papers");

  /** The longest a firm's name may be. */
  private static final String LONGEST = "清河县" + "泰业国际汽车维修检测服务连锁经营管理".repeat(2) + "公司";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @Inject DrawPapers papers;
  @Inject PlanAnnexes annexes;
  @Inject PlanPapers plans;

  private static TaskDraws.Executed drawn() {
    return (TaskDraws.Executed) DrawHistory.state(DrawHistory.drawn());
  }

  /**
   * The draw with other firms: the first are given, the others numbered; each class has its own.
   */
  private static PrintedDraw drawnOf(int count, String... names) {
    List<FrameEntry> frame = new ArrayList<>();
    List<FrozenFrame.Named> named = new ArrayList<>();
    List<String> selected = new ArrayList<>();
    List<DrawResult.Team> teams = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = "911305340000%06d".formatted(i);
      frame.add(new FrameEntry(id, List.of("A", "B", "C", "D").get(i * 4 / count)));
      named.add(new FrozenFrame.Named(id, i < names.length ? names[i] : "清河县第" + i + "运输有限公司"));
      selected.add(id);
      teams.add(new DrawResult.Team(id, List.of("JC001", "JC002")));
    }
    return printed(with(drawn(), frame, named, selected, teams));
  }

  private static PrintedDraw printed(TaskDraws.Executed draw) {
    return new PrintedDraw(draw, false, BUREAU);
  }

  private static TaskDraws.Executed with(
      TaskDraws.Executed d,
      List<FrameEntry> frame,
      List<FrozenFrame.Named> named,
      List<String> selected,
      List<DrawResult.Team> teams) {
    FrozenFrame f = d.frame();
    DrawResult r = d.result();
    FrozenFrame other =
        new FrozenFrame(
            f.drawId(),
            f.planId(),
            f.taskId(),
            f.round(),
            f.rulePack(),
            f.rateNum(),
            f.rateDen(),
            new FrozenLists(frame, f.lists().inspectors(), f.lists().recusals()),
            f.slots(),
            f.alternates(),
            f.items(),
            f.checkFrom(),
            f.checkTo(),
            f.strata(),
            f.floor(),
            f.continues(),
            f.unlisted(),
            f.combined(),
            f.excluded(),
            f.frozenBy(),
            f.upcoming(),
            f.registerSeq(),
            f.recusedFrom(),
            f.limits(),
            named,
            null);
    return new TaskDraws.Executed(
        other,
        d.past(),
        d.commit(),
        d.commitHash(),
        new DrawResult(
            r.commitHash(),
            r.entropy(),
            r.vrfProof(),
            r.seed(),
            r.drawn(),
            selected,
            teams,
            r.infeasible()),
        d.resultHash(),
        d.certificate(),
        d.salt(),
        d.executedOn(),
        visiting(teams),
        d.touchedBy(),
        d.terms(),
        d.observed(),
        d.approval());
  }

  private static Roster visiting(List<DrawResult.Team> teams) {
    Map<String, List<String>> members = new HashMap<>();
    teams.forEach(t -> members.put(t.subject(), t.inspectors()));
    members.replace("911305340000000005", List.of("JC001", "JC007"));
    return new Roster(members, Set.of(), Map.of(), Map.of(), List.of(), Map.of(), Map.of());
  }

  private PrintedPlan seedPlan() throws IOException {
    byte[] file = Files.readAllBytes(Path.of("src/test/resources/qinghe-2023-plan.txt"));
    PlanTable table =
        PlanTableReader.read(plans.sheet(file), OptionalInt.of(2023), List.of()).table();
    return new PrintedPlan("130534-2023", 1, LocalDate.of(2023, 1, 29), table, "清交双随机办〔2023〕1号");
  }

  private static byte[] kept(String name, byte[] pdf) throws IOException {
    Files.createDirectories(MADE);
    Files.write(MADE.resolve(name + ".pdf"), pdf);
    return pdf;
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** Without the line breaks a narrow cell makes. */
  private static String joined(byte[] pdf) throws IOException {
    return text(pdf).replaceAll("\\s", "");
  }

  @Test
  void the_annex_has_the_columns_of_the_offices_own_table_and_room_for_its_seal() throws Exception {
    byte[] pdf = kept("annex", annexes.pdf(seedPlan(), CHINESE));
    assertThat(PaperCheck.breaches(pdf)).isEmpty();
    assertThat(joined(pdf))
        .contains("抽查计划编号", "发起科（股）室", "联合科（股）室", "抽取日期", "2023003")
        .contains("在建国省干线、地方道路大中修工程", "（盖章处）", "制表时间", "130534-2023-JH-1", "发文字号：清交双随机办〔2023〕1号")
        .doesNotContain("#");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isOne();
      assertThat(PaperCheck.code(document, 0))
          .isEqualTo("https://jtj.example/publication/ui/plans/130534-2023");
    }
    assertThat(annexes.pdf(seedPlan(), CHINESE)).isEqualTo(pdf);
    assertThat(PaperCheck.breaches(kept("annex-en", annexes.pdf(seedPlan(), Locale.ENGLISH))))
        .isEmpty();
  }

  @Test
  void the_list_names_firms_class_by_class_and_who_visits_them() throws Exception {
    byte[] pdf =
        kept(
            "list",
            papers.pdf(drawnOf(24, "清河县𬭎鑫运输队", "䶮㼆商贸", "𠮷祥货运部", LONGEST), Kind.LIST, 1, CHINESE));
    assertThat(PaperCheck.breaches(pdf)).isEmpty();
    assertThat(joined(pdf))
        .contains("清河县𬭎鑫运输队", "䶮㼆商贸", "〔U+20BB7〕祥货运部", LONGEST)
        .contains("本文件的字库没有下列字", "低风险（A）", "高风险（D）", "JC001、JC002")
        .contains("抽取后的更换", "JC001、JC007")
        .contains("统筹人员", "见证人：纪检监察室", "见证人：企业代表", "监督人", "（盖章处）");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(PaperCheck.code(document, document.getNumberOfPages() - 1))
          .isEqualTo("https://jtj.example/draw/ui/verify?draw=" + DrawHistory.DRAW);
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("抽取名单");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
      assertThat(document.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle())
          .isEqualTo("抽取名单");
    }
  }

  @Test
  void the_record_says_who_promised_and_revealed_what() throws Exception {
    byte[] pdf = kept("record", papers.pdf(printed(drawn()), Kind.RECORD, 1, CHINESE));
    assertThat(PaperCheck.breaches(pdf)).isEmpty();
    String seed = drawn().result().seed().hex();
    assertThat(joined(pdf))
        .contains(seed, drawn().commitHash(), drawn().resultHash())
        .contains("随机数由统筹人员与各见证人共同产生", "纪检监察室", "企业代表", "各层抽取数");
    assertThat(text(pdf)).contains(seed.substring(0, 4) + " " + seed.substring(4, 8));
    assertThat(papers.pdf(printed(drawn()), Kind.RECORD, 1, CHINESE)).isEqualTo(pdf);
    byte[] english =
        kept("record-en", papers.pdf(printed(drawn()), Kind.RECORD, 1, Locale.ENGLISH));
    assertThat(PaperCheck.breaches(english)).isEmpty();
    assertThat(text(english)).contains("Where chance came from").doesNotContain("盖章处）。");
  }

  /** As in the room: somebody came by code, and one who had promised lost his number. */
  private static List<DrawStory.Happened> course() {
    List<DrawEvent> events = new ArrayList<>(DrawHistory.drawn());
    events.add(
        1,
        new DrawEvent.WitnessNamed("群众代表", WitnessKind.PUBLIC, null, "c".repeat(64), "approver-2"));
    events.add(2, new ReleaseEvent.ReleaseRequested("企业代表", "附加码丢了", "coordinator"));
    events.add(3, new ReleaseEvent.PromiseReleased("企业代表", "附加码丢了", "coordinator", "approver-2"));
    List<DrawStory.Happened> course = new ArrayList<>();
    for (DrawEvent event : events) {
      Instant at = Instant.parse("2023-03-15T01:05:00Z").plusSeconds(course.size());
      course.add(
          new DrawStory.Happened(
              event, course.size(), "coordinator", at, DrawHistory.DAY, DrawHistory.DAY));
    }
    return course;
  }

  @Test
  void what_the_office_signs_is_the_whole_course_with_the_names_of_its_people() throws Exception {
    String officer = drawn().result().teams().getFirst().inspectors().getFirst();
    Map<String, String> called = Map.of("coordinator", "王科", "approver-2", "李局", officer, "张三");
    AccountNames.Names names = account -> called.getOrDefault(account, "");
    var draw = new PrintedDraw(drawn(), false, BUREAU, course(), names);
    byte[] pdf = kept("record-office", papers.pdf(draw, Kind.RECORD, 1, CHINESE));
    assertThat(PaperCheck.breaches(pdf)).isEmpty();
    assertThat(joined(pdf))
        .contains("2023-03-1509:05:00锁定第1轮名单王科（coordinator）")
        .contains("向见证人“群众代表”（公众）发见证码")
        .contains("解除指定“企业代表”，其承诺不再算数理由：附加码丢了王科（coordinator）李局（approver-2）同意")
        .contains("统筹人员的秘密密封交存监督人", "监督人启封核对相符", "公布承诺值")
        .contains("承诺值", "结果值", "有零头的由种子决定", "以上记录与现场经过一致")
        .doesNotContain("—", "承诺哈希", "national-2019");
    assertThat(joined(papers.pdf(draw, Kind.LIST, 1, CHINESE))).contains("张三（" + officer + "）");
    byte[] english = kept("record-office-en", papers.pdf(draw, Kind.RECORD, 1, Locale.ENGLISH));
    assertThat(PaperCheck.breaches(english)).isEmpty();
    assertThat(text(english)).contains("agreed to by");
    String everybodys = joined(papers.pdf(printed(drawn()), Kind.RECORD, 1, CHINESE));
    assertThat(everybodys)
        .contains("抽取以前", "承诺值", "以本局打印的抽取记录为准")
        .doesNotContain("附加码", "王科", "以上记录与现场经过一致");
  }

  @Test
  void markup_formulas_and_scripts_in_a_name_are_text() throws Exception {
    String name = "<b>甲</b>&amp;<script>alert(1)</script>=1+1{seed}]]>";
    PrintedDraw draw = drawnOf(4, name);
    assertThat(joined(papers.pdf(draw, Kind.LIST, 1, CHINESE))).contains(name);
    assertThat(papers.page(draw, Kind.LIST, 1, CHINESE))
        .contains("&lt;script&gt;")
        .doesNotContain("<script");
  }

  @Test
  void a_void_draw_says_so_on_paper() throws Exception {
    assertThat(text(papers.pdf(new PrintedDraw(drawn(), true, BUREAU), Kind.LIST, 1, CHINESE)))
        .contains("已经作废");
  }

  @Test
  @Tag("deep")
  void a_list_of_ten_thousand_comes_in_parts_the_last_of_which_is_signed() throws Exception {
    PrintedDraw draw = drawnOf(10_000);
    byte[] first = kept("long", papers.pdf(draw, Kind.LIST, 1, CHINESE));
    assertThat(joined(first)).contains("第1部分，共20部分：第1至500户").doesNotContain("签名：");
    assertThat(joined(papers.pdf(draw, Kind.LIST, 20, CHINESE)))
        .contains("第20部分，共20部分：第9501至10000户", "签名：");
    assertThatThrownBy(() -> papers.pdf(draw, Kind.LIST, 21, CHINESE))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void papers_are_read_by_whoever_reads_what_they_are_of() {
    KnownRegister.tell(kafka);
    int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
    Office.publishedPlan(year, Office.TASKS);
    String plan = Office.plan(year);
    byte[] pdf =
        given()
            .get(plan + "/annex.pdf")
            .then()
            .statusCode(200)
            .contentType("application/pdf")
            .header("Cache-Control", "no-store")
            .extract()
            .asByteArray();
    assertThat(given().get(plan + "/annex.pdf").asByteArray()).isEqualTo(pdf);
    assertThat(given().get(plan + "/annex.html").then().statusCode(200).extract().asString())
        .contains("（盖章处）", "/ui/kit/paper-");
    assertThat(given().header("Accept-Language", "en").get(plan + "/annex.html").asString())
        .contains("lang=\"en\"");
    given().get(plan + "/annex.pdf?lang=fr").then().statusCode(400);
    given().get("/api/v1/plans/130534-1999/annex.pdf").then().statusCode(404);
    for (String paper : List.of("list.pdf", "list.html", "record.pdf", "record.html")) {
      given()
          .get("/api/v1/draws/130534-1999001-001-1/" + paper)
          .then()
          .statusCode(404)
          .body("code", equalTo("draw-unknown"));
    }
    given().get("/api/v1/draws/130534-1999001-001-1/papers/RECORD").then().statusCode(401);
    given().get("/api/v1/draws/130534-1999001-001-1/list.pdf?part=0").then().statusCode(400);
  }
}
