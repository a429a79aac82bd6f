package cn.doublerandom.publication.notice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 通报公告: what a year shows of some units, put to them and agreed to by two people before it was
 * told. It holds numbers and names of units; nothing in it is of a person.
 *
 * @param bulletinId bureau, year and issue
 * @param countedOn day on which its numbers were frozen
 * @param withdrawn absent where it holds
 */
public record BulletinNotice(
    String bulletinId,
    int year,
    int issue,
    LocalDate countedOn,
    LocalDate publishedOn,
    List<OfUnit> units,
    @Nullable Withdrawn withdrawn)
    implements Noted {
  public BulletinNotice {
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

  /** 撤销: it holds no more, and stays to be read; everybody reads the reason. */
  public record Withdrawn(LocalDate on, String reason) {}

  /** As it is quoted. */
  public String heading() {
    return "关于%d年双随机抽查工作情况的通报（第%d期）".formatted(year, issue);
  }

  BulletinNotice withdrawn(LocalDate on, String reason) {
    return new BulletinNotice(
        bulletinId, year, issue, countedOn, publishedOn, units, new Withdrawn(on, reason));
  }
}
