package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the visits say of replacements: they take one over, refuse it, or ask for one. */
@ApplicationScoped
public class HeardVisits {
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;

  @Inject
  HeardVisits(CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws) {
    this.draws = draws;
  }

  /** A visit took over what was replaced there, in the store it was heard in. */
  public Uni<Void> settle(
      DrawCommand.SettleReplacement visit, CommandContext context, EventStore heardIn) {
    return draws
        .over(heardIn)
        .handle(DrawStreams.taskOfDraw(visit.drawId()), visit, context)
        .replaceWithVoid();
  }

  /** A visit had gone too far: the draw follows it, in the store it was heard in. */
  public Uni<Void> follow(
      DrawCommand.FollowVisit visit, CommandContext context, EventStore heardIn) {
    return draws
        .over(heardIn)
        .handle(DrawStreams.taskOfDraw(visit.drawId()), visit, context)
        .replaceWithVoid();
  }

  /** A visit asks that a member hands it over; it waits here as any other replacement does. */
  public Uni<Void> handOver(
      DrawCommand.RequestInspectorReplacement asked, CommandContext context, EventStore heardIn) {
    return draws
        .over(heardIn)
        .handle(DrawStreams.taskOfDraw(asked.drawId()), new DrawCommand.HandOver(asked), context)
        .replaceWithVoid();
  }

  /** A visit takes back what it asked; nobody here decides on it any more. */
  public Uni<Void> drop(
      DrawCommand.DropHandover dropped, CommandContext context, EventStore heardIn) {
    return draws
        .over(heardIn)
        .handle(DrawStreams.taskOfDraw(dropped.end().drawId()), dropped, context)
        .replaceWithVoid();
  }
}
