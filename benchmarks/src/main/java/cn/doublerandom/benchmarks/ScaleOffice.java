package cn.doublerandom.benchmarks;

import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.Hashes;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** What the people of a large office do from the import to the draw, each with his own account. */
final class ScaleOffice {
  private static final long LOOK = 100_000_000L;
  private static final String OFFICE = "示例县交通运输局";
  private static final String SECRET = "5e".repeat(32);
  private static final String SUPERVISOR_KEY = "0a".repeat(32);
  private static final String RECEIPT = "ee".repeat(32);
  private static final Entropy.Contribution A =
      new Entropy.Contribution("纪检监察室", "ab".repeat(16), "123");
  private static final Entropy.Contribution B =
      new Entropy.Contribution("企业代表", "cd".repeat(16), "");

  private final ServiceProcess registry;
  private final ServiceProcess draw;
  private final int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
  private final String task = (year + 1) + "001-001";
  private String drawing = "";

  ScaleOffice(ServiceProcess registry, ServiceProcess draw) {
    this.registry = registry;
    this.draw = draw;
  }

  void importTable(String kind, Path table) throws IOException, InterruptedException {
    Asking.send(
        registry,
        "registrar",
        registry
            .request("/api/v1/" + kind + "/imports", "registrar")
            .header("Content-Type", "text/csv")
            .timeout(Asking.PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofFile(table))
            .build());
  }

  /** The one item becomes the office's. */
  void claim() throws IOException, InterruptedException {
    String mandate = "/api/v1/offices/" + encoded(OFFICE) + "/mandate";
    Asking.write(
        registry,
        "registrar",
        "PUT",
        mandate,
        Map.of(
            "level",
            "COUNTY",
            "document",
            "职能配置规定（示例）",
            "clauses",
            List.of(Map.of("number", "第三条", "duty", "负责道路运输行业监督管理", "fields", List.of("道路运输")))));
    Asking.approve(registry, mandate, mandate + "/approval");
    Asking.post(registry, "registrar", "/api/v1/items/JT-DY-01/claim", Map.of("unit", OFFICE));
  }

  /** The plan with its programme. */
  void plan() throws IOException, InterruptedException {
    String plan = "/api/v1/plans/130534-" + (year + 1);
    Asking.send(
        draw,
        "coordinator",
        draw.request("/api/v1/plans/imports?answer=%s".formatted(window()), "coordinator")
            .header("Content-Type", "text/plain; charset=UTF-8")
            .POST(HttpRequest.BodyPublishers.ofString(table()))
            .build());
    Asking.write(
        draw,
        "coordinator",
        "PUT",
        plan + "/tasks/" + task + "/scope",
        Map.of(
            "subjectKind", "ENTERPRISE", "labels", List.of("道路运输"), "itemFields", List.of("道路运输")));
    Asking.post(draw, "coordinator", plan + "/submission", Map.of());
    Asking.approve(draw, plan + "/draft", plan + "/approval");
    Asking.post(draw, "coordinator", plan + "/report", Map.of("to", "示例市交通运输局"));
    Asking.post(draw, "coordinator", plan + "/publication", Map.of());
    programme();
  }

  /** The plan is numbered as the next year's and drawn in this one: said once more, as asked. */
  private String window() {
    return URLEncoder.encode("2|抽取日期|%d年1月至12月".formatted(year), StandardCharsets.UTF_8);
  }

  private String table() {
    return "抽查计划编号\t抽查计划名称\t抽查任务编号\t抽查任务名称\t抽查类型\t抽查比例\t抽查事项\t抽查对象范围\t发起科（股）室\t联合科（股）室\t抽取日期\n"
        + "%d001\t计划\t001号\t任务\t定向抽查\t1%%\t事项\t范围\t法制安全科\t综合行政执法大队\t%d年1月至12月\n"
            .formatted(year + 1, year)
        + "单位（盖章）："
        + OFFICE
        + "\n";
  }

  private void programme() throws IOException, InterruptedException {
    String programme = "/api/v1/tasks/" + task + "/programme";
    Asking.write(
        draw,
        "coordinator",
        "PUT",
        programme,
        Map.of(
            "title", "第一期",
            "documentNumber", "",
            "items", List.of("按本任务抽查事项"),
            "checkFrom", year + "-01-01",
            "checkTo", year + "-12-31",
            "teams", 4,
            "training", "集中培训",
            "method", "实地检查",
            "contact", "法制安全科"));
    Asking.approve(draw, programme + "/draft", programme + "/approval");
    Asking.post(draw, "coordinator", programme + "/publication", Map.of());
  }

  boolean isKnown(int subjects, int inspectors) throws Exception {
    JsonNode known = draw.get("/api/v1/register");
    return known.path("subjects").asInt() >= subjects
        && known.path("inspectors").asInt() >= inspectors
        && known.path("claimedItems").asInt() > 0;
  }

  private static Map<String, Object> terms() {
    return Map.of(
        "slots", List.of(List.of("unit:综合行政执法大队"), List.of()), "alternates", 3, "cap", 40);
  }

  int preview() throws IOException, InterruptedException {
    JsonNode found =
        Asking.post(draw, "coordinator", "/api/v1/tasks/" + task + "/draw-previews", terms());
    if (!found.path("obstacle").isMissingNode() || found.path("missing").asInt() > 0) {
      throw new IOException("nothing could be drawn: " + found);
    }
    return found.path("size").asInt();
  }

  void freeze() throws IOException, InterruptedException {
    drawing =
        "/api/v1/draws/"
            + Asking.post(draw, "coordinator", "/api/v1/tasks/" + task + "/draws", terms())
                .path("drawId")
                .asText();
  }

  /** Terms read and agreed to, witnesses, promises and the deposit. */
  void prepare() throws IOException, InterruptedException {
    Asking.approve(draw, drawing + "/terms", drawing + "/terms-approval");
    witness(A, "witness-1", "DISCIPLINE_INSPECTION");
    witness(B, "witness-2", "ENTERPRISE");
    Asking.post(draw, "supervisor", "/api/v1/supervisor-keys", Map.of("publicKey", SUPERVISOR_KEY));
    Asking.post(
        draw,
        "coordinator",
        drawing + "/deposit",
        Map.of(
            "operatorCommitment",
            Hashes.ofSecret(SECRET),
            "sealed",
            Base64.getEncoder().encodeToString(new byte[112]),
            "key",
            SUPERVISOR_KEY,
            "receiptHash",
            Hashes.ofReceipt(RECEIPT)));
    Asking.post(
        draw,
        "supervisor",
        drawing + "/deposit-confirmation",
        Map.of("openedCommitment", Hashes.ofSecret(SECRET), "receipt", RECEIPT));
  }

  private void witness(Entropy.Contribution one, String account, String kind)
      throws IOException, InterruptedException {
    Asking.post(
        draw,
        "coordinator",
        drawing + "/witnesses",
        Map.of("name", one.by(), "kind", kind, "account", account));
    Asking.post(
        draw,
        account,
        drawing + "/promises",
        Map.of("by", one.by(), "commitment", one.commitment()));
  }

  void commit() throws IOException, InterruptedException {
    Asking.post(
        draw,
        "coordinator",
        drawing + "/commitment",
        Map.of("executeBy", Instant.now().plus(1, ChronoUnit.DAYS).toString()));
  }

  /** As soon as the commit has been public for its minute. */
  void reveal() throws Exception {
    String from = "";
    while (from.isEmpty() || Instant.now().isBefore(Instant.parse(from))) {
      LockSupport.parkNanos(LOOK);
      from = draw.get(drawing + "/ceremony").path("revealFrom").asText();
    }
    Asking.post(draw, "witness-1", drawing + "/contributions", A.json());
    Asking.post(draw, "witness-2", drawing + "/contributions", B.json());
  }

  int execute() throws IOException, InterruptedException {
    return Asking.post(
            draw, "coordinator", drawing + "/execution", Map.of("operatorSecret", SECRET))
        .path("selected")
        .size();
  }

  /** The address of the draw's page, behind that of the service. */
  String page() {
    return drawing.replace("/api/v1/", "/ui/");
  }

  byte[] bundle() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = draw.download(drawing + "/bundle");
    if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
      throw new IOException("bundle: " + answer.statusCode());
    }
    return answer.body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
