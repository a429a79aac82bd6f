package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * After a draw an alternate took a subject's place, or a substitute an inspector's; who came in
 * follows from the seed of the draw.
 *
 * @param drawId region-plan-task-round
 * @param planId 抽查计划编号
 * @param taskId 抽查任务编号
 * @param subject who is visited
 * @param inspectors the team from now on, ascending
 * @param items the frozen inspection items
 * @param checkFrom first day of the visits
 * @param checkTo last day of the visits
 * @param reason in words
 * @param changedOn Asia/Shanghai
 * @param replaces the subject no longer visited; absent where only the team changed
 * @param programme of the batch, whose check dates bind the visits; absent in records from before
 *     it was told
 * @param units of the members, as frozen; absent in records from before they were told
 * @param name of the subject in the frozen frame; absent in records from before it was told
 * @param registered status of the replaced subject in the register on that day; absent where only
 *     the team changed, and in records from before it was told
 * @param passed alternates before this one that may not be drawn by the register, in the order of
 *     the draw; absent where there was none, where only the team changed, and in records from
 *     before it was told
 */
public record TeamChanged(
    String drawId,
    String planId,
    String taskId,
    String subject,
    List<String> inspectors,
    List<DrawExecuted.Item> items,
    LocalDate checkFrom,
    LocalDate checkTo,
    String reason,
    LocalDate changedOn,
    @Nullable String replaces,
    DrawExecuted.@Nullable Programme programme,
    @Nullable List<String> units,
    @Nullable String name,
    @Nullable String registered,
    @Nullable List<Passed> passed)
    implements IntegrationEvent {
  /**
   * An alternate that was passed over.
   *
   * @param id of the subject
   * @param reason its status in the register
   */
  public record Passed(String id, String reason) {}
}
