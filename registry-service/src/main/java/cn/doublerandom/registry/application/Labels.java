package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** 监管标签 of many subjects at once: one person asks, another agrees to all of it. */
@ApplicationScoped
public class Labels {
  private final CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;

  @Inject
  Labels(CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects) {
    this.subjects = subjects;
  }

  /**
   * What is to change.
   *
   * @param ids of the subjects; all of them or none
   */
  public record Change(List<String> ids, List<String> added, List<String> removed, String reason) {}

  /**
   * What came of it.
   *
   * @param batch by which another person agrees to all of it
   * @param waiting subjects whose labels wait
   * @param unchanged subjects that have these labels already
   * @param last a stream that changed, at its version; empty where none did
   */
  public record Asked(String batch, int waiting, int unchanged, String last, long version) {}

  /**
   * Asks that labels change.
   *
   * @throws ProblemException where one of the subjects refuses: beside {@code ids}, each of them
   */
  public Uni<Asked> ask(Change change, CommandContext context) {
    String batch = Batches.named(BusinessClock.day(context.at()));
    var command =
        new SubjectCommand.ChangeLabels(
            change.added(),
            change.removed(),
            change.reason(),
            BusinessClock.day(context.at()),
            context.actor(),
            batch);
    Map<String, SubjectCommand> commands = new TreeMap<>();
    change.ids().forEach(id -> commands.put(RegistryStreams.SUBJECT.of(id), command));
    return subjects.handleAll(commands, context).map(all -> asked(batch, all));
  }

  private static Asked asked(String batch, Map<String, Handled<SubjectEvent, Subject>> all) {
    refuse(all);
    int waiting = 0;
    int unchanged = 0;
    String name = batch;
    String last = "";
    long version = 0;
    for (var one : all.entrySet()) {
      Handled.Done<SubjectEvent, Subject> done = Refusals.require(one.getValue());
      if (done.state() instanceof Subject.Registered known && known.statusAsked().isPresent()) {
        waiting++;
        last = one.getKey();
        version = done.version();
        // Sent twice it is the same request, and its name is the first one's.
        String asked = known.statusAsked().orElseThrow().batch();
        name = asked == null ? name : asked;
      } else {
        unchanged++;
      }
    }
    return new Asked(name, waiting, unchanged, last, version);
  }

  private static void refuse(Map<String, Handled<SubjectEvent, Subject>> all) {
    List<Problem.FieldError> errors =
        all.entrySet().stream()
            .filter(one -> one.getValue() instanceof Handled.Refused)
            .sorted(Map.Entry.comparingByKey())
            .map(one -> error(one.getKey(), one.getValue()))
            .toList();
    all.values().stream()
        .filter(Handled.Refused.class::isInstance)
        .map(one -> ((Handled.Refused<SubjectEvent, Subject>) one).rejection())
        .findFirst()
        .ifPresent(why -> {
          throw new ProblemException(why, errors, Map.of());
        });
  }

  private static Problem.FieldError error(String stream, Handled<SubjectEvent, Subject> refused) {
    String text =
        refused instanceof Handled.Refused<SubjectEvent, Subject>(var why, var details)
            ? why.text()
            : RegistryRejection.SUBJECT_UNKNOWN.text();
    return new Problem.FieldError(
        "ids", null, "invalid", RegistryStreams.SUBJECT.id(stream) + "：" + text);
  }
}
