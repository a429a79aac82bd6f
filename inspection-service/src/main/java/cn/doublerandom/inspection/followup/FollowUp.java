package cn.doublerandom.inspection.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One follow-up of a finding.
 *
 * @param number within its visit, from 1
 * @param item whose finding it follows
 * @param document number and title of the order, notification or transfer
 * @param receiver authority or judicial organ; absent of an order to correct
 * @param dueOn last day to correct, or to say that it was received
 * @param provisional dueOn falls in a year without a holiday notice
 * @param alarms days on which somebody is told, ascending
 * @param told how many of them have come
 * @param recheck what was found when it was looked at again; absent before
 * @param receipt that it was received; absent before
 * @param closedOn absent as long as it is open
 * @param lifted why its order was lifted, as the finding does not stand; absent where it was not
 */
public record FollowUp(
    int number,
    FollowUpKind kind,
    String item,
    String document,
    @Nullable String receiver,
    LocalDate dueOn,
    boolean provisional,
    List<Alarm> alarms,
    int told,
    String openedBy,
    LocalDate openedOn,
    @Nullable Recheck recheck,
    @Nullable Receipt receipt,
    @Nullable LocalDate closedOn,
    @Nullable String lifted) {
  public FollowUp {
    alarms = List.copyOf(alarms);
  }

  /**
   * 复查: two officers looked again.
   *
   * @param confirmedBy the other officer, with his own account; absent as long as he has not
   */
  public record Recheck(
      boolean corrected, String note, String by, LocalDate on, @Nullable String confirmedBy) {}

  /**
   * 回执: it was received.
   *
   * @param receivedAs office and position of who received it; no name
   * @param reference the receiver's own number
   * @param by account of who entered the receipt; absent where the receiver did by the link
   */
  public record Receipt(String receivedAs, String reference, @Nullable String by, LocalDate on) {}

  public boolean open() {
    return closedOn == null;
  }

  /** The last alarm that has come; nothing where none has. */
  public Optional<Alarm> alarm() {
    return told == 0 ? Optional.empty() : Optional.of(alarms.get(told - 1));
  }

  /** Alarms that have come by a day and were not told. */
  List<Alarm> due(LocalDate today) {
    List<Alarm> due = new ArrayList<>();
    alarms.stream().skip(told).filter(alarm -> !alarm.on().isAfter(today)).forEach(due::add);
    return due;
  }

  FollowUp with(Recheck looked) {
    return as(told, looked, receipt, closedOn, lifted);
  }

  FollowUp with(Receipt received) {
    return as(told, recheck, received, closedOn, lifted);
  }

  FollowUp alarmed() {
    return as(told + 1, recheck, receipt, closedOn, lifted);
  }

  FollowUp closed(LocalDate on) {
    return as(told, recheck, receipt, on, lifted);
  }

  FollowUp lifted(String reason) {
    return as(told, recheck, receipt, closedOn, reason);
  }

  /** The same follow-up, as far as it has come. */
  private FollowUp as(
      int alarmsTold,
      @Nullable Recheck looked,
      @Nullable Receipt received,
      @Nullable LocalDate on,
      @Nullable String unfounded) {
    return new FollowUp(
        number,
        kind,
        item,
        document,
        receiver,
        dueOn,
        provisional,
        alarms,
        alarmsTold,
        openedBy,
        openedOn,
        looked,
        received,
        on,
        unfounded);
  }
}
