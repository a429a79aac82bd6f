package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.Beside;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 合并: an entry stands for another; two people say so, and two take it back. */
@ApplicationScoped
public class Merges {
  private final CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;

  @Inject
  Merges(CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects) {
    this.subjects = subjects;
  }

  /**
   * Asks that an entry stand for another.
   *
   * @param effective first day on which it does
   */
  public Uni<Handled<SubjectEvent, Subject>> request(
      String id, String into, String reason, LocalDate effective, CommandContext context) {
    return subjects
        .load(RegistryStreams.SUBJECT.of(into))
        .map(there -> there.state() instanceof Subject.Registered)
        .flatMap(stands ->
            handle(
                id,
                new SubjectCommand.RequestMerge(into, stands, reason, effective, context.actor()),
                context));
  }

  /** Asks that a merge be taken back. */
  public Uni<Handled<SubjectEvent, Subject>> requestUnmerge(
      String id, String reason, LocalDate effective, CommandContext context) {
    return handle(
        id, new SubjectCommand.RequestUnmerge(reason, effective, context.actor()), context);
  }

  /** The merge that waits, or its reversal, at the version of the stream an approval names. */
  public Uni<CommandHandler.Loaded<Subject.Asked>> waiting(String id) {
    return subjects
        .load(RegistryStreams.SUBJECT.of(id))
        .map(loaded ->
            new CommandHandler.Loaded<>(
                asked(loaded.state())
                    .orElseThrow(() -> new ProblemException(RegistryRejection.MERGE_NOT_REQUESTED)),
                loaded.version()));
  }

  /** Another person agrees to a merge, or to taking it back. */
  public Uni<Handled<SubjectEvent, Subject>> approve(String id, CommandContext context) {
    return subjects
        .load(RegistryStreams.SUBJECT.of(id))
        .map(loaded -> asked(loaded.state()).flatMap(Subject.Asked::into))
        .flatMap(asked ->
            asked
                .map(into ->
                    subjects.handle(
                        RegistryStreams.SUBJECT.of(id),
                        new SubjectCommand.ApproveMerge(context.actor(), into),
                        context,
                        List.of(taken(id, into))))
                .orElseGet(() ->
                    handle(id, new SubjectCommand.ApproveMerge(context.actor(), null), context)));
  }

  /** Another person does not agree: the entry stays as it was. */
  public Uni<Handled<SubjectEvent, Subject>> decline(
      String id, String reason, CommandContext context) {
    return handle(id, new SubjectCommand.DeclineMerge(context.actor(), reason), context);
  }

  /** Whoever asked takes it back. */
  public Uni<Handled<SubjectEvent, Subject>> withdraw(
      String id, String reason, CommandContext context) {
    return handle(id, new SubjectCommand.WithdrawMerge(context.actor(), reason), context);
  }

  private static Optional<Subject.Asked> asked(Subject subject) {
    return switch (subject) {
      case Subject.Registered known -> known.asked();
      case Subject.Merged merged -> merged.asked();
      case Subject.Unregistered() -> Optional.empty();
    };
  }

  /** Who is stood for is told in the statement that merges the other: both or neither. */
  private Beside<SubjectEvent> taken(String id, String into) {
    return Beside.of(
        subjects,
        RegistryStreams.SUBJECT.of(into),
        events ->
            events.stream()
                .filter(SubjectEvent.SubjectMerged.class::isInstance)
                .map(SubjectEvent.SubjectMerged.class::cast)
                .findFirst()
                .map(merged -> new SubjectCommand.TakeDuplicate(id, merged.effective())));
  }

  private Uni<Handled<SubjectEvent, Subject>> handle(
      String id, SubjectCommand command, CommandContext context) {
    return subjects.handle(RegistryStreams.SUBJECT.of(id), command, context);
  }
}
