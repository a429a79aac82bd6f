package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * The faults of docs/reliability.md: {@code ./suite test --deep} runs two hundred, all kinds, from
 * {@code faults.seed} on; whoever names this class alone meets three.
 */
@ResourceLock(Resources.SYSTEM_OUT)
class FaultsIT {
  private static final int DEEP = Integer.getInteger("faults.runs", 0);

  @TempDir Path temporary;

  @Test
  @Tag("deep")
  void whatever_dies_or_stands_still_comes_back_and_nothing_acknowledged_is_lost_or_doubled()
      throws Exception {
    System.setProperty("suite.home", Path.of("../..").toAbsolutePath().normalize().toString());
    List<String> words =
        new ArrayList<>(
            List.of(
                "faults",
                "--seed",
                Long.toString(Long.getLong("faults.seed", 1)),
                "--data",
                temporary.resolve("faults").toString()));
    int runs = DEEP > 0 ? DEEP : 3;
    words.addAll(List.of("--runs", Integer.toString(runs)));
    if (DEEP == 0) {
      words.addAll(List.of("--only", "kill-postmaster,freeze-broker,forgotten-transaction"));
    }

    String told = told(words);

    assertThat(told).contains("FAULTS runs=" + runs + " commands=").contains(" violations=0");
    assertThat(told.lines().filter(line -> line.startsWith("run ")))
        .hasSize(runs)
        .allMatch(line -> line.contains(" lost=0 doubled=0 "))
        .allMatch(line -> line.contains(" audit=OK "));
  }

  private static String told(List<String> words) {
    var said = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      Suite.run(words.toArray(String[]::new));
    } finally {
      System.setOut(before);
    }
    String told = said.toString(StandardCharsets.UTF_8);
    System.out.println(told);
    return told;
  }

  @Test
  void every_fault_stands_in_the_table_with_its_figures() throws Exception {
    String table = Files.readString(Path.of("../../docs/reliability.md"));

    assertThat(Faults.codes()).allMatch(code -> table.contains("| `" + code + "` |"));
  }

  @Test
  void data_of_others_are_not_cleared_for_an_exercise() throws Exception {
    Path office = Files.createDirectories(temporary.resolve("office"));
    Files.writeString(office.resolve("letter.txt"), "kept");

    assertThat(Suite.run("faults", "--data", office.toString())).isEqualTo(1);
    assertThat(Suite.run("faults", "--only", "earthquake")).isEqualTo(2);
    assertThat(office.resolve("letter.txt")).hasContent("kept");
  }
}
