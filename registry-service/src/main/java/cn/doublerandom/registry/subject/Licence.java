package cn.doublerandom.registry.subject;

import java.time.LocalDate;

/**
 * 许可证.
 *
 * @param name 名称, for example 道路运输经营许可证
 * @param number 编号
 * @param validUntil last day
 */
public record Licence(String name, String number, LocalDate validUntil) {
  /** The same with another number; of a person it is sealed and stands empty here. */
  public Licence numbered(String other) {
    return new Licence(name, other, validUntil);
  }
}
