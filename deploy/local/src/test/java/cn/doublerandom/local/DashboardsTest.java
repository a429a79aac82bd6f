package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dashboards and alarms are files of this house and ask for figures there are. */
class DashboardsTest {
  private static final Path ROOT = Path.of("../..");
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"business", "services"})
  void each_panel_of_a_dashboard_asks_something_and_has_a_place_of_its_own(String name)
      throws IOException {
    JsonNode board = JSON.readTree(ROOT.resolve("deploy/grafana/%s.json".formatted(name)).toFile());

    Set<Integer> ids = new TreeSet<>();
    Set<String> places = new TreeSet<>();
    for (JsonNode panel : board.path("panels")) {
      assertThat(ids.add(panel.path("id").asInt())).as(panel.path("title").asText()).isTrue();
      assertThat(places.add(panel.path("gridPos").toString())).isTrue();
      assertThat(panel.path("targets"))
          .isNotEmpty()
          .allSatisfy(target -> assertThat(target.path("expr").asText()).isNotBlank());
    }
    assertThat(ids).hasSizeGreaterThan(10);
  }

  @Test
  void every_figure_of_this_house_that_is_asked_for_is_explained_to_operations()
      throws IOException {
    String operations = Files.readString(ROOT.resolve("docs/operations.md"));
    assertThat(Queries.all(ROOT).stream().flatMap(query -> query.metrics().stream()).distinct())
        .filteredOn(metric -> metric.startsWith("suite_"))
        .hasSizeGreaterThan(10)
        .allSatisfy(metric -> assertThat(operations).contains("`" + metric));
  }

  /** Left out where Prometheus is not installed ({@code apt-get install prometheus}). */
  @Test
  void promtool_finds_the_alarms_well_formed_and_ringing_when_they_should() throws Exception {
    Path alarms = ROOT.resolve("deploy/prometheus");
    promtool(alarms, "check", "config", "prometheus.yml");
    promtool(alarms, "test", "rules", "rules.test.yml");
  }

  /** The same. */
  @Test
  void promtool_reads_what_each_panel_asks(@TempDir Path directory) throws Exception {
    StringBuilder rules = new StringBuilder("groups:\n  - name: panels\n    rules:\n");
    int number = 0;
    for (Queries.Query query : Queries.all(ROOT)) {
      rules.append("      - record: panel_").append(number++).append('\n');
      rules.append("        expr: '").append(query.text().replace("'", "''")).append("'\n");
    }
    Files.writeString(directory.resolve("panels.yml"), rules);

    promtool(directory, "check", "rules", "panels.yml");
  }

  private static void promtool(Path directory, String... asked) throws Exception {
    Path tool = Path.of("/usr/bin/promtool");
    assumeThat(tool).as("promtool of the package prometheus").exists();
    List<String> command = new ArrayList<>(List.of(tool.toString()));
    command.addAll(List.of(asked));
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
