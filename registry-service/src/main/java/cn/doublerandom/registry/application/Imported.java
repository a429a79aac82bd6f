package cn.doublerandom.registry.application;

import cn.doublerandom.servicekit.problem.Problem;
import java.util.List;
import java.util.Optional;

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
 * @param waiting what of it waits for a second person
 * @param stillWaiting rows of whose subject something waits that was asked before
 * @param leftOut rows nothing was done with because another person decides or somebody must give a
 *     reason
 */
public record Imported(
    int rows,
    int changed,
    int unchanged,
    int refused,
    boolean dryRun,
    List<Problem.FieldError> errors,
    List<Problem.FieldError> notes,
    Optional<Waiting> waiting,
    int stillWaiting,
    int leftOut) {
  /**
   * Rows that wait for a second person, who agrees to all of them by the name of the batch.
   *
   * @param batch empty where nothing was stored: no batch was made
   * @param rows of those that are changed
   */
  public record Waiting(Optional<String> batch, int rows) {}
}
