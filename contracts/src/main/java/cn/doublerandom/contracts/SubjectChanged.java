package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The register of subjects (检查对象名录库) has a new or changed entry; carries the whole entry.
 *
 * @param subjectId unified social credit code, or the register's own code for projects
 * @param name 名称
 * @param kind ENTERPRISE, INDIVIDUAL_BUSINESS, COOPERATIVE, PROJECT, VEHICLE, VESSEL, STATION,
 *     GRID, PUBLIC_BODY or PERSON; further ones may come
 * @param labels 监管标签 and industry labels, ascending
 * @param creditRiskClass A, B, C or D; {@code NONE} where the subject has no class
 * @param status ACTIVE, SUSPENDED, CANCELLED, MOVED_OUT, REVOKED, ANNULLED (its registration was
 *     void) or UNCONFIRMED (new, and another person has not agreed yet); further ones may come, and
 *     only ACTIVE and SUSPENDED are on the register
 * @param registrar 登记机关
 * @param since 成立日期 or start of the works
 * @param mergedInto the entry this one is a duplicate of; absent where it is none
 * @param region GB/T 2260; absent where unknown
 * @param industry GB/T 4754; absent where unknown
 * @param keyField 重点领域; absent where none
 * @param effective day from which the state told here holds; absent where it is that of the first
 *     entry, and in records from before it was told
 * @param later what is known to hold from a later day, ascending; absent where nothing is. What
 *     stands above holds on the day the entry was told, until the first of them
 * @param states every day from which a status held, holds or will hold, ascending: what figures of
 *     past days are made from; absent in an entry told for the first time, and in records from
 *     before it was told
 * @param toldOn business day on which this was recorded; absent likewise
 * @param address 住所 or site; absent where none is kept, of a person and of what a person owns, and
 *     in records from before it was told
 */
public record SubjectChanged(
    String subjectId,
    String name,
    String kind,
    List<String> labels,
    String creditRiskClass,
    String status,
    String registrar,
    LocalDate since,
    @Nullable String mergedInto,
    @Nullable String region,
    @Nullable String industry,
    @Nullable String keyField,
    @Nullable LocalDate effective,
    @Nullable List<Later> later,
    @Nullable List<State> states,
    @Nullable LocalDate toldOn,
    @Nullable String address)
    implements IntegrationEvent {

  /**
   * What holds from a later day, until the next one.
   *
   * @param from first day
   */
  public record Later(LocalDate from, String status, String creditRiskClass, List<String> labels) {}

  /**
   * A status from a day on.
   *
   * @param from first day
   */
  public record State(LocalDate from, String status) {}
}
