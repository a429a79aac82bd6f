package cn.doublerandom.publication.result;

import cn.doublerandom.bureau.result.ResultCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result as the read side knows it.
 *
 * @param published null while it is recorded only
 * @param unrecorded true where not even that was done in time; absent where it was
 * @param windowTo last day of the visit's window, where it was finished after that; absent where it
 *     was in time
 */
public record ResultNotice(
    ResultContent content,
    @Nullable Published published,
    @Nullable Boolean unrecorded,
    @Nullable LocalDate windowTo) {
  /** The year it counts in: that in which it was finished, or should have been. */
  public int year() {
    return (windowTo == null ? content.finishedOn() : windowTo).getYear();
  }

  public boolean recorded() {
    return unrecorded == null || !unrecorded;
  }

  /**
   * @param indexNumber 索引号
   * @param onTime whether it was public by its deadline, of a visit that was held in its window
   */
  public record Published(String subjectName, LocalDate on, boolean onTime, String indexNumber) {}

  /** 检查结果 in words. */
  public String text() {
    return ResultCode.text(content.codes());
  }

  /** Item by item: name and result in words. */
  public List<List<String>> rows() {
    return content.findings().stream()
        .map(f -> List.of(f.itemName(), ResultCode.text(f.codes())))
        .toList();
  }

  public String subjectName() {
    return published == null ? content.subjectId() : published.subjectName();
  }
}
