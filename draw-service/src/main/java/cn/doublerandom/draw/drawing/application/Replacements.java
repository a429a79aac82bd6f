package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.PhaseRejection;
import cn.doublerandom.draw.drawing.Concerned;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.DueReplacement;
import cn.doublerandom.draw.drawing.Foreseen;
import cn.doublerandom.draw.drawing.MadeVisits;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.register.InRegister;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.draw.register.RegisterNews;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** 回避、候补: one person asks, another agrees, and who comes in follows from the seed. */
@ApplicationScoped
public class Replacements {
  private static final int MOST_TASKS = 10_000;

  /** So long an approval waits for the visits to take over the replacement before it. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration BETWEEN = Duration.ofMillis(200);

  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  private final PublicDraws seen;
  private final Register register;
  private final RegisterNews news;
  private final MadeVisits visits;

  @Inject
  Replacements(
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws,
      PublicDraws seen,
      Register register,
      RegisterNews news,
      MadeVisits visits) {
    this.draws = draws;
    this.seen = seen;
    this.register = register;
    this.news = news;
    this.visits = visits;
  }

  /**
   * Asks for an alternate in place of a subject.
   *
   * @param evidence what shows that the subject is closed or gone
   */
  public Uni<Handled<DrawEvent, TaskDraws>> ofSubject(
      String drawId, String subject, String reason, String evidence, CommandContext context) {
    return asked(
        drawId,
        subject,
        context,
        known ->
            new DrawCommand.RequestSubjectReplacement(
                drawId,
                subject,
                reason,
                evidence,
                context.actor(),
                day(context),
                known.register(),
                known.finished(subject)));
  }

  /**
   * Asks for a substitute for a member of a subject's team.
   *
   * @param evidence what shows the reason, or empty
   */
  public Uni<Handled<DrawEvent, TaskDraws>> ofInspector(
      String drawId,
      String subject,
      String inspector,
      String reason,
      String evidence,
      CommandContext context) {
    return asked(
        drawId,
        subject,
        context,
        known ->
            new DrawCommand.RequestInspectorReplacement(
                drawId,
                subject,
                inspector,
                reason,
                evidence,
                context.actor(),
                day(context),
                known.register(),
                known.finished(subject)));
  }

  /** Asks that a member stays although recused. */
  public Uni<Handled<DrawEvent, TaskDraws>> keep(
      String drawId, String subject, String inspector, String reason, CommandContext context) {
    return handle(
        drawId,
        new DrawCommand.RequestKeeping(drawId, subject, inspector, reason, context.actor()),
        context);
  }

  /** What was asked for a subject does not happen. */
  public Uni<Handled<DrawEvent, TaskDraws>> end(
      String drawId, String subject, String reason, CommandContext context) {
    return handle(
        drawId,
        new DrawCommand.EndReplacement(drawId, subject, reason, context.actor(), day(context)),
        context);
  }

  /**
   * Agrees to what was asked for a subject. Who comes in follows from who came in before, so this
   * waits some seconds until the visits have taken that over.
   */
  public Uni<Handled<DrawEvent, TaskDraws>> approve(
      String drawId, String subject, CommandContext context) {
    return whenSettled(drawId, context)
        .flatMap(now ->
            asked(
                drawId,
                subject,
                now,
                known ->
                    new DrawCommand.ApproveReplacement(
                        drawId,
                        subject,
                        now.actor(),
                        day(now),
                        known.register(),
                        known.finished(subject))));
  }

  /**
   * After the visits have answered, as long as the patience lasts. Where what waits is what it was
   * then, whoever agrees has read it: their answers alone are no other version.
   */
  private Uni<CommandContext> whenSettled(String drawId, CommandContext context) {
    LocalDate today = day(context);
    return draws
        .load(DrawStreams.taskOfDraw(drawId))
        .flatMap(loaded ->
            awaits(loaded, drawId, today)
                ? foreseen(drawId, loaded, today)
                    .flatMap(before -> settled(before, drawId, context))
                : Uni.createFrom().item(context));
  }

  private Uni<CommandContext> settled(
      CommandHandler.Loaded<List<Foreseen>> before, String drawId, CommandContext context) {
    LocalDate today = day(context);
    long until = System.nanoTime() + PATIENCE.toNanos();
    return draws
        .load(DrawStreams.taskOfDraw(drawId))
        .repeat()
        .withDelay(BETWEEN)
        .whilst(loaded -> awaits(loaded, drawId, today) && System.nanoTime() < until)
        .select()
        .last()
        .toUni()
        .flatMap(loaded -> foreseen(drawId, loaded, today))
        .map(after ->
            after.state().equals(before.state())
                ? context.expecting(seen -> seen == before.version() ? after.version() : seen)
                : context);
  }

  private static boolean awaits(
      CommandHandler.Loaded<TaskDraws> loaded, String drawId, LocalDate today) {
    return loaded.state().executed(drawId).filter(d -> d.roster().awaitsVisits(today)).isPresent();
  }

  private Uni<Handled<DrawEvent, TaskDraws>> asked(
      String drawId, String subject, CommandContext context, Function<Known, DrawCommand> command) {
    return Uni.createFrom()
        .completionStage(() -> news.upToNow(0))
        .flatMap(heard -> draws.load(DrawStreams.taskOfDraw(drawId)))
        .flatMap(loaded -> said(Concerned.by(drawId, subject, loaded.state()), day(context)))
        .flatMap(said -> made(drawId, List.of(subject)).map(made -> new Known(said, made)))
        .flatMap(known -> handle(drawId, command.apply(known), context));
  }

  /**
   * What is known on a day of those a replacement is about.
   *
   * @param made visits that are over and recorded: the day each was finished, by subject
   */
  public record Known(InRegister register, Map<String, LocalDate> made) {
    public Known {
      made = Map.copyOf(made);
    }

    @Nullable LocalDate finished(String subject) {
      return made.get(subject);
    }
  }

  /** The same of all who are visited by a draw, before anybody asks. */
  public Uni<Known> known(String drawId, Collection<String> subjects, LocalDate day) {
    return said(new Concerned(List.copyOf(subjects), List.of()), day)
        .flatMap(said -> made(drawId, subjects).map(made -> new Known(said, made)));
  }

  private Uni<Map<String, LocalDate>> made(String drawId, Collection<String> subjects) {
    return Uni.createFrom().completionStage(() -> visits.of(drawId, subjects));
  }

  private Uni<InRegister> said(Concerned concerned, LocalDate day) {
    return Uni.createFrom()
        .completionStage(() -> register.said(concerned.subjects(), concerned.inspectors(), day));
  }

  /** The replacements that wait, by subject, as they would be decided now. */
  public Uni<CommandHandler.Loaded<List<Foreseen>>> waiting(String drawId, LocalDate today) {
    return draws
        .load(DrawStreams.taskOfDraw(drawId))
        .flatMap(loaded -> {
          if (!loaded.state().stands(drawId)) {
            throw new ProblemException(PhaseRejection.DRAW_UNKNOWN);
          }
          return foreseen(drawId, loaded, today);
        });
  }

  private Uni<CommandHandler.Loaded<List<Foreseen>>> foreseen(
      String drawId, CommandHandler.Loaded<TaskDraws> loaded, LocalDate today) {
    return said(Concerned.byOpen(drawId, loaded.state()), today)
        .map(said ->
            new CommandHandler.Loaded<>(
                loaded.state().executed(drawId).stream()
                    .flatMap(draw -> Foreseen.of(draw, said).stream())
                    .toList(),
                loaded.version()));
  }

  /** Members who may not serve where they were drawn. */
  public Uni<List<DueReplacement>> due() {
    return Uni.createFrom().completionStage(() -> seen.due(MOST_TASKS));
  }

  private Uni<Handled<DrawEvent, TaskDraws>> handle(
      String drawId, DrawCommand command, CommandContext context) {
    return draws.handle(DrawStreams.taskOfDraw(drawId), command, context);
  }

  private static LocalDate day(CommandContext context) {
    return BusinessClock.day(context.at());
  }
}
