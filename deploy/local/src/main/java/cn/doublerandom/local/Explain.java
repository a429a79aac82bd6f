package cn.doublerandom.local;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.EventCodec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells the whole story of a draw or of a subject, from the registry to the public notice. */
@Command(
    name = "explain",
    description = "the story of a draw or a subject over all four services, for people or as JSON")
final class Explain implements Callable<Integer> {
  private static final ObjectMapper JSON = EventCodec.mapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private static final Map<String, String> SERVICES =
      Map.of("registry", "一单两库", "draw", "抽取", "inspection", "检查", "publication", "公示");

  /** What an officer calls each event; the English name stands beside it. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("SubjectRegistered", "登记检查对象"),
          Map.entry("SubjectRevised", "修改检查对象"),
          Map.entry("SubjectStatusChanged", "状态变更"),
          Map.entry("ConflictsDeclared", "申报回避"),
          Map.entry("SubjectNoted", "收到检查对象"),
          Map.entry("DeadlineAlarmed", "计划期限提醒"),
          Map.entry("ProgrammePublished", "公示实施方案"),
          Map.entry("FrameFrozen", "锁定名单"),
          Map.entry("DrawCommitted", "公布承诺值"),
          Map.entry("ContributionRevealed", "见证人揭示"),
          Map.entry("EntropyObserved", "随机数产生"),
          Map.entry("DrawExecuted", "抽取完成"),
          Map.entry("DrawOpened", "启封"),
          Map.entry("DrawOverdue", "逾期"),
          Map.entry("ReplacementRequested", "申请更换"),
          Map.entry("SubjectReplaced", "候补递补"),
          Map.entry("InspectorReplaced", "执法人员更换"),
          Map.entry("VoidApproved", "同意作废"),
          Map.entry("DrawVoided", "抽取作废"),
          Map.entry("VisitAssigned", "分派检查"),
          Map.entry("InspectionStarted", "开始检查"),
          Map.entry("ItemChecked", "逐项作答"),
          Map.entry("InspectionFinished", "检查结束"),
          Map.entry("DeadlineBreached", "逾期未录入"),
          Map.entry("ResultRecorded", "录入结果"),
          Map.entry("PaperFiled", "材料入卷"),
          Map.entry("CaseFileArchived", "归档"),
          Map.entry("DrawCommitmentNoted", "公示承诺值"),
          Map.entry("DrawNoticeIssued", "公示抽查名单"),
          Map.entry("DrawVoidNoted", "公示作废"),
          Map.entry("ResultReceived", "收到结果"),
          Map.entry("ResultPublished", "公示结果"));

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Mixin private final DataOption data = new DataOption();

  @Parameters(index = "0", paramLabel = "ID", description = "draw id or credit code")
  private String key = "";

  @Option(names = "--json", description = "one JSON object a line, with the whole payload")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (key.isBlank() || key.length() > 100) {
      out.println("suite: explain needs a draw id or a subject's code");
      return 2;
    }
    List<Story.Line> story;
    try (var infrastructure = Infrastructure.of(data.directory(), false)) {
      story = Story.of(key, infrastructure.postgres());
    }
    if (story.isEmpty()) {
      out.println("账本中没有 " + key + " / nothing is known of " + key);
      return 1;
    }
    story.forEach(line -> out.println(json ? asJson(line) : asText(line)));
    return 0;
  }

  private String asJson(Story.Line line) {
    Map<String, Object> object = new TreeMap<>();
    object.put("service", line.service());
    object.put("seq", line.seq());
    object.put("stream", line.stream());
    object.put("version", line.version());
    object.put("type", line.type());
    object.put("id", line.id());
    object.put("causationId", line.cause());
    object.put("correlationId", line.correlation());
    object.put("actor", line.actor());
    object.put("at", line.at().toString());
    object.put("recordedAt", line.recordedAt().toString());
    // Who was drawn in a sealed draw is told by its opening and its bundle, not from here.
    boolean sealed = line.type().equals("DrawExecuted") && line.payload().hasNonNull("salt");
    object.put("payload", sealed ? Map.of() : JSON.convertValue(line.payload(), Object.class));
    return CanonicalJson.text(object);
  }

  private String asText(Story.Line line) {
    return "%s  %s #%d  %s（%s）  %s  %s"
        .formatted(
            TIME.format(line.at()),
            SERVICES.get(line.service()),
            line.seq(),
            NAMES.getOrDefault(line.type(), line.type()),
            line.type(),
            line.actor(),
            detail(line));
  }

  private String detail(Story.Line line) {
    JsonNode p = line.payload();
    return switch (line.type()) {
      case "SubjectRegistered", "SubjectRevised" -> join(p.path("details"), "id", "name", "status");
      case "SubjectNoted" -> join(p.path("subject"), "id", "name", "status");
      case "FrameFrozen" -> frame(p.path("frame").path("lists").path("frame"));
      case "DrawCommitted" -> "commitHash=" + p.path("commitHash").asText();
      case "ContributionRevealed" -> p.path("contribution").path("by").asText();
      case "DrawExecuted" -> executed(p);
      case "DrawVoided", "DrawVoidNoted", "VoidApproved" -> p.path("reason").asText();
      case "VisitAssigned" ->
          join(p.path("assignment"), "subjectId") + " " + p.path("assignment").path("inspectors");
      case "InspectionStarted" -> p.path("present").toString();
      case "ItemChecked" ->
          p.path("answer").path("itemCode").asText() + " " + p.path("answer").path("codes");
      case "InspectionFinished", "DeadlineBreached" -> "dueOn=" + p.path("dueOn").asText();
      case "ResultRecorded" -> p.path("codes") + " " + p.path("unit").asText();
      case "ResultPublished" -> join(p, "indexNumber", "index", "on");
      default -> line.stream();
    };
  }

  /** Who was in scope, or where the one subject stood. */
  private String frame(JsonNode frame) {
    for (JsonNode entry : frame) {
      if (entry.path("id").asText().equals(key)) {
        return entry.has("excluded")
            ? "在名单内，不参加抽取：" + entry.path("excluded").asText()
            : "在名单内，层 " + entry.path("stratum").asText();
      }
    }
    return "范围内 " + frame.size();
  }

  private String executed(JsonNode p) {
    if (p.hasNonNull("salt")) {
      return "密封抽取；名单见启封后的公示";
    }
    JsonNode result = p.path("result");
    List<String> selected = new ArrayList<>();
    result.path("selected").forEach(id -> selected.add(id.asText()));
    if (selected.contains(key)) {
      String team =
          StreamSupport.stream(result.path("teams").spliterator(), false)
              .filter(t -> t.path("subject").asText().equals(key))
              .map(t -> t.path("inspectors").toString())
              .findFirst()
              .orElse("[]");
      return "被抽中，检查组 " + team;
    }
    boolean subject = !key.contains("-");
    return (subject ? "未被抽中；" : "") + "抽中 " + selected.size();
  }

  private static String join(JsonNode object, String... members) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String member : members) {
      if (object.has(member)) {
        found.put(member, object.path(member).asText());
      }
    }
    return String.join(" ", found.values());
  }
}
