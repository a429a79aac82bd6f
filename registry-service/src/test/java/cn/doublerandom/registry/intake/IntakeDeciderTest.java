package cn.doublerandom.registry.intake;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.intake.IntakeCommand.ApproveUndo;
import cn.doublerandom.registry.intake.IntakeCommand.DeclineUndo;
import cn.doublerandom.registry.intake.IntakeCommand.NoteUndone;
import cn.doublerandom.registry.intake.IntakeCommand.RequestUndo;
import cn.doublerandom.registry.intake.IntakeCommand.WithdrawUndo;
import cn.doublerandom.registry.intake.IntakeEvent.TableUndone;
import cn.doublerandom.registry.intake.IntakeEvent.UndoApproved;
import cn.doublerandom.registry.intake.IntakeEvent.UndoRequestEnded;
import cn.doublerandom.registry.intake.IntakeEvent.UndoRequested;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file is imported once, from however many windows it is sent. */
class IntakeDeciderTest {
  private static final IntakeEvent.TableTaken TAKEN =
      new IntakeEvent.TableTaken(
          IntakeKind.SUBJECTS, "名录.xlsx", "00".repeat(32), true, 300, 288, 0, 12, 0, 0, null, null);

  private final DeciderSpecification<IntakeCommand, IntakeEvent, Intake> intake =
      DeciderSpecification.of(new IntakeDecider());

  @Test
  void what_came_of_a_table_is_remembered() {
    intake.given().when(new IntakeCommand.NoteTaken(TAKEN)).then(TAKEN);
  }

  @Test
  void a_table_is_taken_once() {
    intake
        .given(TAKEN)
        .when(new IntakeCommand.NoteTaken(TAKEN))
        .thenRejected(RegistryRejection.IMPORT_TAKEN);
  }

  private static final UndoCounts COUNTS = new UndoCounts(2, 3, 1, 4);
  private static final IntakeEvent ASKED = new UndoRequested("交错了文件", "registrar", COUNTS);
  private static final IntakeEvent AGREED = new UndoApproved("registrar", "approver");
  private static final TableUndone UNDONE = new TableUndone(COUNTS, List.of("91350100M000100Y43"));

  @Test
  void who_asks_for_an_undo_says_why_and_another_agrees() {
    intake.given(TAKEN).when(new RequestUndo("交错了文件", "registrar", COUNTS)).then(ASKED);
    intake
        .given(TAKEN)
        .when(new RequestUndo("1", "registrar", COUNTS))
        .thenRejected(RegistryRejection.REASON_MISSING);
    intake.given(TAKEN, ASKED).when(new ApproveUndo("approver")).then(AGREED);
    intake
        .given(TAKEN, ASKED)
        .when(new ApproveUndo("Registrar"))
        .thenRejected(UndoRejection.UNDO_NEEDS_SECOND_PERSON);
  }

  @Test
  void an_undo_that_would_change_nothing_is_not_asked_for() {
    intake
        .given(TAKEN)
        .when(new RequestUndo("交错了文件", "registrar", new UndoCounts(0, 0, 3, 4)))
        .thenRejected(UndoRejection.UNDO_NOTHING);
    intake
        .given()
        .when(new RequestUndo("交错了文件", "registrar", COUNTS))
        .thenRejected(RegistryRejection.IMPORT_GONE);
  }

  @Test
  void one_undo_waits_at_a_time_and_ends_by_another_or_by_who_asked() {
    intake
        .given(TAKEN, ASKED)
        .when(new RequestUndo("再申请一次", "li", COUNTS))
        .thenRejected(UndoRejection.UNDO_WAITS);
    intake
        .given(TAKEN, ASKED)
        .when(new DeclineUndo("文件没有错", "approver"))
        .then(new UndoRequestEnded("文件没有错", "approver", false));
    intake
        .given(TAKEN, ASKED)
        .when(new DeclineUndo("文件没有错", "registrar"))
        .thenRejected(UndoRejection.UNDO_NEEDS_SECOND_PERSON);
    intake
        .given(TAKEN, ASKED)
        .when(new WithdrawUndo("不必撤销", "approver"))
        .thenRejected(UndoRejection.UNDO_ASKED_BY_ANOTHER);
    intake
        .given(TAKEN, ASKED, new UndoRequestEnded("不必撤销", "registrar", true))
        .when(new ApproveUndo("approver"))
        .thenRejected(UndoRejection.UNDO_NOT_REQUESTED);
  }

  @Test
  void an_undo_that_broke_off_goes_on_and_one_that_is_done_is_done_once() {
    intake.given(TAKEN, ASKED, AGREED).when(new ApproveUndo("li")).then();
    intake
        .given(TAKEN, ASKED, AGREED)
        .when(new ApproveUndo("registrar"))
        .thenRejected(UndoRejection.UNDO_NEEDS_SECOND_PERSON);
    intake.given(TAKEN, ASKED, AGREED).when(new NoteUndone(UNDONE)).then(UNDONE);
    intake.given(TAKEN, ASKED, AGREED, UNDONE).when(new NoteUndone(UNDONE)).then();
    intake
        .given(TAKEN, ASKED, AGREED, UNDONE)
        .when(new RequestUndo("再撤销", "registrar", COUNTS))
        .thenRejected(UndoRejection.UNDO_DONE);
  }
}
