package cn.doublerandom.registry.application;

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
    return target(into)
        .flatMap(there ->
            handle(
                id,
                new SubjectCommand.RequestMerge(into, reason, effective, context.actor()),
                context));
  }

  /** Asks that a merge be taken back. */
  public Uni<Handled<SubjectEvent, Subject>> requestUnmerge(
      String id, String reason, LocalDate effective, CommandContext context) {
    return handle(
        id, new SubjectCommand.RequestUnmerge(reason, effective, context.actor()), context);
  }

  /** Another person agrees to a merge, or to taking it back. */
  public Uni<Handled<SubjectEvent, Subject>> approve(String id, CommandContext context) {
    return subjects
        .load(RegistryStreams.SUBJECT + id)
        .flatMap(loaded ->
            loaded.state() instanceof Subject.Registered registered
                ? registered
                    .asked()
                    .flatMap(Subject.Asked::into)
                    .map(into -> target(into).replaceWithVoid())
                    .orElseGet(() -> Uni.createFrom().voidItem())
                : Uni.createFrom().voidItem())
        .flatMap(there -> handle(id, new SubjectCommand.ApproveMerge(context.actor()), context));
  }

  /** The entry to merge into must be there and stand for itself. */
  private Uni<Subject> target(String into) {
    return subjects
        .load(RegistryStreams.SUBJECT + into)
        .map(target -> {
          if (!(target.state() instanceof Subject.Registered)) {
            throw new ProblemException(RegistryRejection.MERGE_TARGET_GONE);
          }
          return target.state();
        });
  }

  private Uni<Handled<SubjectEvent, Subject>> handle(
      String id, SubjectCommand command, CommandContext context) {
    return subjects.handle(RegistryStreams.SUBJECT + id, command, context);
  }
}
