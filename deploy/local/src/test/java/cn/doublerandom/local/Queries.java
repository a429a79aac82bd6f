package cn.doublerandom.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the dashboards and alarms of deploy/ ask Prometheus. */
final class Queries {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A figure, and in braces which of its series. */
  private static final Pattern SELECTOR =
      Pattern.compile("\\b((?:suite|http_server|jvm)_[a-z_]+|up)\\b(?:\\{([^}]*)})?");

  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=(~?)\"([^\"]*)\"");
  private static final Pattern ALARM = Pattern.compile("^ +expr: (.+)$", Pattern.MULTILINE);

  private Queries() {}

  /**
   * One question.
   *
   * @param where panel or alarm
   */
  record Query(String where, String text) {
    Set<String> metrics() {
      Set<String> metrics = new TreeSet<>();
      selectors().forEach(one -> metrics.add(one.metric()));
      return metrics;
    }

    List<Selector> selectors() {
      List<Selector> all = new ArrayList<>();
      Matcher matcher = SELECTOR.matcher(text);
      while (matcher.find()) {
        Map<String, Pattern> labels = new LinkedHashMap<>();
        Matcher label = LABEL.matcher(matcher.group(2) == null ? "" : matcher.group(2));
        while (label.find()) {
          labels.put(
              label.group(1),
              Pattern.compile(
                  label.group(2).isEmpty() ? Pattern.quote(label.group(3)) : label.group(3)));
        }
        all.add(new Selector(matcher.group(1), labels));
      }
      return all;
    }
  }

  /** Series of a figure. */
  record Selector(String metric, Map<String, Pattern> labels) {
    /** Labels that Prometheus adds, not the service. */
    private static final Set<String> ADDED = Set.of("service", "job", "instance");

    /** Whether a program exports one of them. */
    boolean isIn(String exported) {
      return metric.equals("up")
          || exported
              .lines()
              .filter(line -> line.startsWith(metric + " ") || line.startsWith(metric + "{"))
              .anyMatch(this::matches);
    }

    private boolean matches(String line) {
      return labels.entrySet().stream()
          .filter(label -> !ADDED.contains(label.getKey()))
          .allMatch(label -> {
            Matcher value =
                Pattern.compile("[{,]" + label.getKey() + "=\"([^\"]*)\"").matcher(line);
            return value.find() && label.getValue().matcher(value.group(1)).matches();
          });
    }
  }

  static List<Query> all(Path root) throws IOException {
    List<Query> all = new ArrayList<>();
    for (String name : List.of("business", "services")) {
      JsonNode board =
          JSON.readTree(root.resolve("deploy/grafana/%s.json".formatted(name)).toFile());
      for (JsonNode panel : board.path("panels")) {
        panel
            .path("targets")
            .forEach(target ->
                all.add(new Query(panel.path("title").asText(), target.path("expr").asText())));
      }
    }
    Matcher alarm = ALARM.matcher(Files.readString(root.resolve("deploy/prometheus/rules.yml")));
    while (alarm.find()) {
      all.add(new Query("rules.yml", alarm.group(1)));
    }
    return all;
  }
}
