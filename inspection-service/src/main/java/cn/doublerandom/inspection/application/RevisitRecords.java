package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.RevisitRejection;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.register.KnownSubject;
import cn.doublerandom.inspection.register.Register;
import cn.doublerandom.inspection.revisit.Revisit;
import cn.doublerandom.inspection.revisit.RevisitCommand;
import cn.doublerandom.inspection.revisit.RevisitDirectory;
import cn.doublerandom.inspection.revisit.RevisitEvent;
import cn.doublerandom.inspection.revisit.RevisitFinding;
import cn.doublerandom.inspection.revisit.RevisitSummary;
import cn.doublerandom.inspection.revisit.SampleSummary;
import cn.doublerandom.inspection.revisit.TaskRevisits;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 回头看: what two who were not there find, item by item. Nothing that is answered here tells what the
 * first team found before the other has confirmed.
 */
@ApplicationScoped
public class RevisitRecords {
  private final CommandHandler<RevisitCommand, RevisitEvent, TaskRevisits> revisits;
  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;
  private final RevisitDirectory lists;
  private final Register register;

  @Inject
  RevisitRecords(
      CommandHandler<RevisitCommand, RevisitEvent, TaskRevisits> revisits,
      CommandHandler<VisitCommand, VisitEvent, Visit> visits,
      RevisitDirectory lists,
      Register register) {
    this.revisits = revisits;
    this.visits = visits;
    this.lists = lists;
    this.register = register;
  }

  /**
   * A visit as whoever sees it again knows it; nothing of it is what the first team found.
   *
   * @param subject whom it goes to; absent where the registry told of none
   * @param items in the order of the visit
   * @param version of the task's revisits
   */
  public record ToRevisit(
      String task,
      Revisit revisit,
      @Nullable KnownSubject subject,
      List<RevisitItem> items,
      long version) {}

  /** One item that is looked at again. */
  public record RevisitItem(String code, String name) {}

  /**
   * A visit somebody sees again, as it is listed.
   *
   * @param since day on which the list was frozen
   * @param recorded items that are recorded
   * @param mine whether the reader records: nobody does yet, or he
   * @param confirmed whether it is over
   */
  public record OwnRevisit(
      String task,
      String visitId,
      String subjectId,
      List<String> team,
      LocalDate since,
      int recorded,
      boolean mine,
      boolean confirmed) {}

  /** The visits an account sees again; those that are not over first. */
  public Uni<List<OwnRevisit>> own(String account) {
    return WholeLists.of(
            (after, limit) -> lists.of(account, after, limit), RevisitSummary::task, task -> true)
        .map(tasks ->
            tasks.stream()
                .flatMap(task ->
                    task.last().stream().flatMap(sample -> own(task.task(), sample, account)))
                .sorted(Comparator.comparing(OwnRevisit::confirmed))
                .toList());
  }

  private static Stream<OwnRevisit> own(String task, SampleSummary sample, String account) {
    return sample.revisits().stream()
        .filter(one -> SecondPerson.isAmong(account, one.team()))
        .map(one ->
            new OwnRevisit(
                task,
                one.visitId(),
                one.subjectId(),
                one.team(),
                sample.frozenOn(),
                one.findings().size(),
                one.recordedBy() == null || SecondPerson.isSame(account, one.recordedBy()),
                one.confirmed() != null));
  }

  /** A visit that is seen again, for the two who go. */
  public Uni<ToRevisit> toRevisit(String task, String visitId, String account) {
    return revisits
        .load(Revisits.stream(task))
        .flatMap(loaded -> {
          Revisit revisit = revisit(task, loaded.state(), visitId);
          if (!SecondPerson.isAmong(account, revisit.team())) {
            throw new ProblemException(InspectionRejection.NOT_ON_TEAM);
          }
          return first(visitId)
              .flatMap(visit -> subject(revisit.subjectId()).map(known -> new Seen(visit, known)))
              .map(seen ->
                  new ToRevisit(
                      task,
                      revisit,
                      seen.subject().orElse(null),
                      items(seen.visit()).stream()
                          .map(item -> new RevisitItem(item.code(), item.name()))
                          .toList(),
                      loaded.version()));
        });
  }

  private record Seen(Visit visit, Optional<KnownSubject> subject) {}

  private Uni<Optional<KnownSubject>> subject(String id) {
    return Uni.createFrom()
        .completionStage(() -> register.subjects(List.of(id)))
        .map(found -> found.stream().findFirst());
  }

  private static Revisit revisit(String task, TaskRevisits known, String visitId) {
    return RevisitSummary.of(task, known)
        .last()
        .map(SampleSummary::revisits)
        .orElse(List.of())
        .stream()
        .filter(one -> one.visitId().equals(visitId))
        .findFirst()
        .orElseThrow(() -> new ProblemException(RevisitRejection.REVISIT_UNKNOWN));
  }

  /** One of the two records what he finds for an item. */
  public Uni<Handled<RevisitEvent, TaskRevisits>> record(
      String task, String visitId, RevisitFinding finding, CommandContext context) {
    return first(visitId)
        .flatMap(visit ->
            revisits.handle(
                Revisits.stream(task),
                new RevisitCommand.RecordFinding(
                    visitId,
                    finding,
                    items(visit).stream().map(Assignment.Item::code).toList(),
                    context.actor()),
                context));
  }

  /** The other one confirms, and the first result is laid beside the second. */
  public Uni<Handled<RevisitEvent, TaskRevisits>> confirm(
      String task, String visitId, CommandContext context) {
    return first(visitId)
        .flatMap(visit ->
            revisits.handle(
                Revisits.stream(task),
                new RevisitCommand.ConfirmRevisit(
                    visitId,
                    items(visit).stream().map(Assignment.Item::code).toList(),
                    found(visit),
                    context.actor(),
                    BusinessClock.day(context.at())),
                context));
  }

  private Uni<Visit> first(String visitId) {
    return visits.load(VisitStreams.VISIT.of(visitId)).map(CommandHandler.Loaded::state);
  }

  private static List<Assignment.Item> items(Visit visit) {
    return visit
        .task()
        .map(Assignment::items)
        .orElseThrow(() -> new ProblemException(RevisitRejection.REVISIT_UNKNOWN));
  }

  /** What the first team had found, item by item, in their order. */
  private static List<RevisitFinding> found(Visit visit) {
    Map<String, Answer> answers = visit.over().map(Visit.Finished::answers).orElse(Map.of());
    return items(visit).stream()
        .filter(item -> answers.containsKey(item.code()))
        .map(item -> answers.get(item.code()))
        .map(answer -> new RevisitFinding(answer.itemCode(), answer.codes(), answer.note()))
        .toList();
  }
}
