package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.CommandHandler.Loaded;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.intake.Intake;
import cn.doublerandom.registry.intake.IntakeCommand;
import cn.doublerandom.registry.intake.IntakeDirectory;
import cn.doublerandom.registry.intake.IntakeEvent;
import cn.doublerandom.registry.intake.UndoRejection;
import cn.doublerandom.servicekit.job.Job;
import cn.doublerandom.servicekit.job.Jobs;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.time.SystemTime;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * 撤销导入: one person asks that a table be undone and sees what that comes to, another agrees, and a
 * job gives its entries back what they were (ADR 59). A process that dies leaves it half done;
 * agreed to once more it goes on.
 */
@ApplicationScoped
public class Undos {
  /** It is counted what an undo would come to. */
  public static final String COUNTING = "UNDO_COUNTING";

  /** It is counted and asked for. */
  public static final String ASKING = "UNDO_ASKING";

  /** Entries are given back what they were. */
  public static final String UNDOING = "UNDO";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final CommandHandler<IntakeCommand, IntakeEvent, Intake> intakes;
  private final IntakeDirectory directory;
  private final ImportUndo undo;
  private final Jobs jobs;
  private final Clock clock;
  private final SystemTime recording;
  private final Duration shownAfter;

  @Inject
  Undos(
      CommandHandler<IntakeCommand, IntakeEvent, Intake> intakes,
      IntakeDirectory directory,
      ImportUndo undo,
      Jobs jobs,
      Clock clock,
      SystemTime recording,
      @ConfigProperty(name = "suite.imports.shown-after") Duration shownAfter) {
    this.intakes = intakes;
    this.directory = directory;
    this.undo = undo;
    this.jobs = jobs;
    this.clock = clock;
    this.recording = recording;
    this.shownAfter = shownAfter;
  }

  /** What is done with a table, on a thread that may block. */
  private interface Work<T> {
    T with(Asker asker, Job job);
  }

  /** The table as it stands, at the version of its stream an approval names. */
  public Uni<Loaded<Intake>> of(String id) {
    return intakes.load(RegistryStreams.IMPORT.of(id));
  }

  /**
   * Counts what the undo of a table would come to.
   *
   * @throws ProblemException where it cannot be undone
   */
  private Uni<Jobs.Outcome<UndoSum>> count(String id, CommandContext begun) {
    return required(id)
        .flatMap(report ->
            run(
                new Job.Asked(COUNTING, false, id, id),
                begun,
                (asker, job) -> counted(id, report, asker, job)));
  }

  private UndoSum counted(String id, IntakeEvent.TableTaken report, Asker asker, Job job) {
    UndoSum sum =
        undo.count(report.kind(), id, asker, done -> job.at("COUNTING", done, report.changed()));
    if (sum.counts().all() == 0) {
      throw new ProblemException(
          report.changed() == 0 ? UndoRejection.UNDO_NOTHING : UndoRejection.UNDO_CAUSE_UNKNOWN);
    }
    return sum;
  }

  /** What was reported of a table. */
  private Uni<IntakeEvent.TableTaken> required(String id) {
    return Uni.createFrom()
        .completionStage(() -> directory.find(id))
        .map(found ->
            found.orElseThrow(() -> new ProblemException(RegistryRejection.IMPORT_GONE)).report());
  }

  /** Asks that a table be undone; what that comes to is counted with it. */
  public Uni<Jobs.Outcome<Handled.Done<IntakeEvent, Intake>>> request(
      String id, String reason, CommandContext context) {
    return required(id)
        .flatMap(report ->
            run(
                new Job.Asked(ASKING, true, id, id + reason),
                context,
                (asker, job) -> {
                  UndoSum sum = counted(id, report, asker, job);
                  return handle(
                      id,
                      new IntakeCommand.RequestUndo(reason, context.actor(), sum.counts()),
                      context);
                }));
  }

  /** Another person does not agree. */
  public Uni<Handled<IntakeEvent, Intake>> decline(
      String id, String reason, CommandContext context) {
    return intakes.handle(
        RegistryStreams.IMPORT.of(id),
        new IntakeCommand.DeclineUndo(reason, context.actor()),
        context);
  }

  /** Whoever asked takes it back. */
  public Uni<Handled<IntakeEvent, Intake>> withdraw(
      String id, String reason, CommandContext context) {
    return intakes.handle(
        RegistryStreams.IMPORT.of(id),
        new IntakeCommand.WithdrawUndo(reason, context.actor()),
        context);
  }

  /** Another person agrees; of a short table all entries have it back when this is answered. */
  public Uni<Handled<IntakeEvent, Intake>> approve(String id, CommandContext context) {
    return intakes
        .handle(
            RegistryStreams.IMPORT.of(id), new IntakeCommand.ApproveUndo(context.actor()), context)
        .call(handled ->
            handled instanceof Handled.Done<IntakeEvent, Intake> done
                    && done.state() instanceof Intake.Undoing undoing
                ? run(
                    new Job.Asked(UNDOING, true, id, id),
                    context,
                    (asker, job) -> giveBack(id, undoing, asker, job))
                : Uni.createFrom().voidItem());
  }

  private Handled.Done<IntakeEvent, Intake> giveBack(
      String id, Intake.Undoing undoing, Asker asker, Job job) {
    UndoSum sum =
        undo.giveBack(
            undoing.report().kind(),
            new ImportUndo.Occasion(
                id, undoing.asked().reason(), undoing.asked().by(), undoing.approvedBy(), asker),
            done -> job.at("GIVING_BACK", done, undoing.asked().counts().all()));
    return handle(
        id,
        new IntakeCommand.NoteUndone(new IntakeEvent.TableUndone(sum.counts(), sum.kept())),
        asker.of(id));
  }

  private Handled.Done<IntakeEvent, Intake> handle(
      String id, IntakeCommand command, CommandContext context) {
    return Refusals.require(
        intakes.handle(RegistryStreams.IMPORT.of(id), command, context).await().atMost(PATIENCE));
  }

  private <T> Uni<Jobs.Outcome<T>> run(Job.Asked asked, CommandContext begun, Work<T> work) {
    Asker asker = content -> begun.unconditional().at(clock.instant(), recording.now());
    return jobs.run(
        asked,
        begun.actor(),
        shownAfter,
        job ->
            Uni.createFrom()
                .item(() -> work.with(asker, job))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
  }

  /** What is under way about a table, where it is the account's own, or was over just now. */
  public Uni<Optional<Job.Seen>> job(String id, String account) {
    return jobs.of(account)
        .map(all ->
            all.stream()
                .filter(job -> job.about().equals(id) && isOurs(job.kind()))
                .reduce((earlier, later) -> later));
  }

  private static boolean isOurs(String kind) {
    return kind.equals(COUNTING) || kind.equals(ASKING) || kind.equals(UNDOING);
  }

  /**
   * What the undo of a table would come to: as it was just counted where counting takes long, for
   * some minutes, and else counted now.
   */
  public Uni<Jobs.Outcome<UndoSum>> counted(String id, CommandContext begun) {
    return jobs.of(begun.actor())
        .flatMap(all ->
            all.stream()
                .filter(job -> job.kind().equals(COUNTING) && job.about().equals(id))
                .reduce((earlier, later) -> later)
                .filter(this::isLong)
                .map(job ->
                    jobs.result(begun.actor(), job.jobId())
                        .<Jobs.Outcome<UndoSum>>map(sum -> new Jobs.Outcome.Done<>((UndoSum) sum)))
                .orElseGet(() -> count(id, begun)));
  }

  private boolean isLong(Job.Seen job) {
    return job.endedAt() != null
        && Duration.between(job.startedAt(), job.endedAt()).compareTo(shownAfter) > 0;
  }
}
