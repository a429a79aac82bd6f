package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.application.PlannedResult;
import cn.doublerandom.publication.result.Ending;
import cn.doublerandom.publication.result.FormerResult;
import cn.doublerandom.publication.result.ObjectedResult;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.publication.result.StandingDiscipline;
import cn.doublerandom.servicekit.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result as the public sees it.
 *
 * @param authority 检查机关, the bureau
 * @param unit of the bureau whose officers inspected
 * @param onTime whether it was public by its deadline, of a visit that was held in its window
 * @param version how often it was made public, from 1
 * @param former what was public before it was corrected, oldest first; absent where it never was
 * @param withdrawn absent where it still holds
 * @param objections 异议 to it, oldest first; absent where there are none
 * @param disciplines 联合惩戒 because of it, and what its receivers did; absent where there is none
 * @param publicUntil 公示期至; absent where it has no end
 * @param ended what stands in its place: then there is no name but the code, no result, no former
 *     version; absent while it is public
 * @param bureau whose it is, by name; absent where one bureau is served
 * @param windowTo last day of the visit's window, where it was finished after that (逾期检查)
 */
public record PublicResult(
    String resultId,
    String drawId,
    String planId,
    String planName,
    String taskId,
    String taskName,
    String drawType,
    String subjectId,
    String subjectName,
    String authority,
    String unit,
    LocalDate finishedOn,
    LocalDate dueOn,
    boolean provisional,
    LocalDate publishedOn,
    boolean onTime,
    @Nullable LocalDate windowTo,
    String indexNumber,
    List<String> codes,
    String text,
    int version,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<FormerVersion> former,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Withdrawn withdrawn,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PublicObjection> objections,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<StandingDiscipline> disciplines,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate publicUntil,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Ending ended,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String bureau) {
  /**
   * 异议 of the firm, without its words.
   *
   * @param receipt its number
   * @param dueOn last day of the answer
   * @param outcome REJECTED, CORRECTED or WITHDRAWN; absent while it is open
   * @param reply what the bureau answered; absent while it is open
   * @param answeredTo version that was public when it was rejected; absent where it is still public
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PublicObjection(
      String receipt,
      LocalDate raisedOn,
      LocalDate dueOn,
      @Nullable String outcome,
      @Nullable String reply,
      @Nullable LocalDate answeredOn,
      @Nullable Integer answeredTo) {
    static PublicObjection of(ObjectedResult.Line line, ResultNotice.Published published) {
      ObjectedResult.Reply reply = line.reply();
      return new PublicObjection(
          line.receipt(),
          line.on(),
          line.dueOn(),
          reply == null ? null : reply.outcome().name(),
          reply == null ? null : reply.reason(),
          reply == null ? null : reply.on(),
          reply != null && published.isOutlived(reply.outcome(), reply.version())
              ? reply.version()
              : null);
    }
  }

  /**
   * What was public before a correction.
   *
   * @param from first day on which it was public
   * @param until the day it was corrected
   * @param reason why it was
   */
  public record FormerVersion(
      List<String> codes, String text, LocalDate from, LocalDate until, String reason) {
    static FormerVersion of(FormerResult was) {
      return new FormerVersion(was.codes(), was.text(), was.from(), was.until(), was.reason());
    }
  }

  /** Since when it holds no more, and why. */
  public record Withdrawn(LocalDate on, String reason) {}

  static PublicResult of(PlannedResult planned, @Nullable String bureau) {
    ResultNotice notice = planned.result();
    if (notice.published() == null) {
      throw new ProblemException(PublicationRejection.RESULT_UNKNOWN);
    }
    var c = notice.content();
    var p = notice.published();
    var task = planned.task();
    return new PublicResult(
        c.resultId(),
        c.drawId(),
        c.planId(),
        task.planName(),
        c.taskId(),
        task.taskName(),
        task.drawType(),
        c.subjectId(),
        p.subjectName(),
        planned.authority(),
        c.unit(),
        c.finishedOn(),
        c.dueOn(),
        c.provisional(),
        p.on(),
        p.onTime(),
        notice.windowTo(),
        p.indexNumber(),
        c.codes(),
        notice.text(),
        p.version(),
        p.former() == null ? null : p.former().stream().map(FormerVersion::of).toList(),
        p.withdrawn() == null ? null : new Withdrawn(p.withdrawn().on(), p.withdrawn().reason()),
        p.objected() == null
            ? null
            : p.objected().lines().stream().map(line -> PublicObjection.of(line, p)).toList(),
        p.disciplines(),
        p.time() == null ? null : p.time().until(),
        p.ended(),
        bureau);
  }
}
