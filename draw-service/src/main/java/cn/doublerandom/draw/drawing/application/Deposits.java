package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.DepositRejection;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.PhaseRejection;
import cn.doublerandom.draw.deposit.SupervisorKeyCommand;
import cn.doublerandom.draw.deposit.SupervisorKeyDecider;
import cn.doublerandom.draw.deposit.SupervisorKeyEvent;
import cn.doublerandom.draw.deposit.SupervisorKeyEvent.SupervisorKeyRegistered;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.Preparation;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.protocol.Hashes;
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
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The operator's secret in the supervisor's hands before the commit: sealed to a key whose secret
 * half never comes here, opened on the supervisor's side.
 */
@ApplicationScoped
public class Deposits {
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  private final CommandHandler<
          SupervisorKeyCommand, SupervisorKeyEvent, List<SupervisorKeyRegistered>>
      keys;
  private final KeptStates<List<SupervisorKeyRegistered>> known;

  @Inject
  Deposits(
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws,
      CommandHandler<SupervisorKeyCommand, SupervisorKeyEvent, List<SupervisorKeyRegistered>> keys,
      KeptStates<List<SupervisorKeyRegistered>> known) {
    this.draws = draws;
    this.keys = keys;
    this.known = known;
  }

  /** Registers the public half of a key the supervisor made. */
  public Uni<Handled<SupervisorKeyEvent, List<SupervisorKeyRegistered>>> register(
      String publicKey, CommandContext context) {
    return keys.handle(
        DrawStreams.SUPERVISOR_KEYS,
        new SupervisorKeyCommand.RegisterSupervisorKey(
            publicKey, context.actor(), BusinessClock.day(context.at())),
        context);
  }

  /** Every key secrets may be sealed to, the last one the newest. */
  public Uni<List<SupervisorKeyRegistered>> keys() {
    return known.of(DrawStreams.SUPERVISOR_KEYS).map(CommandHandler.Loaded::state);
  }

  /** The key secrets are sealed to; empty before a supervisor has registered one. */
  public Uni<Optional<SupervisorKeyRegistered>> newest() {
    return keys().map(all -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()));
  }

  /**
   * What an operator lays down.
   *
   * @param commitment hash of the secret
   * @param sealed base64
   * @param key public key it is sealed to
   * @param receiptHash of what the supervisor finds inside
   */
  public record Laid(String commitment, String sealed, String key, String receiptHash) {}

  /**
   * Lays the operator's secret down.
   *
   * @param asked read once the holder of the key is known
   */
  public Uni<Handled<DrawEvent, TaskDraws>> lay(
      String drawId, Laid laid, Supplier<CommandContext> asked) {
    return keys.load(DrawStreams.SUPERVISOR_KEYS)
        .map(loaded ->
            SupervisorKeyDecider.owner(loaded.state(), laid.key())
                .orElseThrow(() -> new ProblemException(DepositRejection.SUPERVISOR_KEY_UNKNOWN)))
        .flatMap(holder -> {
          CommandContext context = asked.get();
          return draws.handle(
              DrawStreams.taskOfDraw(drawId),
              new DrawCommand.DepositSecret(
                  drawId,
                  laid.commitment(),
                  laid.sealed(),
                  laid.key(),
                  laid.receiptHash(),
                  context.actor(),
                  holder),
              context);
        });
  }

  /** The sealed deposit of a draw, for the supervisor. */
  public Uni<Preparation.Deposit> sealed(String drawId) {
    return draws
        .load(DrawStreams.taskOfDraw(drawId))
        .map(loaded ->
            preparation(loaded.state(), drawId)
                .flatMap(Preparation::deposit)
                .orElseThrow(() -> new ProblemException(DepositRejection.DEPOSIT_MISSING)));
  }

  private static Optional<Preparation> preparation(TaskDraws draws, String drawId) {
    if (!draws.isAbout(drawId)) {
      throw new ProblemException(PhaseRejection.DRAW_UNKNOWN);
    }
    return switch (draws) {
      case TaskDraws.Frozen frozen -> Optional.of(frozen.preparation());
      case TaskDraws.Committed committed -> Optional.of(committed.preparation());
      case TaskDraws.Sealed sealed -> Optional.empty();
      case TaskDraws.Executed executed -> Optional.empty();
      case TaskDraws.Undrawn undrawn -> Optional.empty();
    };
  }

  /**
   * The supervisor opened the deposit.
   *
   * @param opened the hash he found inside
   * @param receipt he found beside it
   */
  public Uni<Handled<DrawEvent, TaskDraws>> confirm(
      String drawId, String opened, String receipt, CommandContext context) {
    return draws.handle(
        DrawStreams.taskOfDraw(drawId),
        new DrawCommand.ConfirmDeposit(drawId, opened, Hashes.ofReceipt(receipt), context.actor()),
        context);
  }
}
