package cn.doublerandom.inspection.archive;

import cn.doublerandom.inspection.Officer;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** All case files: each draw of which somebody may read a visit has one. */
public interface CaseFileDirectory {
  /**
   * One of them.
   *
   * @param visits of the draw that did not fall away
   * @param recorded of them those whose result is final
   * @param following of them those of which a follow-up is open
   * @param nextDue the first day by which something is to be done; absent where nothing is
   * @param papers how many were filed
   * @param archivedOn absent as long as it is open
   * @param keepUntil last day of its retention; absent as long as it is open, and where no pack
   *     says
   */
  record Line(
      String drawId,
      int visits,
      int recorded,
      int following,
      @Nullable LocalDate nextDue,
      int papers,
      @Nullable LocalDate archivedOn,
      @Nullable LocalDate keepUntil) {
    /** Whether nothing a visit has to do is left: what remains are papers. */
    public boolean isDone() {
      return visits == recorded && following == 0;
    }
  }

  /**
   * The last draw first.
   *
   * @param before where the last part ended; empty from the beginning
   */
  CompletionStage<List<Line>> page(Officer reader, String before, int limit);
}
