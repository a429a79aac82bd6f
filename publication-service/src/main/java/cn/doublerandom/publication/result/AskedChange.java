package cn.doublerandom.publication.result;

import cn.doublerandom.publication.result.ResultContent.Finding;
import java.time.LocalDate;
import java.util.List;

/**
 * 更正、撤销、信用修复 of a published result or 驳回 of an objection to it, asked for by one person and decided
 * on by another.
 */
public sealed interface AskedChange {
  /** Why it is asked for, in words everybody will read. */
  String reason();

  /** The account that asked. */
  String by();

  LocalDate on();

  /**
   * 更正.
   *
   * @param itemCode the item whose result was wrong
   * @param findings all of them, as they would be
   * @param codes of the subject, as they would be, ascending
   */
  record Correction(
      String itemCode,
      List<Finding> findings,
      List<String> codes,
      String reason,
      String by,
      LocalDate on)
      implements AskedChange {
    public Correction {
      findings = List.copyOf(findings);
      codes = List.copyOf(codes);
    }
  }

  /** 撤销. */
  record Withdrawal(String reason, String by, LocalDate on) implements AskedChange {}

  /** 驳回异议: the result stands, and the firm is answered so. */
  record Rejection(String reason, String by, LocalDate on) implements AskedChange {}

  /** 信用修复, which the firm asked for; the reason is read by the firm. */
  record Repair(String reason, String by, LocalDate on) implements AskedChange {}
}
