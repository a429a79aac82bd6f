package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.Imported;
import cn.doublerandom.servicekit.problem.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do.
 *
 * @param rows read from the file
 * @param changed rows that were new or different
 * @param unchanged rows the register had already
 * @param refused rows with a fault, left out
 * @param dryRun whether nothing was stored because nothing was asked to be
 * @param errors the first faults
 * @param notes what was taken otherwise than it stands, or left out
 * @param waiting what of it waits for a second person; absent where nothing does
 * @param stillWaiting rows of whose subject something waits that was asked before; absent where
 *     none are
 * @param leftOut rows nothing was done with because another person decides or somebody must give a
 *     reason: who is back of those who have gone, and whatever is asked while something else waits;
 *     absent where none are
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ImportReport(
    int rows,
    int changed,
    int unchanged,
    int refused,
    boolean dryRun,
    List<Problem.FieldError> errors,
    List<Problem.FieldError> notes,
    @Nullable Waiting waiting,
    @Nullable Integer stillWaiting,
    @Nullable Integer leftOut) {
  /**
   * Rows whose status waits for a second person, who agrees to all of them by the name of the
   * batch.
   *
   * @param batch absent in a dry run: no batch was made
   * @param rows of those that are changed
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Waiting(@Nullable String batch, int rows) {}

  static ImportReport of(Imported imported) {
    return new ImportReport(
        imported.rows(),
        imported.changed(),
        imported.unchanged(),
        imported.refused(),
        imported.dryRun(),
        imported.errors(),
        imported.notes(),
        imported.waiting().map(w -> new Waiting(w.batch().orElse(null), w.rows())).orElse(null),
        imported.stillWaiting() == 0 ? null : imported.stillWaiting(),
        imported.leftOut() == 0 ? null : imported.leftOut());
  }
}
