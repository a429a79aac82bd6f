package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published result was corrected (更正): what was public before stays to be read.
 *
 * @param resultId the visit's id: draw and subject
 * @param drawId region-plan-task-round
 * @param subjectId the inspected subject
 * @param subjectName 名称
 * @param version how often the result was made public by now, from 2
 * @param codes result codes that hold now, ascending
 * @param formerCodes those that were public before, ascending
 * @param reason why, as everybody reads it
 * @param correctedOn day of the correction, Asia/Shanghai
 * @param indexNumber 索引号 of the notice, which stays
 * @param items what holds of each item now, in their order; absent in what was told before
 */
public record ResultCorrected(
    String resultId,
    String drawId,
    String subjectId,
    String subjectName,
    int version,
    List<String> codes,
    List<String> formerCodes,
    String reason,
    LocalDate correctedOn,
    String indexNumber,
    @Nullable List<Item> items)
    implements IntegrationEvent {
  /** Result codes that hold of one item, ascending. */
  public record Item(String code, List<String> codes) {}
}
