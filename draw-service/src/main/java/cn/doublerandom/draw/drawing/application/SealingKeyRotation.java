package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.SealingRejection;
import cn.doublerandom.draw.sealing.KnownSealingKeys;
import cn.doublerandom.draw.sealing.SealingKeyCommand;
import cn.doublerandom.draw.sealing.SealingKeyEvent;
import cn.doublerandom.draw.sealing.SealingKeyEvent.SealingKeyRequested;
import cn.doublerandom.draw.sealing.SealingKeyEvent.SealingKeyRotated;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The keys of sealed draws: one person asks for a new one, another agrees. */
@ApplicationScoped
public class SealingKeyRotation {
  private final CommandHandler<SealingKeyCommand, SealingKeyEvent, KnownSealingKeys> rotations;
  private final KeptStates<KnownSealingKeys> known;
  private final SealingSecrets secrets;

  @Inject
  SealingKeyRotation(
      CommandHandler<SealingKeyCommand, SealingKeyEvent, KnownSealingKeys> rotations,
      KeptStates<KnownSealingKeys> known,
      SealingSecrets secrets) {
    this.rotations = rotations;
    this.known = known;
    this.secrets = secrets;
  }

  /** A key that was made, and what became of asking for it. */
  public record Asked(String publicKey, Handled<SealingKeyEvent, KnownSealingKeys> handled) {}

  /** Makes a new key and asks for its use. */
  public Uni<Asked> ask(CommandContext context) {
    String publicKey =
        secrets.make().orElseThrow(() -> new ProblemException(SealingRejection.VRF_KEY_MISSING));
    return rotations
        .handle(
            DrawStreams.SEALING_KEY,
            new SealingKeyCommand.RequestSealingKey(
                publicKey, context.actor(), BusinessClock.day(context.at())),
            context)
        .map(handled -> new Asked(publicKey, handled));
  }

  /** Agrees to the key that waits. */
  public Uni<Handled<SealingKeyEvent, KnownSealingKeys>> approve(CommandContext context) {
    return rotations.handle(
        DrawStreams.SEALING_KEY,
        new SealingKeyCommand.ApproveSealingKey(context.actor(), BusinessClock.day(context.at())),
        context);
  }

  /**
   * The key that waits is not put to use.
   *
   * @param own whether who asked takes it back, and no other declines it
   */
  public Uni<Handled<SealingKeyEvent, KnownSealingKeys>> end(
      String reason, boolean own, CommandContext context) {
    return rotations.handle(
        DrawStreams.SEALING_KEY,
        new SealingKeyCommand.EndSealingKey(
            context.actor(), reason, own, BusinessClock.day(context.at())),
        context);
  }

  /** The key that waits, at the version an approval names. */
  public Uni<CommandHandler.Loaded<SealingKeyRequested>> waiting() {
    return rotations
        .load(DrawStreams.SEALING_KEY)
        .map(loaded ->
            new CommandHandler.Loaded<>(
                loaded
                    .state()
                    .asked()
                    .orElseThrow(
                        () -> new ProblemException(SealingRejection.SEALING_KEY_NOT_REQUESTED)),
                loaded.version()));
  }

  /** Every key there ever was, the last one in use. */
  public Uni<List<SealingKeyRotated>> all() {
    return known.of(DrawStreams.SEALING_KEY).map(loaded -> loaded.state().rotated());
  }
}
