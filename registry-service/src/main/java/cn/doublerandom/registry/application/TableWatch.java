package cn.doublerandom.registry.application;

import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.table.Table;
import cn.doublerandom.servicekit.table.TableGlance;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Looks on while a table is judged and then stored, and may stop it. What is not judged to its end
 * is not stored at all; of a table that is stored in parts, the rows behind the stop are left where
 * they are and everything before them is stored, whole: nothing is half done.
 */
public final class TableWatch {
  /** Rows between two looks. */
  private static final int OFTEN = 500;

  /** Nobody looks on. */
  public static final TableWatch NOBODY = new TableWatch((step, rows) -> true);

  private final Onlooker onlooker;
  private int stoppedAfter = -1;

  TableWatch(Onlooker onlooker) {
    this.onlooker = onlooker;
  }

  /** What is done with the rows. */
  enum Step {
    JUDGING,
    STORING
  }

  /** Who looks on. */
  @FunctionalInterface
  interface Onlooker {
    /**
     * Sees how far it is.
     *
     * @return false where the rest is not wanted
     */
    boolean goesOn(Step step, int rows);
  }

  /** Rows after which storing was stopped; empty where it was not. */
  OptionalInt stoppedAfter() {
    return stoppedAfter < 0 ? OptionalInt.empty() : OptionalInt.of(stoppedAfter);
  }

  /** The table, whose first reading judges and whose second stores. */
  <T> SentTable<T> over(SentTable<T> table) {
    return new Watched<>(table);
  }

  private final class Watched<T> implements SentTable<T> {
    private final SentTable<T> table;
    private int judged = -1;

    Watched(SentTable<T> table) {
      this.table = table;
    }

    @Override
    public void scan(Table.Sink<T> sink) throws IOException {
      if (judged < 0) {
        var counted = new Counted<>(sink, Step.JUDGING, true);
        table.scan(counted);
        judged = counted.rows;
      } else {
        // What is one transaction is stored or not; it is not stopped between two rows.
        table.scan(new Counted<>(sink, Step.STORING, judged > Imports.ATOMIC));
      }
    }

    @Override
    public Table.Content<T> required() throws IOException {
      return table.required();
    }

    @Override
    public TableGlance glance() throws IOException {
      return table.glance();
    }

    @Override
    public List<String> written(List<RowFault> faults) throws IOException {
      return table.written(faults);
    }

    @Override
    public String digest() throws IOException {
      return table.digest();
    }

    @Override
    public byte[] marked(Map<Integer, List<RowFault>> faults, boolean onlyBad) throws IOException {
      return table.marked(faults, onlyBad);
    }
  }

  private final class Counted<T> implements Table.Sink<T> {
    private final Table.Sink<T> sink;
    private final Step step;
    private final boolean mayStop;
    private int rows;

    Counted(Table.Sink<T> sink, Step step, boolean mayStop) {
      this.sink = sink;
      this.step = step;
      this.mayStop = mayStop;
    }

    /** Whether the next row is still wanted. */
    private boolean next() {
      if (stoppedAfter >= 0) {
        return false;
      }
      if (rows % OFTEN == 0 && !onlooker.goesOn(step, rows) && mayStop) {
        if (step == Step.JUDGING) {
          throw new Stopped();
        }
        stoppedAfter = rows;
        return false;
      }
      rows++;
      return true;
    }

    @Override
    public void row(int number, T value) {
      if (next()) {
        sink.row(number, value);
      }
    }

    @Override
    public void faults(int number, List<RowFault> found) {
      if (next()) {
        sink.faults(number, found);
      }
    }

    @Override
    public void broken(RowFault fault) {
      if (stoppedAfter < 0) {
        sink.broken(fault);
      }
    }

    @Override
    public void said(RowFault note) {
      if (stoppedAfter < 0) {
        sink.said(note);
      }
    }
  }

  /** Nobody wants to know any more what a table would do; nothing was stored. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("stopped", null, false, false);
    }
  }
}
