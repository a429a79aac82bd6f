package cn.doublerandom.inspection.application;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.draw.protocol.DrawComputation;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.RevisitRejection;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.revisit.FrozenVisit;
import cn.doublerandom.inspection.revisit.RevisitCommand;
import cn.doublerandom.inspection.revisit.RevisitDirectory;
import cn.doublerandom.inspection.revisit.RevisitEvent;
import cn.doublerandom.inspection.revisit.RevisitSummary;
import cn.doublerandom.inspection.revisit.Revisitor;
import cn.doublerandom.inspection.revisit.Sample;
import cn.doublerandom.inspection.revisit.SampleBundle;
import cn.doublerandom.inspection.revisit.TaskRevisits;
import cn.doublerandom.inspection.visit.KnownOfficer;
import cn.doublerandom.inspection.visit.OfficerDirectory;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** 回头看: a sample of a task's closed visits is drawn, step by step (ADR 71). */
@ApplicationScoped
public class Revisits {
  private static final int MOST_VISITS = 100_000;

  private final CommandHandler<RevisitCommand, RevisitEvent, TaskRevisits> revisits;
  private final VisitDirectory directory;
  private final OfficerDirectory officers;
  private final RevisitDirectory lists;
  private final RuleBook rules;

  @Inject
  Revisits(
      CommandHandler<RevisitCommand, RevisitEvent, TaskRevisits> revisits,
      VisitDirectory directory,
      OfficerDirectory officers,
      RevisitDirectory lists,
      RuleBook rules) {
    this.revisits = revisits;
    this.directory = directory;
    this.officers = officers;
    this.lists = lists;
    this.rules = rules;
  }

  /** All tasks with a sample, by plan and task. */
  public Uni<List<RevisitSummary>> list(String after, int limit) {
    return Uni.createFrom().completionStage(() -> lists.page(after, limit));
  }

  /** The revisits of a task; refused where it has none. */
  public Uni<CommandHandler.Loaded<RevisitSummary>> one(String task) {
    return revisits
        .load(stream(task))
        .map(loaded -> {
          if (loaded.state().samples().isEmpty()) {
            throw new ProblemException(RevisitRejection.REVISIT_UNKNOWN);
          }
          return new CommandHandler.Loaded<>(
              RevisitSummary.of(task, loaded.state()), loaded.version());
        });
  }

  /** The file a stranger verifies the sample with; refused as long as none is drawn. */
  public Uni<Map<String, Object>> bundle(String task) {
    return revisits
        .load(stream(task))
        .map(loaded ->
            loaded
                .state()
                .last()
                .filter(Sample.Drawn.class::isInstance)
                .map(sample -> SampleBundle.json((Sample.Drawn) sample))
                .orElseThrow(() -> new ProblemException(RevisitRejection.REVISIT_UNKNOWN)));
  }

  /**
   * Freezes the closed visits of a task.
   *
   * @param asked read once visits and officers are known
   */
  public Uni<Handled<RevisitEvent, TaskRevisits>> freeze(
      String task, int size, LocalDate today, Supplier<CommandContext> asked) {
    int end = task.lastIndexOf('-');
    String plan = task.substring(0, Math.max(0, end));
    return Uni.createFrom()
        .completionStage(() ->
            directory
                .ofTask(task, MOST_VISITS)
                .thenCombine(
                    officers.fit(today, DrawComputation.MAX_INSPECTORS),
                    (found, fit) -> freezing(plan, task.substring(end + 1), size, found, fit)))
        .flatMap(freezing -> {
          CommandContext context = asked.get();
          return revisits.handle(
              stream(task), freezing.by(context.actor(), BusinessClock.day(context.at())), context);
        });
  }

  /** What is frozen, before it is known by whom. */
  private interface Freezing {
    RevisitCommand.FreezeSample by(String account, LocalDate today);
  }

  private Freezing freezing(
      String plan, String task, int size, List<VisitSummary> found, List<KnownOfficer> fit) {
    List<VisitSummary> held =
        found.stream().filter(visit -> !visit.state().equals("CANCELLED")).toList();
    List<FrozenVisit> closed =
        held.stream()
            .filter(visit -> visit.state().equals("RECORDED"))
            .map(visit -> new FrozenVisit(visit.visitId(), visit.subjectId(), visit.inspectors()))
            .toList();
    List<Revisitor> others =
        fit.stream().map(officer -> new Revisitor(officer.id(), officer.unit())).toList();
    String bureau =
        held.stream()
            .findFirst()
            .flatMap(visit -> BureauKey.ofId(visit.visitId()))
            .map(BureauKey::text)
            .orElse("");
    return (account, today) ->
        new RevisitCommand.FreezeSample(
            bureau,
            plan,
            task,
            size,
            held.size() - closed.size(),
            closed,
            others,
            rules.inForce(today),
            account,
            today);
  }

  /** A witness promises. */
  public Uni<Handled<RevisitEvent, TaskRevisits>> promise(
      String task, String commitment, CommandContext context) {
    return revisits.handle(
        stream(task), new RevisitCommand.PromiseValue(context.actor(), commitment), context);
  }

  /** The commit is told. */
  public Uni<Handled<RevisitEvent, TaskRevisits>> commit(
      String task, String operatorCommitment, CommandContext context) {
    return revisits.handle(
        stream(task),
        new RevisitCommand.CommitSample(operatorCommitment, context.actor(), context.at()),
        context);
  }

  /** A witness reveals. */
  public Uni<Handled<RevisitEvent, TaskRevisits>> reveal(
      String task, String nonce, String value, CommandContext context) {
    return revisits.handle(
        stream(task),
        new RevisitCommand.RevealValue(
            new Entropy.Contribution(context.actor(), nonce, value), context.at()),
        context);
  }

  /** The operator reveals, and the sample is drawn. */
  public Uni<Handled<RevisitEvent, TaskRevisits>> draw(
      String task, String operatorSecret, CommandContext context) {
    return revisits.handle(
        stream(task),
        new RevisitCommand.DrawSample(operatorSecret, context.actor(), context.at()),
        context);
  }

  /** Another than who froze it gives the sample up. */
  public Uni<Handled<RevisitEvent, TaskRevisits>> abandon(
      String task, String reason, CommandContext context) {
    return revisits.handle(
        stream(task), new RevisitCommand.VoidSample(reason, context.actor()), context);
  }

  static String stream(String task) {
    return VisitStreams.REVISITS.of(task);
  }
}
