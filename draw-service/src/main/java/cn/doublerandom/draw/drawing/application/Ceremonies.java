package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.PhaseRejection;
import cn.doublerandom.draw.drawing.Credential;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.Officer;
import cn.doublerandom.draw.drawing.Sides;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.WitnessKind;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * 见证: witnesses are named, promise and reveal, each with an account or a code of his own. Where
 * facts are gathered first, who asks is read once they are known.
 */
@ApplicationScoped
public class Ceremonies {
  private static final int MOST_DRAWS = 100_000;

  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  private final KeptStates<TaskDraws> kept;
  private final RevealTime revealTime;
  private final DrawSides sides;
  private final DrawDirectory directory;

  @Inject
  Ceremonies(
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws,
      KeptStates<TaskDraws> kept,
      RevealTime revealTime,
      DrawSides sides,
      DrawDirectory directory) {
    this.draws = draws;
    this.kept = kept;
    this.revealTime = revealTime;
    this.sides = sides;
    this.directory = directory;
  }

  /**
   * How far a ceremony has come.
   *
   * @param revealFrom real time of the first reveal; empty before the commit was seen outside
   */
  public record Standing(CommandHandler.Loaded<TaskDraws> draws, Optional<Instant> revealFrom) {}

  /** What everybody may see of it. */
  public Uni<Standing> standing(String drawId) {
    return kept.of(DrawStreams.taskOfDraw(drawId))
        .flatMap(loaded -> {
          if (!loaded.state().isAbout(drawId)) {
            throw new ProblemException(PhaseRejection.DRAW_UNKNOWN);
          }
          return revealTime
              .of(drawId)
              .map(seen ->
                  new Standing(
                      loaded,
                      seen.map(s -> Instant.parse(s.cosignedAt()).plus(revealTime.patience()))));
        });
  }

  /**
   * A round that is not under way any more.
   *
   * @param isVoid whether it is void; else it was drawn, and another followed
   */
  public record Past(DrawDirectory.Entry listed, boolean isVoid) {}

  /** What became of a round that is not the latest of its task; empty for the one that is. */
  public Uni<Optional<Past>> past(String drawId) {
    return kept.of(DrawStreams.taskOfDraw(drawId))
        .flatMap(loaded ->
            loaded.state().isAbout(drawId)
                ? Uni.createFrom().item(Optional.empty())
                : Uni.createFrom()
                    .completionStage(() -> directory.find(drawId))
                    .map(listed ->
                        listed.map(entry -> new Past(entry, !loaded.state().stands(drawId)))));
  }

  /** The draws under way an account is named a witness of, at most so many as are listed. */
  public Uni<List<String>> of(String account) {
    return Uni.createFrom()
        .completionStage(() -> directory.all(MOST_DRAWS))
        .onItem()
        .transformToMulti(all -> Multi.createFrom().iterable(all))
        .filter(draw -> draw.phase().equals("FROZEN") || draw.phase().equals("COMMITTED"))
        .map(DrawDirectory.Entry::drawId)
        .onItem()
        .transformToUniAndConcatenate(drawId ->
            kept.of(DrawStreams.taskOfDraw(drawId))
                .map(loaded ->
                    isWitness(loaded.state(), account)
                        ? Optional.of(drawId)
                        : Optional.<String>empty()))
        .collect()
        .asList()
        .map(found -> found.stream().flatMap(Optional::stream).toList());
  }

  private static boolean isWitness(TaskDraws draws, String account) {
    return switch (draws) {
      case TaskDraws.Frozen frozen -> frozen.preparation().isNamed(account);
      case TaskDraws.Committed committed -> committed.preparation().isNamed(account);
      case TaskDraws.Undrawn undrawn -> false;
      case TaskDraws.Sealed sealed -> false;
      case TaskDraws.Executed executed -> false;
    };
  }

  /**
   * Names a witness.
   *
   * @param account of the witness
   */
  public Uni<Handled<DrawEvent, TaskDraws>> name(
      String drawId,
      String name,
      WitnessKind kind,
      String account,
      Supplier<CommandContext> asked) {
    return sides
        .of(drawId)
        .flatMap(known -> {
          CommandContext context = asked.get();
          return handle(
              drawId,
              new DrawCommand.NameWitness(drawId, name, kind, account, known, context.actor()),
              context);
        });
  }

  /**
   * Waits no longer for a witness, or asks another whether to.
   *
   * @param reason needed where the witness has promised
   */
  public Uni<Handled<DrawEvent, TaskDraws>> release(
      String drawId, String name, String reason, CommandContext context) {
    return handle(
        drawId, new DrawCommand.ReleaseWitness(drawId, name, reason, context.actor()), context);
  }

  /** Agrees that the promise of a witness falls away. */
  public Uni<Handled<DrawEvent, TaskDraws>> approveRelease(
      String drawId, String name, CommandContext context) {
    return handle(drawId, new DrawCommand.ApproveRelease(drawId, name, context.actor()), context);
  }

  /** A release comes to nothing: who asked takes it back (own), or another does not agree. */
  public Uni<Handled<DrawEvent, TaskDraws>> endRelease(
      String drawId, String name, String reason, boolean own, CommandContext context) {
    return handle(
        drawId, new DrawCommand.EndRelease(drawId, name, context.actor(), reason, own), context);
  }

  /**
   * A code and what became of it.
   *
   * @param code told once, where it was taken; absent where the same request was sent again
   */
  public record HandedOut(@Nullable String code, Handled<DrawEvent, TaskDraws> handled) {}

  /** Hands a fresh code out to a witness without an account. */
  public Uni<HandedOut> handOut(
      String drawId, String name, WitnessKind kind, Supplier<CommandContext> asked) {
    String code = WitnessCodes.fresh();
    return sides
        .of(drawId)
        .flatMap(known -> {
          CommandContext context = asked.get();
          return handle(
              drawId,
              new DrawCommand.IssueWitnessCode(
                  drawId, name, kind, hash(drawId, code), known, context.actor()),
              context);
        })
        .map(handled -> new HandedOut(isRepeated(handled) ? null : code, handled));
  }

  private static boolean isRepeated(Handled<DrawEvent, TaskDraws> handled) {
    return handled instanceof Handled.Done<DrawEvent, TaskDraws> done && done.events().isEmpty();
  }

  /** A witness promises with his account. */
  public Uni<Handled<DrawEvent, TaskDraws>> promise(
      String drawId, String name, String commitment, Officer by, Supplier<CommandContext> asked) {
    return sides
        .of(drawId)
        .flatMap(known ->
            handle(
                drawId,
                new DrawCommand.PromiseContribution(
                    drawId,
                    name,
                    commitment,
                    new Credential.Account(by),
                    known,
                    WitnessCodes.pseudonym()),
                asked.get()));
  }

  /** A witness promises with a code. */
  public Uni<Handled<DrawEvent, TaskDraws>> promiseByCode(
      String drawId, String name, String commitment, String code, CommandContext context) {
    return byCode(
        drawId,
        new DrawCommand.PromiseContribution(
            drawId,
            name,
            commitment,
            new Credential.Code(hash(drawId, code)),
            Sides.NONE,
            WitnessCodes.pseudonym()),
        context);
  }

  /** A witness reveals with his account. */
  public Uni<Handled<DrawEvent, TaskDraws>> reveal(
      String drawId, Entropy.Contribution contribution, Officer by, CommandContext context) {
    return revealed(drawId, contribution, new Credential.Account(by), context)
        .flatMap(command -> handle(drawId, command, context));
  }

  /** A witness reveals with a code. */
  public Uni<Handled<DrawEvent, TaskDraws>> revealByCode(
      String drawId, Entropy.Contribution contribution, String code, CommandContext context) {
    return revealed(drawId, contribution, new Credential.Code(hash(drawId, code)), context)
        .flatMap(command -> byCode(drawId, command, context));
  }

  private Uni<DrawCommand> revealed(
      String drawId,
      Entropy.Contribution contribution,
      Credential credential,
      CommandContext context) {
    return revealTime
        .of(drawId)
        .map(seen ->
            new DrawCommand.RevealContribution(
                drawId,
                contribution,
                credential,
                seen,
                revealTime.patience(),
                context.recordedAt(),
                context.at()));
  }

  /**
   * Anybody may try a code, as often as he likes; what the draw as it is kept refuses makes nobody
   * replay its stream. What is refused with an account may be the repetition of what succeeded.
   */
  private Uni<Handled<DrawEvent, TaskDraws>> byCode(
      String drawId, DrawCommand command, CommandContext context) {
    return kept.of(DrawStreams.taskOfDraw(drawId))
        .map(loaded -> draws.wouldHandle(command, loaded))
        .flatMap(would ->
            would instanceof Handled.Done<DrawEvent, TaskDraws>
                ? handle(drawId, command, context)
                : Uni.createFrom().item(would));
  }

  private Uni<Handled<DrawEvent, TaskDraws>> handle(
      String drawId, DrawCommand command, CommandContext context) {
    return draws.handle(DrawStreams.taskOfDraw(drawId), command, context);
  }

  private static String hash(String drawId, String code) {
    return Hashes.ofCode(drawId, WitnessCodes.normal(code));
  }
}
