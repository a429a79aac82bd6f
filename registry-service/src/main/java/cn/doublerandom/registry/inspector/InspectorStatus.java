package cn.doublerandom.registry.inspector;

import cn.doublerandom.bureau.figures.Turns;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 在岗 or 离岗; who left is never drawn. */
public enum InspectorStatus {
  ACTIVE,
  LEFT;

  /** What somebody was before he became this. */
  InspectorStatus before() {
    return switch (this) {
      case ACTIVE -> LEFT;
      case LEFT -> ACTIVE;
    };
  }

  /**
   * The statuses of somebody new.
   *
   * @param effective first day of his status; absent where it always held, as far as is known
   */
  public static Turns<InspectorStatus> first(
      InspectorStatus status, @Nullable LocalDate effective) {
    return effective == null
        ? Turns.of(LocalDate.EPOCH, status)
        : Turns.of(LocalDate.EPOCH, status.before()).with(effective, status);
  }

  /**
   * The statuses after one more.
   *
   * @param effective absent in old events, which hold for all days
   */
  public static Turns<InspectorStatus> after(
      Turns<InspectorStatus> known, InspectorStatus status, @Nullable LocalDate effective) {
    if (effective == null) {
      return first(status, null);
    }
    return known.asOf(effective) == status ? known : known.with(effective, status);
  }

  /** The statuses after what a table had made of them was taken back. */
  public static Turns<InspectorStatus> after(
      Turns<InspectorStatus> known, InspectorEvent.InspectorImportUndone undone) {
    Turns<InspectorStatus> all = known;
    for (InspectorEvent.StatusFrom one : undone.statuses()) {
      all = all.with(one.from(), one.status());
    }
    return all;
  }
}
