package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.Window;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.register.InRegister;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be asked of the draws of a task. */
public sealed interface DrawCommand {
  /**
   * Freezes the lists of the next round.
   *
   * @param bureau key of the bureau, which the id of the draw begins with
   * @param window days on which the task may be drawn, together with those it is drawn with
   * @param planPublished whether the plan of the task is public
   * @param programme of the batch, where it is public (R28)
   * @param leastTeam officers a team must have, by the rule packs
   * @param slots tags each team member must hold
   * @param unlisted inspectors who cannot be drawn today, and why
   * @param combined the tasks drawn together with this one, if any
   * @param excluded why subjects of the frame cannot be drawn, in words
   * @param upcoming what is known of days to come of subjects of the frame
   * @param names of the subjects of the frame
   * @param recusedFrom what stands behind the recusals of subjects of the frame
   * @param by who freezes; that account cannot witness
   * @param limits how often a subject may be drawn, where whoever freezes set it
   * @param registerSeq ledger number up to which the registry was heard; null where nobody asked
   */
  record FreezeFrame(
      String bureau,
      PlanTask task,
      Window window,
      boolean planPublished,
      Optional<FrozenFrame.Programme> programme,
      String rulePack,
      int leastTeam,
      Rates rates,
      FrozenLists lists,
      List<FrozenFrame.Item> items,
      List<List<String>> slots,
      int alternates,
      List<FrozenFrame.Unlisted> unlisted,
      Optional<CombinedDraw> combined,
      List<Excluded> excluded,
      List<Upcoming> upcoming,
      List<FrozenFrame.Named> names,
      List<RecusedFrom> recusedFrom,
      Optional<FrozenFrame.Limits> limits,
      Officer by,
      LocalDate today,
      @Nullable Long registerSeq)
      implements DrawCommand {}

  /**
   * Freezes inspectors and recusals once more, for a draw whose teams could not be filled; the
   * selection stays.
   *
   * @param drawId the infeasible draw
   * @param inWindow whether its task may be drawn today, together with those it is drawn with
   * @param lists without a frame
   * @param registerSeq as of a freeze
   */
  record FreezeTeams(
      String drawId,
      boolean inWindow,
      String rulePack,
      FrozenLists lists,
      List<FrozenFrame.Unlisted> unlisted,
      Officer by,
      LocalDate today,
      @Nullable Long registerSeq)
      implements DrawCommand {}

  /** A second person agrees to what was frozen. */
  record ApproveTerms(String drawId, String by, LocalDate today) implements DrawCommand {}

  /** Names a witness of the ceremony, who will act with the account. */
  record NameWitness(
      String drawId, String name, WitnessKind kind, String account, Sides sides, String by)
      implements DrawCommand {}

  /** Waits no longer for a witness; of one who has promised it says why, and another decides. */
  record ReleaseWitness(String drawId, String name, String reason, String by)
      implements DrawCommand {}

  /** A second person agrees that a promise falls away. */
  record ApproveRelease(String drawId, String name, String by) implements DrawCommand {}

  /** Whoever asked for a release takes it back (own), or another does not agree. */
  record EndRelease(String drawId, String name, String by, String reason, boolean own)
      implements DrawCommand {}

  /**
   * Hands a code out to a witness without an account.
   *
   * @param codeHash of the code, 64 hex digits
   */
  record IssueWitnessCode(
      String drawId, String name, WitnessKind kind, String codeHash, Sides sides, String by)
      implements DrawCommand {}

  /**
   * A witness promises.
   *
   * @param by name of the witness
   * @param pseudonym fresh; stands in public for the account
   */
  record PromiseContribution(
      String drawId,
      String by,
      String commitment,
      Credential credential,
      Sides sides,
      String pseudonym)
      implements DrawCommand {}

  /**
   * The operator lays the secret down with the supervisor.
   *
   * @param holder account whose key it is sealed to
   */
  record DepositSecret(
      String drawId,
      String commitment,
      String sealed,
      String key,
      String receiptHash,
      String by,
      String holder)
      implements DrawCommand {}

  /**
   * The supervisor opened the deposit.
   *
   * @param commitment hash of the secret he found, 64 hex digits
   * @param receiptHash hash of the token he found, 64 hex digits
   */
  record ConfirmDeposit(String drawId, String commitment, String receiptHash, String by)
      implements DrawCommand {}

  /**
   * Publishes the hash of everything frozen, and where chance will come from.
   *
   * @param source a public source; empty for a ceremony, whose promises the witnesses made
   * @param rules what the rule packs say of chance
   * @param seal for a draw that stays sealed until the visits
   * @param by who commits; that account cannot witness
   */
  record CommitDraw(
      String drawId,
      Optional<Entropy.Promise> source,
      ChanceRules rules,
      Optional<Commit.Seal> seal,
      Instant executeBy,
      String by,
      Instant now)
      implements DrawCommand {}

  /**
   * A witness reveals.
   *
   * @param seen the checkpoint that shows since when the commit was public; empty where none does
   * @param patience real time the commit must have been public for before the first reveal
   * @param recordedAt real time
   */
  record RevealContribution(
      String drawId,
      Entropy.Contribution contribution,
      Credential credential,
      Optional<CommitSeen> seen,
      Duration patience,
      Instant recordedAt,
      Instant now)
      implements DrawCommand {}

  /** Somebody enters the numbers of a lottery, which another will have to give as well. */
  record ObserveNumbers(
      String drawId, Entropy.LotteryReveal reveal, LocalDate drawnOn, String by, Instant now)
      implements DrawCommand {}

  /**
   * @param given the operator's secret, or what a public source gave
   * @param sealing proof and salt of a sealed draw
   * @param recordedAt real time
   */
  record ExecuteDraw(
      String drawId,
      Given given,
      Optional<Sealing> sealing,
      String by,
      Instant recordedAt,
      Instant now,
      LocalDate today)
      implements DrawCommand {}

  /** Opens a sealed draw: from now on it is as public as any. */
  record OpenDraw(String drawId, String by, LocalDate today) implements DrawCommand {}

  record ApproveVoid(String drawId, String by, String reason, Instant now) implements DrawCommand {}

  /** Whoever approved first takes it back (own), or another does not agree. */
  record EndVoid(String drawId, String by, String reason, boolean own) implements DrawCommand {}

  /**
   * @param evidence what shows that the subject is closed or gone
   * @param register what is said of those it is about
   * @param finished day of the visit there, where its result is recorded; absent where it is not
   */
  record RequestSubjectReplacement(
      String drawId,
      String subject,
      String reason,
      String evidence,
      String by,
      LocalDate today,
      InRegister register,
      @Nullable LocalDate finished)
      implements DrawCommand {}

  /**
   * @param evidence what shows the reason; empty where nothing was given
   */
  record RequestInspectorReplacement(
      String drawId,
      String subject,
      String inspector,
      String reason,
      String evidence,
      String by,
      LocalDate today,
      InRegister register,
      @Nullable LocalDate finished)
      implements DrawCommand {}

  /** 移交: the same asked by a visit; what is refused of it is told back. */
  record HandOver(RequestInspectorReplacement request) implements DrawCommand {}

  /** 移交: the visit takes back that a member hands it over. */
  record DropHandover(EndReplacement end, String inspector) implements DrawCommand {}

  /** Recusals were declared, and arrived on that day. */
  record NoteRecusals(String drawId, List<DeclaredRecusal> declared, LocalDate on)
      implements DrawCommand {
    public NoteRecusals {
      declared = List.copyOf(declared);
    }
  }

  /** Asks that a member stays whose replacement is due. */
  record RequestKeeping(String drawId, String subject, String inspector, String reason, String by)
      implements DrawCommand {}

  /** A second person agrees; who comes in follows from the seed and the register of the day. */
  record ApproveReplacement(
      String drawId,
      String subject,
      String by,
      LocalDate today,
      InRegister register,
      @Nullable LocalDate finished)
      implements DrawCommand {}

  /** Whoever asked takes it back, or another does not agree; the reason is in words. */
  record EndReplacement(String drawId, String subject, String reason, String by, LocalDate today)
      implements DrawCommand {}

  /** A visit took over what was replaced there. */
  record SettleReplacement(String drawId, String subject, LocalDate on) implements DrawCommand {}

  /**
   * A visit that had gone too far stays as it is, and the record follows.
   *
   * @param inspectors the team that visits or visited
   * @param alternate the subject that was to be visited instead; empty where the team was to change
   */
  record FollowVisit(
      String drawId,
      String subject,
      List<String> inspectors,
      Optional<String> alternate,
      String why,
      LocalDate on)
      implements DrawCommand {}

  record NoteOverdue(Instant now) implements DrawCommand {}
}
