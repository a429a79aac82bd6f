package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.Preparation;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.DrawDesk;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.servicekit.identity.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import java.time.Instant;
import java.util.Optional;

/**
 * What a reader can do next to a draw: by his role, and by how far it has come. Whether he himself
 * may is for the rules to say; where they would not let him, the page says why instead of asking.
 *
 * @param numbers whether numbers of a lottery are to be entered
 * @param draws whether what completes the entropy is to be given
 * @param source CEREMONY, LOTTERY or DRAND; empty before the commit
 * @param undoes whether he agreed to the terms, which counts no more once he works on the draw
 * @param agreeWhy why he may not agree
 * @param commitWhy why a ceremony cannot be committed yet
 */
record MayDo(
    boolean agree,
    boolean name,
    boolean code,
    boolean deposit,
    boolean confirm,
    boolean commit,
    boolean numbers,
    boolean draws,
    boolean open,
    boolean teams,
    boolean replace,
    boolean voiding,
    String source,
    boolean undoes,
    Optional<Rejection> agreeWhy,
    Optional<Rejection> commitWhy,
    Optional<Rejection> openWhy) {

  static MayDo of(DrawDesk.Seen seen, SecurityIdentity who, Instant now, Instant real) {
    boolean coordinator = who.hasRole(Roles.COORDINATOR);
    boolean approver = who.hasRole(Roles.APPROVER);
    boolean supervisor = who.hasRole(Roles.SUPERVISOR);
    boolean stands = seen.draws().stands(seen.drawId());
    boolean isLatest = seen.draws().isAbout(seen.drawId());
    TaskDraws draws = seen.draws();
    Optional<Preparation> frozen =
        isLatest && draws instanceof TaskDraws.Frozen f
            ? Optional.of(f.preparation())
            : Optional.empty();
    Optional<TaskDraws.Committed> committed =
        isLatest && draws instanceof TaskDraws.Committed c ? Optional.of(c) : Optional.empty();
    boolean sealed = isLatest && draws instanceof TaskDraws.Sealed;
    boolean executed = stands && draws.executed(seen.drawId()).isPresent();
    return new MayDo(
        approver && frozen.filter(known -> known.agreed().isEmpty()).isPresent(),
        coordinator && frozen.isPresent(),
        approver && frozen.isPresent(),
        coordinator && frozen.filter(known -> !isConfirmed(known)).isPresent(),
        supervisor
            && frozen
                .filter(known -> known.deposit().isPresent() && !isConfirmed(known))
                .isPresent(),
        coordinator && frozen.isPresent(),
        (coordinator || approver || supervisor)
            && committed.filter(c -> isLottery(c) && c.observed().isEmpty()).isPresent(),
        (coordinator || supervisor) && committed.filter(c -> isComplete(c, now)).isPresent(),
        (coordinator || supervisor) && sealed,
        coordinator && isLatest && isInfeasible(draws),
        coordinator && executed,
        approver && stands,
        committed.map(MayDo::source).orElse(""),
        frozen.filter(known -> known.isAgreedBy(who.getPrincipal().getName())).isPresent(),
        seen.inTheWay().agree(),
        seen.inTheWay().commit(),
        seen.inTheWay().open());
  }

  /** Whether a form is there for him, so that nobody looks for one in vain. */
  public boolean something() {
    return agree || name || code || deposit || confirm || commit || numbers || draws || open
        || teams;
  }

  /** Whether his browser has something to make, open or fill in. */
  public boolean keeps() {
    return deposit || confirm || commit || draws;
  }

  private static boolean isConfirmed(Preparation known) {
    return known.deposit().filter(Preparation.Deposit::confirmed).isPresent();
  }

  private static boolean isLottery(TaskDraws.Committed draw) {
    return draw.commit().entropy() instanceof Entropy.LotteryPromise;
  }

  private static String source(TaskDraws.Committed draw) {
    return switch (draw.commit().entropy()) {
      case Entropy.CeremonyPromise ceremony -> "CEREMONY";
      case Entropy.LotteryPromise lottery -> "LOTTERY";
      case Entropy.DrandPromise drand -> "DRAND";
    };
  }

  private static boolean isComplete(TaskDraws.Committed draw, Instant now) {
    return switch (draw.commit().entropy()) {
      case Entropy.CeremonyPromise ceremony ->
          draw.contributions().size() == ceremony.witnesses().size();
      case Entropy.LotteryPromise lottery -> !draw.observed().isEmpty();
      case Entropy.DrandPromise drand -> !now.isBefore(Entropy.timeOf(drand));
    };
  }

  private static boolean isInfeasible(TaskDraws draws) {
    return draws instanceof TaskDraws.Executed executed
        && executed.result().infeasible().isPresent();
  }
}
