package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DeclaredRecusal;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Notes the recusals a draw does not know, when its frame is frozen and again before its commit and
 * its execution. The news of a recusal goes to the draws that are there; one that comes while a
 * frame is being assembled finds none, and the frame was read before it. Between the freeze and the
 * execution lies a minute at least, so either the news finds the draw or the draw the recusal.
 */
@ApplicationScoped
public class RecusalReview {
  private static final int MOST_DRAWS = 100_000;

  private final Register register;
  private final DrawDirectory directory;
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;

  @Inject
  RecusalReview(
      Register register,
      DrawDirectory directory,
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws) {
    this.register = register;
    this.directory = directory;
    this.draws = draws;
  }

  /**
   * A recusal that arrives while draws are frozen or done becomes a fact of each of them that knows
   * the inspector and the subject (R65), in the store it was heard in and among its draws. Told
   * twice, it is noted once.
   *
   * @param asked a context for each draw
   */
  public Uni<Void> follow(
      List<DeclaredRecusal> declared, Supplier<CommandContext> asked, EventStore heardIn) {
    LocalDate today = BusinessClock.day(asked.get().at());
    return Uni.createFrom()
        .completionStage(() -> directory.all(Asking.bureau(heardIn.scope()), MOST_DRAWS))
        .onItem()
        .transformToMulti(all -> Multi.createFrom().iterable(all))
        .filter(draw -> !draw.phase().equals("VOIDED"))
        .onItem()
        .transformToUniAndConcatenate(draw ->
            draws
                .over(heardIn)
                .handle(
                    DrawStreams.taskOfDraw(draw.drawId()),
                    new DrawCommand.NoteRecusals(draw.drawId(), declared, today),
                    asked.get()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /**
   * Once each, whoever asks.
   *
   * @param context without a key: noting again what is known changes nothing
   */
  public Uni<Void> note(String drawId, CommandContext context) {
    return Uni.createFrom()
        .completionStage(register::inspectors)
        .map(inspectors -> inspectors.stream().flatMap(RecusalReview::declared).toList())
        .flatMap(declared -> note(drawId, declared, context));
  }

  private Uni<Void> note(String drawId, List<DeclaredRecusal> declared, CommandContext context) {
    return draws
        .handle(
            DrawStreams.taskOfDraw(drawId),
            new DrawCommand.NoteRecusals(drawId, declared, BusinessClock.day(context.at())),
            context)
        .replaceWithVoid();
  }

  private static Stream<DeclaredRecusal> declared(KnownInspector inspector) {
    return inspector.recusals().stream()
        .map(
            r -> new DeclaredRecusal(r.subject(), inspector.id(), r.reason(), r.from(), r.until()));
  }
}
