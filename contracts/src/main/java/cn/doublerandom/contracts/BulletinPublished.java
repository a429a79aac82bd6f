package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin (通报) was made public: what a year shows of some units, and nothing of a person (ADR
 * 88).
 *
 * @param bulletinId bureau, year and issue
 * @param issue counts from 1 in a year
 * @param countedOn day on which its numbers were frozen, Asia/Shanghai
 * @param publishedOn Asia/Shanghai
 */
public record BulletinPublished(
    String bulletinId,
    int year,
    int issue,
    LocalDate countedOn,
    LocalDate publishedOn,
    List<OfUnit> units)
    implements IntegrationEvent {
  public BulletinPublished {
    units = List.copyOf(units);
  }

  /**
   * What the year shows of a unit.
   *
   * @param visits whose result is final
   * @param problems of them with a finding
   * @param tickets of supervision that were closed
   * @param toBePutRight of them concluded with 责成整改
   * @param reminded of them concluded with 提醒
   * @param points of its yearly assessment; absent where none was confirmed, as is base
   */
  public record OfUnit(
      String unit,
      int visits,
      int problems,
      int tickets,
      int toBePutRight,
      int reminded,
      @Nullable Integer points,
      @Nullable Integer base) {}
}
