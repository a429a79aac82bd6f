package cn.doublerandom.draw.programme;

import java.time.LocalDate;

/** What may be asked of a batch programme. */
public sealed interface ProgrammeCommand {
  /**
   * @param windowFrom first day of the task's window in the published plan
   * @param windowTo last day of it
   * @param batch what is planned of it
   * @param isDrawn whether the batch is drawn, or its draw is under way
   */
  record DraftProgramme(
      ProgrammeContent programme,
      LocalDate windowFrom,
      LocalDate windowTo,
      PlannedBatch batch,
      boolean isDrawn,
      String by,
      LocalDate today)
      implements ProgrammeCommand {}

  /**
   * It goes back to who wrote it.
   *
   * @param reason in words, which he will read
   */
  record ReturnProgramme(String by, String reason) implements ProgrammeCommand {}

  record ApproveProgramme(String by, LocalDate today) implements ProgrammeCommand {}

  record PublishProgramme(Batch batch, LocalDate today) implements ProgrammeCommand {}
}
