package cn.doublerandom.registry.inspector;

import cn.doublerandom.registry.intake.Undoable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of an inspector. */
public sealed interface InspectorCommand {
  /**
   * Registers or revises; without effect where nothing changed.
   *
   * @param statusFrom first day of the status; absent where it holds from the recording
   * @param recorded the day of the recording
   * @param by who tells it
   * @param batch all that a table asks for at once
   * @param opensRegister whether nobody stood in the register before the table of this row
   */
  record RegisterInspector(
      InspectorDetails details,
      @Nullable LocalDate statusFrom,
      LocalDate recorded,
      String by,
      String batch,
      boolean opensRegister)
      implements InspectorCommand {}

  /**
   * @param on the day of the request
   */
  record RequestErasure(String reason, String by, LocalDate on) implements InspectorCommand {}

  /** Another person agrees that the name be made unreadable. */
  record ApproveErasure(String by) implements InspectorCommand {}

  /**
   * What waits of an erasure ends without it.
   *
   * @param withdrawn whether who asked takes it back, and no other declines it
   */
  record EndErasure(String by, String reason, boolean withdrawn) implements InspectorCommand {}

  /**
   * Recusals wait for a second person.
   *
   * @param by who enters them
   * @param batch all that is asked at once
   */
  record DeclareConflicts(List<Recusal> recusals, String by, String batch)
      implements InspectorCommand {}

  /** What was declared of a subject is to hold no more: waits for a second person. */
  record RevokeRecusals(String subject, String reason, String by, String batch)
      implements InspectorCommand {}

  /** Another person agrees. */
  record ApproveRecusals(RecusalChoice which, String by) implements InspectorCommand {}

  /**
   * Another person does not agree, or whoever asked takes it back.
   *
   * @param withdrawn whether it is taken back
   */
  record EndRecusals(RecusalChoice which, String by, String reason, boolean withdrawn)
      implements InspectorCommand {}

  /**
   * @param recorded the day of the recording
   * @param by who notes it
   */
  record GrantLeave(Leave leave, LocalDate recorded, String by) implements InspectorCommand {}

  /**
   * Another person agrees to what waits.
   *
   * @param on the day of the approval
   * @param batch of which it must be part; absent where any is meant
   */
  record ApproveAbsence(String by, LocalDate on, @Nullable String batch)
      implements InspectorCommand {}

  /**
   * Another person does not agree.
   *
   * @param batch of which it must be part; absent where any is meant
   */
  record DeclineAbsence(String by, String reason, @Nullable String batch)
      implements InspectorCommand {}

  /**
   * Whoever asked takes it back.
   *
   * @param batch of which it must be part; absent where any is meant
   */
  record WithdrawAbsence(String by, String reason, @Nullable String batch)
      implements InspectorCommand {}

  /**
   * Two people agreed that what a table made of the entry be taken back.
   *
   * @param before as he stood before the table
   * @param taken as the table left him; who is another by now is left as he is
   * @param batch in which the table asked for what takes two people; absent where it asked nothing
   * @param numberless the sealed name of somebody the table had entered, without the numbers of his
   *     certificates; absent of others
   */
  record UndoInspectorImport(
      Inspector before,
      Inspector taken,
      @Nullable String batch,
      @Nullable String numberless,
      Undoable.Agreed agreed)
      implements InspectorCommand {}
}
