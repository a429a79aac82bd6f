package cn.doublerandom.draw.plan;

import cn.doublerandom.draw.reading.Quota;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to an annual plan. */
public sealed interface PlanEvent {
  /**
   * @param by absent in events from before it was kept
   */
  record PlanImported(PlanTable table, @Nullable String by) implements PlanEvent {}

  /**
   * @param task plan and task number
   * @param by absent in events from before it was kept
   */
  record TaskScopeDefined(String task, TaskScope scope, @Nullable String by) implements PlanEvent {}

  /** A number is asked for after the approval; it counts once another person decides the same. */
  record TaskQuotaAsked(String task, Quota quota, String reason, String by) implements PlanEvent {}

  record TaskQuotaDecided(String task, Quota quota, String reason, String by)
      implements PlanEvent {}

  record ItemJustified(String item, String reason, String by) implements PlanEvent {}

  /**
   * Several tasks are drawn and visited together (综合查一次, R34).
   *
   * @param lead whose draw it becomes
   * @param others the tasks that have no draw of their own as long as this holds
   * @param askedBy another person who asked for it; absent before the approval of the plan, and in
   *     events from before it took two
   */
  record TasksCombined(
      String lead, List<String> others, String reason, String by, @Nullable String askedBy)
      implements PlanEvent {}

  record TasksSeparated(String lead, String reason, String by, @Nullable String askedBy)
      implements PlanEvent {}

  /**
   * After the approval somebody asks that tasks are drawn together, or apart again; it holds once
   * another person decides the same.
   *
   * @param others the tasks to be drawn with it; none where they are to be drawn apart
   */
  record CombinationAsked(String lead, List<String> others, String reason, String by)
      implements PlanEvent {}

  /**
   * A task is drawn as the plan combines it at that moment; absent of draws from before it was
   * kept.
   *
   * @param round of the task, from 1
   */
  record DrawBegun(String task, String drawId, int round) implements PlanEvent {}

  record PlanSubmitted(String by, LocalDate submittedOn) implements PlanEvent {}

  record PlanReturned(String by, String reason) implements PlanEvent {}

  record PlanApproved(String by, LocalDate approvedOn) implements PlanEvent {}

  /**
   * 上报; told again where its number came later or was mistyped.
   *
   * @param documentNumber 发文字号; absent where none was given, and in events from before it was kept
   */
  record PlanReported(String by, String to, LocalDate reportedOn, @Nullable String documentNumber)
      implements PlanEvent {}

  /** 公示, of the plan or of an approved adjustment. */
  record PlanPublished(LocalDate publishedOn) implements PlanEvent {}

  /**
   * @param changes everything in which the proposal differs from what is published
   */
  record AdjustmentProposed(
      PlanTable table, String reason, String by, LocalDate on, List<PlanChange> changes)
      implements PlanEvent {}

  record AdjustmentApproved(String by, LocalDate on) implements PlanEvent {}

  record AdjustmentRejected(String by, String reason) implements PlanEvent {}
}
