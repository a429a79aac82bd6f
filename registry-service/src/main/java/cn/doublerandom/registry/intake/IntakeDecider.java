package cn.doublerandom.registry.intake;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.intake.Intake.Open;
import cn.doublerandom.registry.intake.Intake.Taken;
import cn.doublerandom.registry.intake.Intake.UndoAsked;
import cn.doublerandom.registry.intake.Intake.Undoing;
import cn.doublerandom.registry.intake.Intake.Undone;
import cn.doublerandom.registry.intake.IntakeCommand.ApproveUndo;
import cn.doublerandom.registry.intake.IntakeCommand.DeclineUndo;
import cn.doublerandom.registry.intake.IntakeCommand.NoteTaken;
import cn.doublerandom.registry.intake.IntakeCommand.NoteUndone;
import cn.doublerandom.registry.intake.IntakeCommand.RequestUndo;
import cn.doublerandom.registry.intake.IntakeCommand.WithdrawUndo;
import cn.doublerandom.registry.intake.IntakeEvent.TableTaken;
import cn.doublerandom.registry.intake.IntakeEvent.TableUndone;
import cn.doublerandom.registry.intake.IntakeEvent.UndoApproved;
import cn.doublerandom.registry.intake.IntakeEvent.UndoRequestEnded;
import cn.doublerandom.registry.intake.IntakeEvent.UndoRequested;
import java.util.List;
import java.util.function.Function;

/** A table is taken once, and undone once, by two people (R18). */
public final class IntakeDecider implements Decider<IntakeCommand, IntakeEvent, Intake> {
  @Override
  public Intake initial() {
    return new Open();
  }

  @Override
  public Decision<IntakeEvent> decide(IntakeCommand command, Intake intake) {
    return switch (command) {
      case NoteTaken(var taken) ->
          intake instanceof Open ? accept(taken) : reject(RegistryRejection.IMPORT_TAKEN);
      case RequestUndo ask -> request(ask, intake);
      case DeclineUndo(var reason, var by) ->
          waiting(
              intake,
              asked ->
                  isOf(asked, by)
                      ? reject(UndoRejection.UNDO_NEEDS_SECOND_PERSON)
                      : ended(reason, by, false));
      case WithdrawUndo(var reason, var by) ->
          waiting(
              intake,
              asked ->
                  isOf(asked, by)
                      ? ended(reason, by, true)
                      : reject(UndoRejection.UNDO_ASKED_BY_ANOTHER, "by", asked.by()));
      case ApproveUndo(var by) -> approve(by, intake);
      case NoteUndone(var undone) -> note(undone, intake);
    };
  }

  private static Decision<IntakeEvent> request(RequestUndo ask, Intake intake) {
    return switch (intake) {
      case Open() -> reject(RegistryRejection.IMPORT_GONE);
      case Taken taken when taken.asked() != null -> reject(UndoRejection.UNDO_WAITS);
      case Taken taken when !ReasonText.isInWords(ask.reason()) ->
          reject(RegistryRejection.REASON_MISSING, "field", "reason");
      case Taken taken when ask.counts().changing() == 0 -> reject(UndoRejection.UNDO_NOTHING);
      case Taken taken -> accept(new UndoRequested(ask.reason(), ask.by(), ask.counts()));
      case Undoing undoing -> reject(UndoRejection.UNDO_DONE);
      case Undone undone -> reject(UndoRejection.UNDO_DONE);
    };
  }

  private static Decision<IntakeEvent> waiting(
      Intake intake, Function<UndoAsked, Decision<IntakeEvent>> decision) {
    return switch (intake) {
      case Open() -> reject(RegistryRejection.IMPORT_GONE);
      case Taken(var report, var asked) ->
          asked == null ? reject(UndoRejection.UNDO_NOT_REQUESTED) : decision.apply(asked);
      case Undoing undoing -> reject(UndoRejection.UNDO_DONE);
      case Undone undone -> reject(UndoRejection.UNDO_DONE);
    };
  }

  private static boolean isOf(UndoAsked asked, String by) {
    return SecondPerson.isAmong(by, List.of(asked.by()));
  }

  private static Decision<IntakeEvent> ended(String reason, String by, boolean withdrawn) {
    return ReasonText.isInWords(reason)
        ? accept(new UndoRequestEnded(reason, by, withdrawn))
        : reject(RegistryRejection.REASON_MISSING, "field", "reason");
  }

  /** Who asked may not make go on what broke off either. */
  private static Decision<IntakeEvent> approve(String by, Intake intake) {
    return switch (intake) {
      case Undoing(var report, var asked, var approvedBy) when !isOf(asked, by) -> accept();
      case Undoing undoing -> reject(UndoRejection.UNDO_NEEDS_SECOND_PERSON);
      case Undone undone -> reject(UndoRejection.UNDO_DONE);
      case Open() -> reject(RegistryRejection.IMPORT_GONE);
      case Taken taken ->
          waiting(
              taken,
              asked ->
                  isOf(asked, by)
                      ? reject(UndoRejection.UNDO_NEEDS_SECOND_PERSON)
                      : accept(new UndoApproved(asked.by(), by)));
    };
  }

  private static Decision<IntakeEvent> note(TableUndone undone, Intake intake) {
    return switch (intake) {
      case Undoing undoing -> accept(undone);
      case Undone before -> accept();
      case Open() -> reject(RegistryRejection.IMPORT_GONE);
      case Taken taken -> reject(UndoRejection.UNDO_NOT_REQUESTED);
    };
  }

  @Override
  public Intake evolve(Intake intake, IntakeEvent event) {
    return switch (event) {
      case TableTaken taken -> new Taken(taken, null);
      case UndoRequested(var reason, var by, var counts) ->
          new Taken(report(intake), new UndoAsked(reason, by, counts));
      case UndoRequestEnded ended -> new Taken(report(intake), null);
      case UndoApproved approved ->
          new Undoing(report(intake), asked(intake), approved.approvedBy());
      case TableUndone undone ->
          new Undone(report(intake), asked(intake), approver(intake), undone);
    };
  }

  private static TableTaken report(Intake intake) {
    return switch (intake) {
      case Taken taken -> taken.report();
      case Undoing undoing -> undoing.report();
      case Undone undone -> undone.report();
      case Open() -> throw new IllegalStateException("a table nobody took has a history");
    };
  }

  private static UndoAsked asked(Intake intake) {
    if (intake instanceof Taken taken && taken.asked() != null) {
      return taken.asked();
    } else if (intake instanceof Undoing undoing) {
      return undoing.asked();
    }
    throw new IllegalStateException("an undo nobody asked for has a history");
  }

  private static String approver(Intake intake) {
    if (intake instanceof Undoing undoing) {
      return undoing.approvedBy();
    }
    throw new IllegalStateException("an undo nobody agreed to has a history");
  }
}
