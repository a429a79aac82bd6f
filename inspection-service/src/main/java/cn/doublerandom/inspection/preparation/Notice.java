package cn.doublerandom.inspection.preparation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 行政检查通知书 with its receipt.
 *
 * @param by account of who served it
 * @param receivedAs in which position it was received; the name stays on the receipt
 * @param day of the visit it says; absent where none was agreed then
 * @param team it names; absent where that was not kept
 */
public record Notice(
    String by,
    Way way,
    String receivedAs,
    LocalDate on,
    @Nullable LocalDate day,
    @Nullable List<String> team) {
  public Notice {
    team = team == null ? null : List.copyOf(team);
  }

  /** One that says no day and does not keep whom it names. */
  public Notice(String by, Way way, String receivedAs, LocalDate on) {
    this(by, way, receivedAs, on, null, null);
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
