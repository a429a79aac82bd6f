package cn.doublerandom.inspection.preparation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 行政检查通知书 with its receipt.
 *
 * @param by account of who served it
 * @param receivedAs in which position it was received; the name stays on the receipt
 * @param day of the visit it says; absent where none was agreed then
 */
public record Notice(String by, Way way, String receivedAs, LocalDate on, @Nullable LocalDate day) {
  /** One that says no day. */
  public Notice(String by, Way way, String receivedAs, LocalDate on) {
    this(by, way, receivedAs, on, null);
  }

  /** How a notice is served. */
  public enum Way {
    /** 直接送达. */
    IN_PERSON,
    /** 留置送达. */
    LEFT_BEHIND,
    /** 邮寄送达. */
    BY_POST,
    /** 电子送达. */
    ELECTRONIC
  }
}
