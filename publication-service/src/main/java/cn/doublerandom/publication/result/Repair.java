package cn.doublerandom.publication.result;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 信用修复 as the firm asks for it: what was found is put right, its publication is to end early.
 *
 * @param number counted from 1 for each result
 * @param statement in its words, for the bureau and not for the public
 * @param refused absent while it waits, and where it was granted
 */
public record Repair(int number, String statement, LocalDate on, @Nullable Refused refused) {
  /**
   * 不予修复, as the firm reads it.
   *
   * @param by account that decided
   */
  public record Refused(String reason, String by, LocalDate on) {}

  /** 修复编号, under which the firm asks for it. */
  public static String receipt(String resultId, int number) {
    return resultId + "-X" + number;
  }

  Repair refusedWith(Refused given) {
    return new Repair(number, statement, on, given);
  }
}
