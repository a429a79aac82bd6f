package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorCommand.ApproveRecusals;
import cn.doublerandom.registry.inspector.InspectorCommand.EndRecusals;
import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.inspector.Recusal;
import cn.doublerandom.registry.inspector.RecusalAsked;
import cn.doublerandom.registry.inspector.RecusalChoice;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * 回避 that waits: decided by another person, of one pair or all that a table or a request asked for
 * at once.
 */
@ApplicationScoped
public class RecusalRequests {
  /** One command decides on all of a batch. */
  static final int MOST_AT_ONCE = Integer.MAX_VALUE;

  private final CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors;
  private final CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;
  private final InspectorDirectory directory;
  private final Batches batches;

  @Inject
  RecusalRequests(
      CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors,
      CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects,
      InspectorDirectory directory,
      Batches batches) {
    this.inspectors = inspectors;
    this.subjects = subjects;
    this.directory = directory;
    this.batches = batches;
  }

  /**
   * Asks that somebody be recused, as a row of the table does; the register must know the subject.
   */
  public Uni<Handled<InspectorEvent, Inspector>> declare(
      String id, Recusal recusal, CommandContext context) {
    String batch = Batches.named(BusinessClock.day(context.at()));
    return subjects
        .load(RegistryStreams.SUBJECT.of(recusal.subject()))
        .invoke(loaded -> {
          if (loaded.state() instanceof Subject.Unregistered) {
            RegistryRejection why = RegistryRejection.SUBJECT_UNKNOWN;
            throw new ProblemException(
                why,
                List.of(new Problem.FieldError("subject", null, "refused", why.text())),
                Map.of());
          }
        })
        .flatMap(known ->
            handle(
                id,
                new InspectorCommand.DeclareConflicts(List.of(recusal), context.actor(), batch),
                context));
  }

  /** Asks that a recusal hold no more. */
  public Uni<Handled<InspectorEvent, Inspector>> revoke(
      String id, String subject, String reason, CommandContext context) {
    String batch = Batches.named(BusinessClock.day(context.at()));
    return handle(
        id, new InspectorCommand.RevokeRecusals(subject, reason, context.actor(), batch), context);
  }

  /** What waits of one inspector and one subject, at the version an approval names. */
  public Uni<CommandHandler.Loaded<List<RecusalAsked>>> waiting(String id, String subject) {
    return inspectors
        .load(RegistryStreams.INSPECTOR.of(id))
        .map(loaded -> {
          List<RecusalAsked> asked =
              Inspectors.registered(loaded.state()).recusalsAsked().stream()
                  .filter(request -> request.recusal().subject().equals(subject))
                  .toList();
          if (asked.isEmpty()) {
            throw new ProblemException(RegistryRejection.RECUSAL_NOT_REQUESTED);
          }
          return new CommandHandler.Loaded<>(asked, loaded.version());
        });
  }

  /** Another person agrees to what waits of one inspector and one subject. */
  public Uni<Handled<InspectorEvent, Inspector>> approve(
      String id, String subject, CommandContext context) {
    return handle(id, new ApproveRecusals(RecusalChoice.of(subject), context.actor()), context);
  }

  /** Another person does not agree. */
  public Uni<Handled<InspectorEvent, Inspector>> decline(
      String id, String subject, String reason, CommandContext context) {
    return handle(
        id, new EndRecusals(RecusalChoice.of(subject), context.actor(), reason, false), context);
  }

  /** Whoever asked takes it back. */
  public Uni<Handled<InspectorEvent, Inspector>> withdraw(
      String id, String subject, String reason, CommandContext context) {
    return handle(
        id, new EndRecusals(RecusalChoice.of(subject), context.actor(), reason, true), context);
  }

  private Uni<Handled<InspectorEvent, Inspector>> handle(
      String id, InspectorCommand command, CommandContext context) {
    return inspectors.handle(RegistryStreams.INSPECTOR.of(id), command, context);
  }

  /**
   * Another person agrees to all recusals of a batch that still wait; blocks.
   *
   * @return with the recusals that hold, or are revoked, now
   */
  public DecidedBatch approveBatch(String batch, CommandContext context) {
    batches.requireWhole(batch);
    return decide(
        batch, new ApproveRecusals(RecusalChoice.ofBatch(batch), context.actor()), context);
  }

  /**
   * Another person agrees to no recusal of a batch; blocks.
   *
   * @return with the recusals of which everything stays as it was
   */
  public DecidedBatch declineBatch(String batch, String reason, CommandContext context) {
    return decide(
        batch,
        new EndRecusals(RecusalChoice.ofBatch(batch), context.actor(), reason, false),
        context);
  }

  /** Whoever asked takes the batch back; blocks. */
  public DecidedBatch withdrawBatch(String batch, String reason, CommandContext context) {
    return decide(
        batch,
        new EndRecusals(RecusalChoice.ofBatch(batch), context.actor(), reason, true),
        context);
  }

  private DecidedBatch decide(String batch, InspectorCommand decision, CommandContext context) {
    return new BatchDecision<InspectorCommand, InspectorEvent, Inspector, InspectorDirectory.Entry>(
            inspectors,
            entry -> RegistryStreams.INSPECTOR.of(entry.details().id()),
            entry -> entry.details().id(),
            Imports.CHUNK,
            MOST_AT_ONCE,
            RecusalRequests::recusals,
            Predicate.isEqual(RegistryRejection.RECUSAL_NOT_REQUESTED),
            RegistryRejection.RECUSAL_NOT_REQUESTED)
        .decide((after, limit) -> directory.recusalsAsked(batch, after, limit), decision, context)
        .batch();
  }

  /** Those of one inspector are decided together, and told one by one. */
  private static int recusals(List<InspectorEvent> events) {
    return events.stream()
        .mapToInt(event ->
            switch (event) {
              case InspectorEvent.ConflictsDeclared declared -> declared.recusals().size();
              case InspectorEvent.ConflictsRevoked revoked -> revoked.recusals().size();
              case InspectorEvent.RecusalRequestsEnded ended -> ended.subjects().size();
              case InspectorEvent.RecusalsRequested asked -> 0;
              case InspectorEvent.InspectorRegistered registered -> 0;
              case InspectorEvent.InspectorRevised revised -> 0;
              case InspectorEvent.ErasureRequested requested -> 0;
              case InspectorEvent.ErasureRequestEnded ended -> 0;
              case InspectorEvent.ErasureApproved approved -> 0;
              case InspectorEvent.LeaveGranted granted -> 0;
              case InspectorEvent.AbsenceRequested requested -> 0;
              case InspectorEvent.AbsenceRequestEnded ended -> 0;
              case InspectorEvent.InspectorImportUndone undone -> 0;
            })
        .sum();
  }
}
