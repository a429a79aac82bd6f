package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The public notice of a result (检查结果公告) is new or changed; carries the whole notice, as everybody
 * reads it on its page. No member is about a person of the bureau, and a person that was inspected
 * has the name under which the notice is public.
 *
 * @param resultId the visit's id: draw and subject
 * @param drawId region-plan-task-round
 * @param planId 抽查计划编号
 * @param planName 抽查计划名称 as it was when the result became public; absent where no plan was told
 * @param taskId 抽查任务编号
 * @param taskName 抽查任务名称; absent likewise
 * @param drawType 抽查类型; absent likewise
 * @param authority 检查机关, the bureau by its name and not its section
 * @param unit section that inspected
 * @param subjectId 统一社会信用代码, or the register's own code
 * @param subjectName 名称 as it was published
 * @param finishedOn 检查完成日期
 * @param dueOn last day for publication
 * @param provisional true where dueOn falls in a year without a holiday notice
 * @param windowTo last day of the visit's window, where it was finished after that (逾期检查)
 * @param publishedOn day of the first publication, Asia/Shanghai
 * @param onTime whether it was public by its deadline, of a visit that was held in its window
 * @param indexNumber 索引号 of the notice
 * @param version how often it was made public, from 1; each correction is one more
 * @param codes result codes, ascending
 * @param text 检查结果 in words
 * @param items 检查事项, each with its result
 * @param former what was public before it was corrected, oldest first; absent where it never was
 * @param objections 异议 to it, oldest first; absent where there are none
 * @param disciplines 联合惩戒 because of it, oldest first; absent where there is none
 * @param publicUntil last day of the publication (公示期), after which {@link PublicationEnded} stands
 *     in its place; absent where it has none
 */
public record ResultNoticeChanged(
    String resultId,
    String drawId,
    String planId,
    @Nullable String planName,
    String taskId,
    @Nullable String taskName,
    @Nullable String drawType,
    String authority,
    String unit,
    String subjectId,
    String subjectName,
    LocalDate finishedOn,
    LocalDate dueOn,
    boolean provisional,
    @Nullable LocalDate windowTo,
    LocalDate publishedOn,
    boolean onTime,
    String indexNumber,
    int version,
    List<String> codes,
    String text,
    List<Item> items,
    @Nullable List<Former> former,
    @Nullable List<Objected> objections,
    @Nullable List<Discipline> disciplines,
    @Nullable LocalDate publicUntil)
    implements IntegrationEvent {

  /**
   * What was found for one item.
   *
   * @param name 抽查事项名称
   * @param codes result codes of the item, ascending
   * @param text the same in words
   */
  public record Item(String code, String name, List<String> codes, String text) {}

  /**
   * A version that was corrected since.
   *
   * @param from first day on which it was public
   * @param until the day it was corrected
   * @param reason why, as everybody reads it
   */
  public record Former(
      List<String> codes,
      String text,
      List<Item> items,
      LocalDate from,
      LocalDate until,
      String reason) {}

  /**
   * An objection of the firm, without its words.
   *
   * @param receipt its number
   * @param dueOn last day of the answer
   * @param outcome REJECTED, CORRECTED or WITHDRAWN; absent while it is open
   * @param reply what the bureau answered; absent while it is open
   * @param answeredOn absent while it is open
   */
  public record Objected(
      String receipt,
      LocalDate raisedOn,
      LocalDate dueOn,
      @Nullable String outcome,
      @Nullable String reply,
      @Nullable LocalDate answeredOn) {}

  /**
   * What other authorities were asked to do, and did.
   *
   * @param number counted from 1 for each result
   * @param measure 惩戒措施, in words
   * @param basis the clause it rests on
   * @param from first day
   * @param to last day
   * @param authorities names of the receivers
   * @param agreedOn the day since which they know
   * @param done what they did, oldest first
   * @param ended that it ended with what was found; absent while it stands
   */
  public record Discipline(
      int number,
      String measure,
      String basis,
      LocalDate from,
      LocalDate to,
      List<String> authorities,
      LocalDate agreedOn,
      List<Deed> done,
      @Nullable Ended ended) {}

  /**
   * 终止 of a measure whose result does not bear it any more.
   *
   * @param cause CORRECTED; of a withdrawn publication no notice stands
   * @param reason of the correction, as everybody reads it
   * @param done what the receivers did about it, oldest first
   */
  public record Ended(String cause, String reason, LocalDate on, List<Deed> done) {}

  /** What a receiver did, in its words. */
  public record Deed(String authority, String deed, LocalDate on) {}
}
