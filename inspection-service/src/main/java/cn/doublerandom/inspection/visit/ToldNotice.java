package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A notice of the visit that was served.
 *
 * @param day of the visit it says; absent where none was agreed then
 */
public record ToldNotice(@Nullable LocalDate day) {
  /** Whether the subject was told of the day that is agreed now; where none is, of any. */
  boolean isOf(@Nullable LocalDate agreed) {
    return agreed == null || agreed.equals(day);
  }
}
