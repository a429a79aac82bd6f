package cn.doublerandom.registry.application;

import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.table.TableGlance;
import java.util.List;

/**
 * What a table would do, for whoever decides whether it is taken.
 *
 * @param glance what the file was taken for
 * @param rows read from the file
 * @param fresh rows the register does not have
 * @param changed rows that are new or different, the fresh ones among them
 * @param unchanged rows the register has already
 * @param refused rows with a fault
 * @param waiting rows that would wait for a second person
 * @param leftOut rows nothing would be done with because another person decides
 * @param faultCount of all faults
 * @param faults the first of them, by row
 * @param notes what is taken otherwise than it stands
 * @param changes the first rows that are new or different, by row
 * @param opensRegister whether nobody stands in the register yet, so that it is taken without a
 *     second person; false in previews of before it was kept
 */
public record Preview(
    TableGlance glance,
    int rows,
    int fresh,
    int changed,
    int unchanged,
    int refused,
    int waiting,
    int leftOut,
    int faultCount,
    List<Fault> faults,
    List<Problem.FieldError> notes,
    List<ChangedRow> changes,
    boolean opensRegister) {
  /** Faults that are kept to be shown; the marked workbook has all. */
  static final int MOST_FAULTS = 1_000;

  /** Rows whose changes are shown. */
  static final int MOST_CHANGES = 200;

  public Preview {
    faults = List.copyOf(faults);
    notes = List.copyOf(notes);
    changes = List.copyOf(changes);
  }

  /** The same of a table that is the first of its register, or is not. */
  Preview opening(boolean isFirst) {
    return new Preview(
        glance,
        rows,
        fresh,
        changed,
        unchanged,
        refused,
        waiting,
        leftOut,
        faultCount,
        faults,
        notes,
        changes,
        isFirst);
  }

  /**
   * A fault at its cell.
   *
   * @param written what stands there; empty where it is about no cell
   */
  public record Fault(RowFault fault, String written) {}

  /**
   * A row that is new or different.
   *
   * @param id code or number
   * @param name of a subject that is a person the code; of an inspector masked
   * @param fresh whether the register does not have it
   * @param waits whether another person must agree before it holds
   * @param differences empty where it is new
   */
  public record ChangedRow(
      int row, String id, String name, boolean fresh, boolean waits, List<Difference> differences) {
    public ChangedRow {
      differences = List.copyOf(differences);
    }

    /** The same with the heads of its columns in English. */
    public ChangedRow inEnglish() {
      return new ChangedRow(
          row, id, name, fresh, waits, differences.stream().map(Difference::inEnglish).toList());
    }
  }

  /**
   * One column in which a row differs from the register; both sides are empty where it is sealed.
   */
  public record Difference(String column, String was, String becomes) {
    /** The same for who reads English; what stands in the column is told as it stands there. */
    public Difference inEnglish() {
      return new Difference(EnglishHeads.of(column), was, becomes);
    }
  }
}
