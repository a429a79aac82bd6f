package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The register of inspectors (执法检查人员名录库) has a new or changed entry; carries the whole entry
 * without any personal field.
 *
 * @param inspectorId the register's own number
 * @param unit the inspector's unit
 * @param tags what a slot may ask for: {@code unit:…}, {@code skill:…}, ascending
 * @param certificateValidUntil last day of the enforcement certificate that is valid longest
 * @param status ACTIVE or LEFT
 * @param recusals subjects this inspector may not inspect (回避)
 * @param absences days on which the inspector cannot be drawn; absent where none are known
 * @param later status from a later day on, ascending; absent where nothing is known of one. {@code
 *     status} holds on the day the entry was told, until the first of them
 * @param recusalsAsked subjects of which a recusal, or its revocation, waits for a second person,
 *     ascending; absent where none do
 */
public record InspectorChanged(
    String inspectorId,
    String unit,
    List<String> tags,
    LocalDate certificateValidUntil,
    String status,
    List<Recusal> recusals,
    @Nullable List<Absence> absences,
    @Nullable List<Later> later,
    @Nullable List<String> recusalsAsked)
    implements IntegrationEvent {

  /**
   * One recusal.
   *
   * @param subject id of the subject
   * @param reason reason code, for example DECLARED_INTEREST
   * @param from first day; absent where it always held
   * @param until last day; absent where it does not end
   * @param decidedBy account of the second person who agreed; absent where it took one, or follows
   *     from the register
   */
  public record Recusal(
      String subject,
      String reason,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable String decidedBy) {
    public Recusal(String subject, String reason) {
      this(subject, reason, null, null, null);
    }
  }

  /**
   * Days of leave.
   *
   * @param from first day
   * @param until last day
   */
  public record Absence(LocalDate from, LocalDate until) {}

  /**
   * A status from a later day on.
   *
   * @param from first day
   */
  public record Later(LocalDate from, String status) {}
}
