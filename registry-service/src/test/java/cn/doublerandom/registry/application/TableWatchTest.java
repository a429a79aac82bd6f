package cn.doublerandom.registry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.table.Table;
import cn.doublerandom.servicekit.table.TableGlance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever imports a long table sees how far it is and may stop it; nothing of it is half done. */
class TableWatchTest {
  /** A table of so many rows, of which each seventh is at fault. */
  private record Rows(int count) implements SentTable<Integer> {
    @Override
    public void scan(Table.Sink<Integer> sink) {
      for (int row = 1; row <= count; row++) {
        if (row % 7 == 0) {
          sink.faults(row, List.of(new RowFault(row, "名称", "invalid", "不能为空。")));
        } else {
          sink.row(row, row);
        }
      }
    }

    @Override
    public Table.Content<Integer> required() {
      throw new UnsupportedOperationException("the table is long");
    }

    @Override
    public TableGlance glance() {
      throw new UnsupportedOperationException("nobody looks");
    }

    @Override
    public List<String> written(List<RowFault> faults) {
      return List.of();
    }

    @Override
    public String digest() {
      return "";
    }

    @Override
    public byte[] marked(Map<Integer, List<RowFault>> faults, boolean onlyBad) {
      return new byte[0];
    }
  }

  private static final class Read implements Table.Sink<Integer> {
    private final List<Integer> rows = new ArrayList<>();

    @Override
    public void row(int number, Integer value) {
      rows.add(number);
    }

    @Override
    public void faults(int number, List<RowFault> faults) {
      rows.add(number);
    }
  }

  private static int read(SentTable<Integer> table) throws IOException {
    var read = new Read();
    table.scan(read);
    return read.rows.size();
  }

  private static final int LONG = Imports.ATOMIC + 5_000;

  @Test
  void whoever_looks_on_sees_every_row_judged_and_then_stored() throws IOException {
    List<String> seen = new ArrayList<>();
    var watch =
        new TableWatch((step, rows) -> {
          seen.add(step + " " + rows);
          return true;
        });
    SentTable<Integer> table = watch.over(new Rows(1_200));

    assertThat(read(table)).isEqualTo(1_200);
    assertThat(read(table)).isEqualTo(1_200);
    assertThat(seen)
        .containsExactly(
            "JUDGING 0", "JUDGING 500", "JUDGING 1000", "STORING 0", "STORING 500", "STORING 1000");
    assertThat(watch.stoppedAfter()).isEmpty();
  }

  @Test
  void what_is_stopped_while_it_is_judged_is_not_stored_at_all() {
    var watch = new TableWatch((step, rows) -> rows < 3_000);
    SentTable<Integer> table = watch.over(new Rows(LONG));

    assertThatThrownBy(() -> read(table)).isInstanceOf(TableWatch.Stopped.class);
    assertThat(watch.stoppedAfter()).isEmpty();
  }

  @Test
  void of_a_long_table_the_rows_before_the_stop_are_stored_and_those_behind_it_left()
      throws IOException {
    var watch = new TableWatch((step, rows) -> step == TableWatch.Step.JUDGING || rows < 3_000);
    SentTable<Integer> table = watch.over(new Rows(LONG));

    assertThat(read(table)).isEqualTo(LONG);
    assertThat(read(table)).isEqualTo(3_000);
    assertThat(watch.stoppedAfter()).hasValue(3_000);
  }

  @Test
  void what_is_stored_as_one_is_not_stopped_between_two_rows() throws IOException {
    var watch = new TableWatch((step, rows) -> step == TableWatch.Step.JUDGING);
    SentTable<Integer> table = watch.over(new Rows(2_000));

    assertThat(read(table)).isEqualTo(2_000);
    assertThat(read(table)).isEqualTo(2_000);
    assertThat(watch.stoppedAfter()).isEmpty();
  }
}
