package cn.doublerandom.servicekit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.servicekit.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of which too much would be made, measured against honest ones in the same run. */
class MarkedBombsTest {
  private static final int ROWS = 2_000;

  /** A register has that many words for its columns, and more. */
  private static final Table<String> FIRMS =
      new Table<>(
          List.of("名称"),
          IntStream.range(0, 60).boxed().collect(Collectors.toMap(i -> "别名" + i, i -> "列" + i)),
          Map.of("信用.*", "另表导入。"),
          row -> row.required("名称", 200),
          name -> name);

  @TempDir Path dir;

  private Path csv(String head, String row, int rows) throws IOException {
    return Files.writeString(
        Files.createTempFile(dir, "table", ".csv"), head + "\n" + (row + "\n").repeat(rows));
  }

  private static String cells(String begin, int count) {
    return IntStream.range(0, count).mapToObj(i -> begin + i).collect(Collectors.joining(","));
  }

  private static void marked(Path file) throws IOException {
    MarkedWorkbook.write(FIRMS, file, Map.of(), false, OutputStream.nullOutputStream());
  }

  private interface Work {
    void run() throws IOException;
  }

  private static long allocated(Work work) throws IOException {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    work.run(); // the classes are loaded
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void a_table_without_a_head_costs_no_more_to_mark_than_one_with_it() throws IOException {
    String row = cells("无此列", 60);
    Path with = csv("名称," + cells("未知", 59), row, ROWS);
    Path without = csv(row, row, ROWS);
    assertThat((double) allocated(() -> marked(without)) / allocated(() -> marked(with)))
        .isLessThan(2);
  }

  @Test
  void a_cell_that_is_longer_than_any_head_is_not_compared_with_heads() throws IOException {
    String longest = "甲".repeat(TableFile.MAX_CELL);
    Path file = csv("名称," + longest, "乙,丙", 1);
    assertThat(FIRMS.content(file).notes())
        .singleElement()
        .satisfies(note -> {
          assertThat(note.code()).isEqualTo("column-left-out");
          assertThat(note.column()).hasSizeLessThan(300);
        });
  }

  @Test
  @Tag("deep")
  void more_text_than_a_marked_workbook_holds_is_refused() throws IOException {
    Path file = csv("名称,住所", "甲," + "乙".repeat(32_000), 1_010);
    assertThatThrownBy(() -> marked(file))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.errors().getFirst().code()).isEqualTo("too-large"));
  }

  @Test
  void a_plan_of_more_text_than_fits_is_not_held() throws IOException {
    Path file = csv("名称", "乙".repeat(30_000), 400);
    assertThatThrownBy(() -> TableRows.of(file, 5_000))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.errors().getFirst().code()).isEqualTo("too-large"));
  }

  /** Takes rows until nobody awaits them. */
  private List<Integer> rowsRead(Path file, int awaited, boolean toTheEnd) throws IOException {
    List<Integer> read = new ArrayList<>();
    Table.Sink<String> sink =
        new Table.Sink<>() {
          @Override
          public void row(int number, String value) {
            read.add(number);
          }

          @Override
          public void faults(int number, List<RowFault> faults) {
            read.add(number);
          }
        };
    Awaited.Work<Boolean, IOException> scan =
        () -> {
          FIRMS.scan(file, sink);
          return true;
        };
    try {
      Awaited.<Boolean, IOException>unless(
          () -> read.size() >= awaited, () -> toTheEnd ? Awaited.toTheEnd(scan) : scan.run());
    } catch (ProblemException e) {
      assertThat(e.errors().getFirst().code()).isEqualTo("too-slow");
      read.add(-1);
    }
    return read;
  }

  @Test
  void a_table_nobody_waits_for_is_not_read_further() throws IOException {
    Path file = csv("名称", "甲", ROWS);
    assertThat(rowsRead(file, 100, false)).hasSizeBetween(100, 200).endsWith(-1);
    assertThat(rowsRead(file, 0, false)).containsExactly(-1);
  }

  @Test
  void what_is_stored_is_stored_to_the_end_whoever_has_gone() throws IOException {
    assertThat(rowsRead(csv("名称", "甲", ROWS), 100, true)).hasSize(ROWS).doesNotContain(-1);
  }
}
