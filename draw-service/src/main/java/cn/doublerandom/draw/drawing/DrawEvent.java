package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Entropy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens in the draws of a task. */
public sealed interface DrawEvent {
  record FrameFrozen(FrozenFrame frame) implements DrawEvent {}

  /**
   * @param commitHash 64 hex digits; public before any entropy exists
   */
  record DrawCommitted(Commit commit, String commitHash) implements DrawEvent {}

  record ContributionRevealed(Entropy.Contribution contribution) implements DrawEvent {}

  record EntropyObserved(Entropy.Reveal entropy) implements DrawEvent {}

  /**
   * @param certificate proof that the teams are optimal; empty where they are infeasible
   * @param salt present in a sealed draw, whose result stays inside until it is opened
   */
  record DrawExecuted(
      DrawResult result,
      String resultHash,
      Map<String, Object> certificate,
      LocalDate executedOn,
      @Nullable String salt)
      implements DrawEvent {}

  /**
   * From now on the visits of a sealed draw are everybody's knowledge.
   *
   * @param teams members by drawn subject; no members where the teams are infeasible
   * @param subjectsDrawn false where only teams were drawn
   */
  record DrawOpened(LocalDate openedOn, Map<String, List<String>> teams, boolean subjectsDrawn)
      implements DrawEvent {}

  /**
   * One of the two approvals a void needs.
   *
   * @param earlier the draw, where it is one of an earlier batch; absent where it is under way
   */
  record VoidApproved(String by, String reason, @Nullable String earlier) implements DrawEvent {}

  /**
   * The draw is void and stays visible.
   *
   * @param wouldBeResultHash of the result it had or would have had; absent where the entropy was
   *     never complete
   * @param teams the visits that fall away, members by subject; absent where nobody was drawn
   * @param executedOn day of the draw; absent where nobody was drawn
   * @param earlier the draw, where it is one of an earlier batch
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
   * @param inspector the member to be replaced; absent where the subject is
   * @param earlier the draw, where it is one of an earlier batch
   */
  record ReplacementRequested(
      String subject,
      @Nullable String inspector,
      String reason,
      String evidence,
      String by,
      @Nullable String earlier)
      implements DrawEvent {}

  /**
   * The next alternate of the stratum takes the place of a subject (protocol §6).
   *
   * @param inspectors the team that visits the alternate, ascending
   * @param earlier the draw, where it is one of an earlier batch
   */
  record SubjectReplaced(
      String subject,
      String alternate,
      List<String> inspectors,
      String reason,
      String evidence,
      String requestedBy,
      String approvedBy,
      LocalDate on,
      @Nullable String earlier)
      implements DrawEvent {}

  /**
   * Another inspector takes the place of a member (protocol §7).
   *
   * @param inspectors the whole team afterwards, ascending
   * @param earlier the draw, where it is one of an earlier batch
   */
  record InspectorReplaced(
      String subject,
      String inspector,
      String substitute,
      List<String> inspectors,
      String reason,
      String requestedBy,
      String approvedBy,
      LocalDate on,
      @Nullable String earlier)
      implements DrawEvent {}

  /** The draw of an earlier batch an event is about; absent where it is about the one under way. */
  default Optional<String> ofEarlier() {
    return switch (this) {
      case VoidApproved e -> Optional.ofNullable(e.earlier);
      case DrawVoided e -> Optional.ofNullable(e.earlier);
      case ReplacementRequested e -> Optional.ofNullable(e.earlier);
      case SubjectReplaced e -> Optional.ofNullable(e.earlier);
      case InspectorReplaced e -> Optional.ofNullable(e.earlier);
      case FrameFrozen e -> Optional.empty();
      case DrawCommitted e -> Optional.empty();
      case ContributionRevealed e -> Optional.empty();
      case EntropyObserved e -> Optional.empty();
      case DrawExecuted e -> Optional.empty();
      case DrawOpened e -> Optional.empty();
      case DrawOverdue e -> Optional.empty();
    };
  }

  /**
   * Neither executed nor voided by executeBy, or not opened by openBy: a violation everybody sees.
   *
   * @param due the time that passed, UTC
   */
  record DrawOverdue(String due) implements DrawEvent {}
}
