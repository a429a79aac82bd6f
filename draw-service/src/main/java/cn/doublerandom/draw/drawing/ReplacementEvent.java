package cn.doublerandom.draw.drawing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens to a draw after it was executed: somebody comes in for another, or stays. */
public sealed interface ReplacementEvent extends DrawEvent {
  /**
   * @param inspector the member to be replaced; absent where the subject is
   * @param registered what the register says of who is to go out: status of the subject, obstacle
   *     of the member; absent where nothing stands against the member, and in old events
   * @param handover whether the visit asked (移交); absent where somebody here did, and in old events
   */
  record ReplacementRequested(
      String subject,
      @Nullable String inspector,
      String reason,
      String evidence,
      String by,
      @Nullable String earlier,
      @Nullable String registered,
      @Nullable Boolean handover)
      implements ReplacementEvent {}

  /**
   * What was asked for a subject does not happen: whoever asked took it back, or another did not
   * agree.
   *
   * @param inspector the member it was about; absent where it was the subject
   * @param requestedBy who had asked
   * @param by who ended it
   * @param handover whether the visit had asked, and is told; absent where it had not, and in old
   *     events
   */
  record ReplacementEnded(
      String subject,
      @Nullable String inspector,
      String reason,
      String requestedBy,
      String by,
      LocalDate on,
      @Nullable String earlier,
      @Nullable Boolean handover)
      implements ReplacementEvent {}

  /**
   * 移交: a visit asked that a member hands it over, and that cannot be taken: nothing waits, and the
   * visit is told.
   *
   * @param why in words
   */
  record HandoverRefused(
      String subject, String inspector, String why, LocalDate on, @Nullable String earlier)
      implements ReplacementEvent {}

  /**
   * The next alternate of the stratum takes the place of a subject (protocol §6).
   *
   * @param inspectors the team that visits the alternate, ascending
   * @param registered status of the subject in the register that day; absent in old events
   * @param passed alternates before that one, who may not be drawn that day; absent where there
   *     were none, and in old events
   * @param awaitsVisit whether the visit has to say what becomes of it; absent in old events
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
      @Nullable String earlier,
      @Nullable String registered,
      @Nullable List<PassedOver> passed,
      @Nullable Boolean awaitsVisit)
      implements ReplacementEvent {
    @Override
    public Set<String> visited() {
      return Set.of(subject, alternate);
    }
  }

  /**
   * Another inspector takes the place of a member (protocol §7).
   *
   * @param inspectors the whole team afterwards, ascending
   * @param evidence as whoever asked gave it; absent where nothing was given, and in old events
   * @param registered what the register says against the member that day; absent where nothing, and
   *     in old events
   * @param passed inspectors before the substitute, who may not serve that day; absent as above
   * @param awaitsVisit as of a subject
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
      @Nullable String earlier,
      @Nullable String evidence,
      @Nullable String registered,
      @Nullable List<PassedOver> passed,
      @Nullable Boolean awaitsVisit)
      implements ReplacementEvent {}

  /**
   * The visit took over what was replaced there: from now on the next replacement is decided.
   *
   * @param subject whose visit it is, also where that subject gave way
   */
  record ReplacementSettled(String subject, LocalDate on, @Nullable String earlier)
      implements ReplacementEvent {}

  /**
   * The visit had gone too far for a replacement; who visits whom is what it was.
   *
   * @param alternate who does not come in for the subject; absent where a member does not
   * @param substitutes members who do not come in
   * @param members members who stay
   * @param inspectors the whole team, ascending
   */
  record ReplacementUndone(
      String subject,
      @Nullable String alternate,
      List<String> substitutes,
      List<String> members,
      List<String> inspectors,
      String why,
      LocalDate on,
      @Nullable String earlier)
      implements ReplacementEvent {
    @Override
    public Set<String> visited() {
      return alternate == null ? Set.of(subject) : Set.of(subject, alternate);
    }
  }

  /**
   * A recusal came after the freeze: the member, once drawn for that subject, is to be replaced.
   *
   * @param reason code of the recusal
   * @param on day it arrived
   * @param from its first day; absent where it held when it arrived, and in old events
   */
  record MemberRecused(
      String subject,
      String inspector,
      String reason,
      LocalDate on,
      @Nullable String earlier,
      @Nullable LocalDate from)
      implements ReplacementEvent {}

  /**
   * Somebody asks that a member stays although recused.
   *
   * @param reason in words
   */
  record KeepingRequested(
      String subject, String inspector, String reason, String by, @Nullable String earlier)
      implements ReplacementEvent {}

  /** Two people decided that a member stays although recused. */
  record MemberKept(
      String subject,
      String inspector,
      String reason,
      String requestedBy,
      String approvedBy,
      LocalDate on,
      @Nullable String earlier)
      implements ReplacementEvent {}
}
