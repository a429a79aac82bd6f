package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Entropy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens in the draws of a task. */
public sealed interface DrawEvent
    permits DrawEvent.FrameFrozen,
        DrawEvent.TermsApproved,
        DrawEvent.WitnessNamed,
        DrawEvent.WitnessReleased,
        DrawEvent.WitnessCodeMissed,
        DrawEvent.ContributionPromised,
        DrawEvent.SecretDeposited,
        DrawEvent.DepositConfirmed,
        DrawEvent.DrawCommitted,
        DrawEvent.ContributionRevealed,
        DrawEvent.EntropyObserved,
        DrawEvent.DrawExecuted,
        DrawEvent.DrawOpened,
        DrawEvent.VoidApproved,
        DrawEvent.VoidEnded,
        DrawEvent.DrawVoided,
        DrawEvent.DrawOverdue,
        ReleaseEvent,
        ReplacementEvent {
  /** Subjects that are visited or not from it on; none where it moves no visit. */
  default Set<String> visited() {
    return Set.of();
  }

  record FrameFrozen(FrozenFrame frame) implements DrawEvent {}

  /**
   * A second person agreed to what was frozen: slots, floor, caps, alternates. Draws committed
   * before that was asked have none.
   *
   * @param by account that agreed
   */
  record TermsApproved(String by, LocalDate on) implements DrawEvent {}

  /**
   * Somebody may witness the ceremony of this draw.
   *
   * @param account that will promise and reveal; absent where a code was handed out
   * @param codeHash of that code, 64 hex digits; absent where there is an account
   * @param by account that named the witness, or handed out the code
   */
  record WitnessNamed(
      String name, WitnessKind kind, @Nullable String account, @Nullable String codeHash, String by)
      implements DrawEvent {}

  /**
   * A witness who had promised nothing yet is not waited for any more.
   *
   * @param by account that released the name
   */
  record WitnessReleased(String name, String by) implements DrawEvent {}

  /** Somebody tried a wrong code for that witness. */
  record WitnessCodeMissed(String name) implements DrawEvent {}

  /**
   * A witness promised, with an account or a code of his own.
   *
   * @param by name of the witness
   * @param commitment 64 hex digits
   * @param pseudonym that stands in public for the account
   * @param account absent where a code was used
   * @param unit of the account; absent where a code was used
   */
  record ContributionPromised(
      String by,
      String commitment,
      String pseudonym,
      @Nullable String account,
      @Nullable String unit)
      implements DrawEvent {}

  /**
   * The operator's secret lies with the supervisor, sealed to his key.
   *
   * @param commitment hash of the secret, 64 hex digits
   * @param sealed base64
   * @param key public key it is sealed to, 64 hex digits
   * @param receiptHash of a token inside
   * @param by account that keeps the secret
   * @param holder account whose key it is
   */
  record SecretDeposited(
      String commitment, String sealed, String key, String receiptHash, String by, String holder)
      implements DrawEvent {}

  /** The supervisor opened the deposit and found what the operator committed to. */
  record DepositConfirmed(String by) implements DrawEvent {}

  /**
   * @param commitHash 64 hex digits; public before any entropy exists
   * @param by account that committed; absent in draws from before that was kept
   */
  record DrawCommitted(Commit commit, String commitHash, @Nullable String by)
      implements DrawEvent {}

  /**
   * @param account that revealed; absent where a code was used, and in draws from before witnesses
   *     had accounts
   * @param pseudonym as in the promise; absent in those draws
   * @param seen since when the commit was in public; absent in those draws
   * @param revealedAt real time, UTC; absent in draws from before that was kept
   */
  record ContributionRevealed(
      Entropy.Contribution contribution,
      @Nullable String account,
      @Nullable String pseudonym,
      @Nullable CommitSeen seen,
      @Nullable String revealedAt)
      implements DrawEvent {}

  /** {@code by} entered the numbers of a lottery; absent for other sources and in old events. */
  record EntropyObserved(Entropy.Reveal entropy, @Nullable String by) implements DrawEvent {}

  /**
   * @param certificate proof that the teams are optimal; empty where they are infeasible
   * @param salt present in a sealed draw, whose result stays inside until it is opened
   * @param by account that executed; absent in draws from before that was kept
   */
  record DrawExecuted(
      DrawResult result,
      String resultHash,
      Map<String, Object> certificate,
      LocalDate executedOn,
      @Nullable String salt,
      @Nullable String by)
      implements DrawEvent {
    /** Until a sealed draw is opened nobody may know. */
    @Override
    public Set<String> visited() {
      return salt == null ? Set.copyOf(result.selected()) : Set.of();
    }
  }

  /**
   * From now on the visits of a sealed draw are everybody's knowledge.
   *
   * @param teams members by drawn subject; no members where the teams are infeasible
   * @param subjectsDrawn false where only teams were drawn
   * @param by account that opened; absent in draws from before that was kept
   */
  record DrawOpened(
      LocalDate openedOn,
      Map<String, List<String>> teams,
      boolean subjectsDrawn,
      @Nullable String by)
      implements DrawEvent {
    @Override
    public Set<String> visited() {
      return teams.keySet();
    }
  }

  /** One of the two approvals a void needs. */
  record VoidApproved(String by, String reason, @Nullable String earlier) implements DrawEvent {}

  /**
   * The first approval of a void came to nothing: the draw stands as it did.
   *
   * @param requestedBy who had approved it
   * @param withdrawn whether that account took it back, and no other declined it
   */
  record VoidEnded(
      String requestedBy, String by, String reason, boolean withdrawn, @Nullable String earlier)
      implements DrawEvent {}

  /**
   * The draw is void and stays visible.
   *
   * @param wouldBeResultHash of the result it had or would have had; absent where the entropy was
   *     never complete
   * @param teams the visits that fall away, members by subject; absent where nobody was drawn
   * @param executedOn day of the draw; absent where nobody was drawn
   */
  record DrawVoided(
      String reason,
      String requestedBy,
      String approvedBy,
      @Nullable String wouldBeResultHash,
      @Nullable Map<String, List<String>> teams,
      @Nullable LocalDate executedOn,
      @Nullable String earlier)
      implements DrawEvent {}

  /**
   * The draw an event is about where a later round lies behind it (of an earlier batch, or one
   * whose teams were drawn again and voided); absent where it is about the latest round.
   */
  default Optional<String> ofEarlier() {
    return Optional.ofNullable(earlier());
  }

  /** The same as the events keep it, each under this name. */
  default @Nullable String earlier() {
    return null;
  }

  /**
   * Neither executed nor voided by executeBy, or not opened by openBy: a violation everybody sees.
   *
   * @param due the time that passed, UTC
   */
  record DrawOverdue(String due) implements DrawEvent {}
}
