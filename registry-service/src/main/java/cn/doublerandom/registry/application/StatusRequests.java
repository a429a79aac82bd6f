package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/**
 * 登记状态: who goes and who comes back waits for a second person, who decides on one entry or on all
 * that an import asked for.
 */
@ApplicationScoped
public class StatusRequests {
  private final CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;
  private final SubjectDirectory directory;

  @Inject
  StatusRequests(
      CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects, SubjectDirectory directory) {
    this.subjects = subjects;
    this.directory = directory;
  }

  /**
   * Changes a status, or asks for it.
   *
   * @param effective its first day
   */
  public Uni<Handled<SubjectEvent, Subject>> change(
      String id, SubjectStatus status, String reason, LocalDate effective, CommandContext context) {
    return handle(
        id, new SubjectCommand.ChangeStatus(status, reason, effective, context.actor()), context);
  }

  /** Another person agrees. */
  public Uni<Handled<SubjectEvent, Subject>> approve(String id, CommandContext context) {
    return handle(
        id,
        new SubjectCommand.ApproveStatus(context.actor(), null, BusinessClock.day(context.at())),
        context);
  }

  /** Another person does not agree. */
  public Uni<Handled<SubjectEvent, Subject>> decline(
      String id, String reason, CommandContext context) {
    return handle(id, new SubjectCommand.DeclineStatus(context.actor(), reason, null), context);
  }

  /** Whoever asked takes it back. */
  public Uni<Handled<SubjectEvent, Subject>> withdraw(
      String id, String reason, CommandContext context) {
    return handle(id, new SubjectCommand.WithdrawStatus(context.actor(), reason), context);
  }

  private Uni<Handled<SubjectEvent, Subject>> handle(
      String id, SubjectCommand command, CommandContext context) {
    return subjects.handle(RegistryStreams.SUBJECT.of(id), command, context);
  }

  /**
   * Another person agrees to all that an import asked for and that still waits; blocks.
   *
   * @return entries whose change holds now
   */
  public int approveBatch(String batch, CommandContext context) {
    return decide(
        batch,
        new SubjectCommand.ApproveStatus(context.actor(), batch, BusinessClock.day(context.at())),
        context);
  }

  /**
   * Another person agrees to nothing of it; blocks.
   *
   * @return entries that stay as they were
   */
  public int declineBatch(String batch, String reason, CommandContext context) {
    return decide(batch, new SubjectCommand.DeclineStatus(context.actor(), reason, batch), context);
  }

  private int decide(String batch, SubjectCommand decision, CommandContext context) {
    return new BatchDecision<SubjectCommand, SubjectEvent, Subject, SubjectDirectory.Entry>(
            subjects,
            entry -> RegistryStreams.SUBJECT.of(entry.details().id()),
            entry -> entry.details().id(),
            Imports.ATOMIC,
            StatusRequests::isUnasked,
            RegistryRejection.STATUS_NOT_REQUESTED)
        .decide((after, limit) -> directory.statusAsked(batch, after, limit), decision, context);
  }

  /** Whatever became of an entry since then, but not what is wrong with the decision itself. */
  private static boolean isUnasked(Rejection rejection) {
    return rejection != RegistryRejection.STATUS_NEEDS_SECOND_PERSON
        && rejection != RegistryRejection.REASON_MISSING;
  }
}
