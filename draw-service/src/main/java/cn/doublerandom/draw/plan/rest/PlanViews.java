package cn.doublerandom.draw.plan.rest;

import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.BehindApproval;
import cn.doublerandom.draw.plan.PlanChange;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanDates;
import cn.doublerandom.draw.plan.PlanDeadline;
import cn.doublerandom.draw.plan.PlanReading;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.PlanWarning;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.servicekit.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plans as people and programs see them. */
final class PlanViews {
  private PlanViews() {}

  /**
   * A plan; what has not happened yet is absent.
   *
   * @param phase DRAFT, SUBMITTED, APPROVED, REPORTED, PUBLISHED or ADJUSTING
   * @param documentNumber 发文字号 it was reported with
   * @param lateSteps of approval, report and publication those after 31 January (R25)
   * @param adjustment what waits for approval
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PlanState(
      String planKey,
      String phase,
      String issuer,
      String title,
      String tableDate,
      @Nullable LocalDate approvedOn,
      @Nullable LocalDate reportedOn,
      @Nullable LocalDate publishedOn,
      @Nullable String documentNumber,
      @Nullable Integer version,
      List<String> lateSteps,
      List<TaskView> tasks,
      Map<String, String> justified,
      List<PlanWarning> warnings,
      @Nullable Adjustment adjustment) {}

  /**
   * A row of the plan.
   *
   * @param quota as read, or as decided
   * @param decided whether a person decided it
   * @param batches how often it is drawn in the year
   * @param combines tasks that are drawn and visited together with this one
   * @param drawnWith the task whose draw is also that of this one
   * @param askedTogether tasks somebody asked to be drawn with this one, and none where apart
   *     again; absent where nothing waits for another person
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TaskView(
      String key,
      String planNumber,
      String planName,
      String taskNumber,
      String taskName,
      String drawType,
      String rate,
      Map<String, Object> quota,
      boolean decided,
      int batches,
      String items,
      String scope,
      String leadUnit,
      String jointUnit,
      String drawPeriod,
      LocalDate drawFrom,
      LocalDate drawTo,
      @Nullable TaskScope subjects,
      @Nullable List<String> combines,
      @Nullable String drawnWith,
      @Nullable List<String> askedTogether) {}

  public record Adjustment(String reason, String by, List<PlanChange> changes) {}

  /**
   * A table as read, before it is taken.
   *
   * @param ready whether it can be imported as it is
   */
  public record Preview(
      boolean ready,
      List<RowView> rows,
      List<PlanReading.Question> questions,
      List<PlanReading.Fault> faults,
      List<String> unknownColumns,
      List<PlanWarning> warnings) {
    static Preview of(PlanReading reading) {
      PlanTable table = reading.table();
      return new Preview(
          table != null,
          reading.rows().stream().map(RowView::of).toList(),
          reading.questions(),
          reading.faults(),
          reading.unknownColumns(),
          table == null ? List.of() : table.warnings());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RowView(
      int row,
      @Nullable String key,
      String taskName,
      ReadingResource.@Nullable QuotaForm quota,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      List<String> periodNotes,
      List<String> subjectKinds,
      List<String> units,
      List<String> inherited) {
    static RowView of(PlanReading.ReadRow row) {
      var period = row.period();
      var quota = row.quota();
      return new RowView(
          row.row(),
          row.key(),
          row.taskName(),
          quota == null ? null : ReadingResource.QuotaForm.of(quota),
          period == null ? null : period.from(),
          period == null ? null : period.to(),
          period == null ? List.of() : period.notes(),
          row.subjectKinds(),
          row.units(),
          row.inherited());
    }
  }

  static PlanState state(String key, AnnualPlan plan) {
    return switch (plan) {
      case AnnualPlan.Absent() -> throw new ProblemException(PlanRejection.PLAN_UNKNOWN);
      case AnnualPlan.Draft(var content) -> state(key, "DRAFT", content, null, null, null);
      case AnnualPlan.Submitted s -> state(key, "SUBMITTED", s.content(), null, null, null);
      case AnnualPlan.Approved a -> state(key, "APPROVED", a.content(), a.dates(), null, null);
      case AnnualPlan.Reported r -> state(key, "REPORTED", r.content(), r.dates(), null, null);
      case AnnualPlan.Published p ->
          state(key, "PUBLISHED", p.content(), p.dates(), p.version(), null);
      case AnnualPlan.Adjusting(var p, var proposal, var reason, var by) ->
          state(
              key,
              "ADJUSTING",
              p.content(),
              p.dates(),
              p.version(),
              new Adjustment(
                  reason, by, PlanChange.between(p.content().table(), proposal.table())));
    };
  }

  private static PlanState state(
      String key,
      String phase,
      PlanContent content,
      @Nullable PlanDates dates,
      @Nullable Integer version,
      @Nullable Adjustment adjustment) {
    PlanTable table = content.table();
    return new PlanState(
        key,
        phase,
        table.issuer(),
        table.title(),
        table.tableDate(),
        dates == null ? null : dates.approvedOn(),
        dates == null ? null : dates.reportedOn(),
        dates == null ? null : dates.publishedOn(),
        dates == null ? null : dates.documentNumber(),
        version,
        dates == null ? List.of() : late(table, dates),
        table.tasks().stream().map(t -> task(content, t)).toList(),
        new TreeMap<>(content.justified()),
        table.warnings(),
        adjustment);
  }

  /** The steps that were done after January. */
  private static List<String> late(PlanTable table, PlanDates dates) {
    return PlanDeadline.of(Integer.parseInt(table.year()), dates, LocalDate.EPOCH).stream()
        .filter(d -> d.state() == PlanDeadline.State.DONE_LATE)
        .map(PlanDeadline::step)
        .toList();
  }

  private static TaskView task(PlanContent content, PlanTask t) {
    Quota quota = content.quota(t);
    return new TaskView(
        t.key(),
        t.planNumber(),
        t.planName(),
        t.taskNumber(),
        t.taskName(),
        t.drawType().name(),
        t.rate(),
        quota.json(),
        content.quotas().containsKey(t.key()),
        t.batches(),
        t.items(),
        t.scope(),
        t.leadUnit(),
        t.jointUnit(),
        t.drawPeriod(),
        t.drawFrom(),
        t.drawTo(),
        content.scopes().get(t.key()),
        content.combinations().get(t.key()),
        content.drawnWith(t.key()).orElse(null),
        Optional.ofNullable(content.asked().together().get(t.key()))
            .map(BehindApproval.Asked::what)
            .orElse(null));
  }
}
