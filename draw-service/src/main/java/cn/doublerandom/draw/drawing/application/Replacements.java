package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.DueReplacement;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** 回避、候补: one person asks, another agrees, and who comes in follows from the seed. */
@ApplicationScoped
public class Replacements {
  private static final int MOST_TASKS = 10_000;

  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  private final PublicDraws seen;

  @Inject
  Replacements(CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws, PublicDraws seen) {
    this.draws = draws;
    this.seen = seen;
  }

  /**
   * Asks for an alternate in place of a subject.
   *
   * @param evidence what shows that the subject is closed or gone
   */
  public Uni<Handled<DrawEvent, TaskDraws>> ofSubject(
      String drawId, String subject, String reason, String evidence, CommandContext context) {
    return handle(
        drawId,
        new DrawCommand.RequestSubjectReplacement(
            drawId, subject, reason, evidence, context.actor()),
        context);
  }

  /** Asks for a substitute for a member of a subject's team. */
  public Uni<Handled<DrawEvent, TaskDraws>> ofInspector(
      String drawId, String subject, String inspector, String reason, CommandContext context) {
    return handle(
        drawId,
        new DrawCommand.RequestInspectorReplacement(
            drawId, subject, inspector, reason, context.actor()),
        context);
  }

  /** Asks that a member stays although recused. */
  public Uni<Handled<DrawEvent, TaskDraws>> keep(
      String drawId, String subject, String inspector, String reason, CommandContext context) {
    return handle(
        drawId,
        new DrawCommand.RequestKeeping(drawId, subject, inspector, reason, context.actor()),
        context);
  }

  /** Agrees to what was asked for a subject. */
  public Uni<Handled<DrawEvent, TaskDraws>> approve(
      String drawId, String subject, CommandContext context) {
    return handle(
        drawId,
        new DrawCommand.ApproveReplacement(
            drawId, subject, context.actor(), BusinessClock.day(context.at())),
        context);
  }

  /** A visit had gone too far: the draw follows it, in the store it was heard in. */
  public Uni<Void> follow(
      DrawCommand.FollowVisit visit, CommandContext context, EventStore heardIn) {
    return draws
        .over(heardIn)
        .handle(DrawStreams.taskOfDraw(visit.drawId()), visit, context)
        .replaceWithVoid();
  }

  /** Members who may not serve where they were drawn. */
  public Uni<List<DueReplacement>> due() {
    return Uni.createFrom().completionStage(() -> seen.due(MOST_TASKS));
  }

  private Uni<Handled<DrawEvent, TaskDraws>> handle(
      String drawId, DrawCommand command, CommandContext context) {
    return draws.handle(DrawStreams.taskOfDraw(drawId), command, context);
  }
}
