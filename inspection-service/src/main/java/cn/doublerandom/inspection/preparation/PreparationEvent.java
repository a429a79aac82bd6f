package cn.doublerandom.inspection.preparation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens before a visit. */
public sealed interface PreparationEvent {
  /**
   * A member said with his own account that he was trained.
   *
   * @param content in what; empty where he did not say
   */
  record TrainingConfirmed(String inspector, String content, LocalDate on)
      implements PreparationEvent {}

  /**
   * A member filled in 行政检查审批表.
   *
   * @param unannounced why the subject is not to be told before; absent where it is told
   */
  record ApprovalAsked(String by, @Nullable String unannounced, LocalDate on)
      implements PreparationEvent {}

  /** Another person agreed. */
  record InspectionApproved(String by, LocalDate on) implements PreparationEvent {}

  /** Another person did not agree; it may be asked for again. */
  record ApprovalDeclined(String by, String reason, LocalDate on) implements PreparationEvent {}

  /** Who had asked took it back; it may be asked for again. */
  record ApprovalTakenBack(String by, String reason, LocalDate on) implements PreparationEvent {}

  /**
   * 行政检查通知书 was handed over.
   *
   * @param receivedAs in which position it was received; the name stays on the receipt
   * @param day of the visit it says; absent where none was agreed, and in events from before days
   *     were
   * @param team it names; absent in events from before it was kept
   */
  record NoticeServed(
      String by,
      Notice.Way way,
      String receivedAs,
      LocalDate on,
      @Nullable LocalDate day,
      @Nullable List<String> team)
      implements PreparationEvent {
    public NoticeServed {
      team = team == null ? null : List.copyOf(team);
    }

    /** One that says no day and does not keep whom it names. */
    public NoticeServed(String by, Notice.Way way, String receivedAs, LocalDate on) {
      this(by, way, receivedAs, on, null, null);
    }
  }

  /**
   * The visit has its 检查码, by which the subject sees who comes and asks for a recusal.
   *
   * @param code six characters
   */
  record CodeIssued(String code) implements PreparationEvent {}

  /**
   * A code by which the firm rates its visit was made for the firm alone; the one before is void.
   *
   * @param token what the code became under a key the ledger does not have, 64 lowercase hex digits
   * @param by who hands it to the firm, of no unit of the team
   */
  record RatingCodeMade(String token, String by, LocalDate on) implements PreparationEvent {}

  /**
   * A recusal was declared by an officer, or asked for by the subject.
   *
   * @param inspector number of the officer, or of the expert beside the team
   * @param by account of the officer; absent where the subject asked
   * @param expert true where it is about an expert; absent of an officer, and in old events
   */
  record RecusalAsked(
      String inspector, @Nullable String by, String reason, LocalDate on, @Nullable Boolean expert)
      implements PreparationEvent {
    /** One of an officer. */
    public RecusalAsked(String inspector, @Nullable String by, String reason, LocalDate on) {
      this(inspector, by, reason, on, null);
    }
  }

  /**
   * Somebody else decided on it. An expert who is recused stands beside the team no more from then
   * on.
   *
   * @param expert as it was asked for
   */
  record RecusalDecided(
      String inspector,
      boolean agreed,
      String by,
      String reason,
      LocalDate on,
      @Nullable Boolean expert)
      implements PreparationEvent {
    /** One of an officer. */
    public RecusalDecided(
        String inspector, boolean agreed, String by, String reason, LocalDate on) {
      this(inspector, agreed, by, reason, on, null);
    }

    /** Whether an expert is to leave. */
    public boolean removesExpert() {
      return agreed && Boolean.TRUE.equals(expert);
    }
  }
}
