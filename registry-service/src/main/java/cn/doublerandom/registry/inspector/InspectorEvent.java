package cn.doublerandom.registry.inspector;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happens to an inspector. */
public sealed interface InspectorEvent {
  /**
   * @param effective first day of the status; absent where it always held, and in old events
   */
  record InspectorRegistered(InspectorDetails details, @Nullable LocalDate effective)
      implements InspectorEvent {}

  /**
   * @param effective first day of the status; absent in old events: what they say holds for all
   *     days
   * @param requestedBy absent where one person may say it
   * @param approvedBy absent there too
   */
  record InspectorRevised(
      InspectorDetails details,
      @Nullable LocalDate effective,
      @Nullable String requestedBy,
      @Nullable String approvedBy)
      implements InspectorEvent {
    /** What one person may say. */
    public InspectorRevised(InspectorDetails details, @Nullable LocalDate effective) {
      this(details, effective, null, null);
    }
  }

  /** Who left asks to be forgotten; the key is destroyed when another account approves. */
  record ErasureRequested(String reason, String by) implements InspectorEvent {}

  /**
   * What was asked for will not be; the name stays readable.
   *
   * @param requestedBy who had asked
   * @param withdrawn whether it was taken back by who had asked, and not declined by another
   */
  record ErasureRequestEnded(String requestedBy, String reason, String by, boolean withdrawn)
      implements InspectorEvent {}

  /** Another account agreed; the key is destroyed next. */
  record ErasureApproved(String by) implements InspectorEvent {}

  /**
   * Conflicts of interest hold from now on.
   *
   * @param requestedBy absent in events from before it took two
   * @param approvedBy absent there too
   */
  record ConflictsDeclared(
      List<Recusal> recusals, @Nullable String requestedBy, @Nullable String approvedBy)
      implements InspectorEvent {
    public ConflictsDeclared {
      recusals = List.copyOf(recusals);
    }
  }

  /** Conflicts of one subject that were declared hold no more. */
  record ConflictsRevoked(List<Recusal> recusals, String requestedBy, String approvedBy)
      implements InspectorEvent {
    public ConflictsRevoked {
      recusals = List.copyOf(recusals);
    }
  }

  /**
   * Recusals wait for a second person, or their revocation does.
   *
   * @param batch all that was asked at once, of whichever inspectors
   * @param revokedFor why they are to be revoked; absent where they are to be declared
   */
  record RecusalsRequested(
      List<Recusal> recusals, String by, String batch, @Nullable String revokedFor)
      implements InspectorEvent {
    public RecusalsRequested {
      recusals = List.copyOf(recusals);
    }
  }

  /**
   * What was asked of these subjects will not be.
   *
   * @param withdrawn whether it was taken back by who had asked, and not declined by another
   */
  record RecusalRequestsEnded(List<String> subjects, String reason, String by, boolean withdrawn)
      implements InspectorEvent {
    public RecusalRequestsEnded {
      subjects = List.copyOf(subjects);
    }
  }

  /**
   * @param requestedBy who noted it; absent in events from before that was kept
   * @param approvedBy absent where one person may say it
   */
  record LeaveGranted(Leave leave, @Nullable String requestedBy, @Nullable String approvedBy)
      implements InspectorEvent {}

  /**
   * What would take an inspector out of the draw, or bring him in, waits for a second person.
   *
   * @param leave absent where it is about no leave
   * @param leftFrom first day of 离岗; absent where it is about no departure
   * @param validity of certificates that end on other days by it; absent where it is about none,
   *     and in old events
   * @param narrowing of the teams he can be drawn into; absent where it is about none, and in old
   *     events
   * @param activeFrom first day of 在岗 of who is new or comes back; absent where it is about none,
   *     and in old events
   * @param batch all that a table asked for at once; absent where no table did, and in old events
   * @param revision all that a row changes; absent where it changes no more than the status, and in
   *     old events, whose rows held at once but for what is named beside it
   */
  record AbsenceRequested(
      @Nullable Leave leave,
      @Nullable LocalDate leftFrom,
      String by,
      @Nullable Validity validity,
      @Nullable Narrowing narrowing,
      @Nullable LocalDate activeFrom,
      @Nullable String batch,
      @Nullable Revision revision)
      implements InspectorEvent {
    /** A leave, which no table asks for. */
    public AbsenceRequested(Leave leave, String by) {
      this(leave, null, by, null, null, null, null, null);
    }

    /** The same of a row that tells other details. */
    public AbsenceRequested telling(InspectorDetails told) {
      Revision row = Objects.requireNonNull(revision);
      return new AbsenceRequested(
          leave,
          leftFrom,
          by,
          validity,
          narrowing,
          activeFrom,
          batch,
          new Revision(told, row.gained(), row.parts()));
    }
  }

  /**
   * What was asked for will not be.
   *
   * @param withdrawn whether it was taken back by who had asked, and not declined by another
   */
  record AbsenceRequestEnded(String reason, String by, boolean withdrawn)
      implements InspectorEvent {}

  /**
   * What a table had made of the entry is taken back; recusals and leaves are none of a table's.
   *
   * @param effective the day of the approval: days before stay as they were recorded
   * @param details as they were before; of somebody the table had entered without the numbers of
   *     his certificates, which are another's to be told with
   * @param statuses from which days he is again what he was; empty where he is that already
   * @param batch in which the table had asked for what waits no more; absent where nothing did
   */
  record InspectorImportUndone(
      String importId,
      String reason,
      LocalDate effective,
      InspectorDetails details,
      List<StatusFrom> statuses,
      @Nullable String batch,
      String requestedBy,
      String approvedBy)
      implements InspectorEvent {
    public InspectorImportUndone {
      statuses = List.copyOf(statuses);
    }

    /** The same of sealed details. */
    public InspectorImportUndone telling(InspectorDetails told) {
      return new InspectorImportUndone(
          importId, reason, effective, told, statuses, batch, requestedBy, approvedBy);
    }
  }

  /** A status from a day on. */
  record StatusFrom(LocalDate from, InspectorStatus status) {}
}
