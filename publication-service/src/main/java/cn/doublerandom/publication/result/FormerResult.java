package cn.doublerandom.publication.result;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.publication.result.ResultContent.Finding;
import java.time.LocalDate;
import java.util.List;

/**
 * A version of a published result that was corrected since; it stays to be read.
 *
 * @param codes of the subject, ascending
 * @param from first day on which it was public
 * @param until the day it was corrected
 * @param reason why it was
 */
public record FormerResult(
    List<String> codes, List<Finding> findings, LocalDate from, LocalDate until, String reason) {
  public FormerResult {
    codes = List.copyOf(codes);
    findings = List.copyOf(findings);
  }

  /** 检查结果 in words. */
  public String text() {
    return ResultCode.text(codes);
  }
}
