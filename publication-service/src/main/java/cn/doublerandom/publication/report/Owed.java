package cn.doublerandom.publication.report;

import java.time.LocalDate;

/**
 * What keeps a rate of publication below 100 %.
 *
 * @param id of the result, or of the visit
 * @param subject its code
 * @param name of the subject; its code where no name was told
 * @param dueOn last day of publication; of a visit not held, of its window
 */
public record Owed(
    What what, String id, String subject, String name, LocalDate dueOn, boolean isLate) {
  /** What is missing. */
  public enum What {
    /** 已录入未公示. */
    UNPUBLISHED,
    /** 未录入. */
    UNRECORDED,
    /** 未检查. */
    NOT_HELD
  }
}
