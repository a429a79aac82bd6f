package cn.doublerandom.inspection.followup;

import cn.doublerandom.inspection.Officer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be asked of the follow-ups of a visit. */
public sealed interface FollowUpCommand {
  /**
   * @param receiver absent of an order to correct
   * @param alarms days on which somebody is told, by the packs in force, ascending
   */
  record OpenFollowUp(
      FollowedVisit visit,
      FollowUpKind kind,
      String item,
      String document,
      @Nullable String receiver,
      LocalDate dueOn,
      boolean provisional,
      List<Alarm> alarms,
      Officer by,
      LocalDate today)
      implements FollowUpCommand {
    public OpenFollowUp {
      alarms = List.copyOf(alarms);
    }
  }

  /** The days of what is open may have come. */
  record NoteAlarms(LocalDate today) implements FollowUpCommand {}

  /**
   * A visit of two officers is planned to look again; planned anew, the last counts.
   *
   * @param on the day on which they go
   * @param officers numbers in the register
   * @param obstacles what the register says against them on that day, by number
   */
  record PlanRecheck(
      FollowedVisit visit,
      int number,
      LocalDate on,
      List<String> officers,
      Map<String, String> obstacles,
      Officer by,
      LocalDate today)
      implements FollowUpCommand {
    public PlanRecheck {
      officers = List.copyOf(officers);
      obstacles = Map.copyOf(obstacles);
    }
  }

  /**
   * What is planned for an officer who leaves goes to others; what they may not take stays his, and
   * so does what was planned anew meanwhile.
   *
   * @param leaves number of who leaves
   * @param plans each with the two who go instead
   */
  record PassRechecks(String leaves, List<PlanRecheck> plans) implements FollowUpCommand {
    public PassRechecks {
      plans = List.copyOf(plans);
    }
  }

  /** An officer looked again. */
  record StateRecheck(
      FollowedVisit visit, int number, boolean corrected, String note, Officer by, LocalDate today)
      implements FollowUpCommand {}

  /** Another officer was there and says so. */
  record ConfirmRecheck(FollowedVisit visit, int number, Officer by, LocalDate today)
      implements FollowUpCommand {}

  /**
   * A new link for the receiver; the one before opens nothing any more.
   *
   * @param sha256 of its secret
   */
  record IssueLink(FollowedVisit visit, int number, String sha256, Officer by)
      implements FollowUpCommand {}

  /**
   * The receiver says so by his link.
   *
   * @param sha256 of the secret he came with
   */
  record AcknowledgeByLink(
      int number, String sha256, String receivedAs, String reference, LocalDate today)
      implements FollowUpCommand {}

  /** An officer enters the receiver's paper. */
  record EnterReceipt(
      FollowedVisit visit,
      int number,
      String receivedAs,
      String reference,
      Officer by,
      LocalDate today)
      implements FollowUpCommand {}

  /**
   * A result was corrected or withdrawn in public: orders whose finding does not stand are lifted.
   * What went out to others stays open until they say what became of it.
   *
   * @param reason why, as everybody reads it
   */
  record LiftUnfounded(FollowedVisit visit, String reason, LocalDate today)
      implements FollowUpCommand {}
}
