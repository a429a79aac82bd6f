package cn.doublerandom.local;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.EventCodec;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
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

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Mixin private final DataOption data = new DataOption();

  @Parameters(index = "0", paramLabel = "ID", description = "draw id or credit code")
  private String key = "";

  @Option(names = "--json", description = "one JSON object a line, with the whole payload")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (key.isBlank() || key.length() > 100) {
      throw Refused.line("须给出抽取编号或检查对象编码", "explain needs a draw id or a subject's code");
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
    return "%s  %s #%d  %s（%s）"
        .formatted(
            TIME.format(line.at()),
            SERVICES.get(line.service()),
            line.seq(),
            StoryWords.of(line.type(), line.payload(), key),
            line.actor());
  }
}
