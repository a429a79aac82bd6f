package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * The register of inspectors (执法检查人员名录库) has a new or changed entry; carries the whole entry
 * without any personal field.
 *
 * @param inspectorId the register's own number
 * @param unit the inspector's unit
 * @param tags what a slot may ask for: {@code unit:…}, {@code skill:…}, ascending
 * @param certificateValidUntil last day of the enforcement certificate
 * @param status ACTIVE or LEFT
 * @param recusals subjects this inspector may not inspect (回避)
 */
public record InspectorChanged(
    String inspectorId,
    String unit,
    List<String> tags,
    LocalDate certificateValidUntil,
    String status,
    List<Recusal> recusals)
    implements IntegrationEvent {

  /**
   * One recusal.
   *
   * @param subject id of the subject
   * @param reason reason code, for example DECLARED_INTEREST
   */
  public record Recusal(String subject, String reason) {}
}
