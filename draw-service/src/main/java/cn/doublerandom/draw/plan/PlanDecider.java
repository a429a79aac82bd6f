package cn.doublerandom.draw.plan;

import static cn.doublerandom.draw.AgreementRejection.APPROVAL_NEEDS_SECOND_PERSON;
import static cn.doublerandom.draw.AgreementRejection.REASON_MISSING;
import static cn.doublerandom.draw.PlanRejection.PLAN_ALREADY_PUBLISHED;
import static cn.doublerandom.draw.PlanRejection.PLAN_DRAFT_EXISTS;
import static cn.doublerandom.draw.PlanRejection.PLAN_ITEMS_UNCOVERED;
import static cn.doublerandom.draw.PlanRejection.PLAN_NOT_APPROVED;
import static cn.doublerandom.draw.PlanRejection.PLAN_NOT_REPORTED;
import static cn.doublerandom.draw.PlanRejection.PLAN_NOT_SUBMITTED;
import static cn.doublerandom.draw.PlanRejection.PLAN_TOO_LARGE;
import static cn.doublerandom.draw.PlanRejection.PLAN_UNDER_APPROVAL;
import static cn.doublerandom.draw.PlanRejection.PLAN_UNKNOWN;
import static cn.doublerandom.draw.PlanRejection.SCOPE_UNFOUNDED;
import static cn.doublerandom.draw.PlanRejection.TASK_SCOPE_MISSING;
import static cn.doublerandom.draw.PlanRejection.TASK_UNKNOWN;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.bureau.key.DocumentNumber;
import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.draw.plan.AnnualPlan.Absent;
import cn.doublerandom.draw.plan.AnnualPlan.Adjusting;
import cn.doublerandom.draw.plan.AnnualPlan.Approved;
import cn.doublerandom.draw.plan.AnnualPlan.Draft;
import cn.doublerandom.draw.plan.AnnualPlan.Published;
import cn.doublerandom.draw.plan.AnnualPlan.Reported;
import cn.doublerandom.draw.plan.AnnualPlan.Submitted;
import cn.doublerandom.draw.plan.PlanCommand.ApproveAdjustment;
import cn.doublerandom.draw.plan.PlanCommand.ApprovePlan;
import cn.doublerandom.draw.plan.PlanCommand.BeginDraw;
import cn.doublerandom.draw.plan.PlanCommand.CombineTasks;
import cn.doublerandom.draw.plan.PlanCommand.DecideQuota;
import cn.doublerandom.draw.plan.PlanCommand.DefineTaskScope;
import cn.doublerandom.draw.plan.PlanCommand.ImportPlan;
import cn.doublerandom.draw.plan.PlanCommand.JustifyItem;
import cn.doublerandom.draw.plan.PlanCommand.ProposeAdjustment;
import cn.doublerandom.draw.plan.PlanCommand.PublishPlan;
import cn.doublerandom.draw.plan.PlanCommand.RejectAdjustment;
import cn.doublerandom.draw.plan.PlanCommand.ReportPlan;
import cn.doublerandom.draw.plan.PlanCommand.ReturnPlan;
import cn.doublerandom.draw.plan.PlanCommand.SeparateTasks;
import cn.doublerandom.draw.plan.PlanCommand.SubmitPlan;
import cn.doublerandom.draw.plan.PlanEvent.ItemJustified;
import cn.doublerandom.draw.plan.PlanEvent.PlanApproved;
import cn.doublerandom.draw.plan.PlanEvent.PlanImported;
import cn.doublerandom.draw.plan.PlanEvent.PlanPublished;
import cn.doublerandom.draw.plan.PlanEvent.PlanReported;
import cn.doublerandom.draw.plan.PlanEvent.PlanReturned;
import cn.doublerandom.draw.plan.PlanEvent.PlanSubmitted;
import cn.doublerandom.draw.plan.PlanEvent.TaskScopeDefined;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 抽查工作计划的制定、审批、上报、公示和调整 (二(二), R25 to R27, R71). */
public final class PlanDecider implements Decider<PlanCommand, PlanEvent, AnnualPlan> {
  @Override
  public AnnualPlan initial() {
    return new Absent();
  }

  @Override
  public Decision<PlanEvent> decide(PlanCommand command, AnnualPlan plan) {
    return switch (command) {
      case ImportPlan load -> load(load, plan);
      case DefineTaskScope define -> define(define, plan);
      case DecideQuota decide -> Quotas.decide(decide, plan);
      case JustifyItem justify -> justify(justify, plan);
      case CombineTasks combine -> Combining.combine(combine, plan);
      case SeparateTasks separate -> Combining.separate(separate, plan);
      case BeginDraw begin -> Combining.begin(begin, plan);
      case SubmitPlan submit -> submit(submit, plan);
      case ApprovePlan approve -> approve(approve, plan);
      case ReturnPlan back -> back(back, plan);
      case ReportPlan report -> report(report, plan);
      case PublishPlan publish -> publish(publish, plan);
      case ProposeAdjustment propose -> Adjustments.propose(propose, plan);
      case ApproveAdjustment approve -> Adjustments.approve(approve, plan);
      case RejectAdjustment refuse -> Adjustments.refuse(refuse, plan);
    };
  }

  private static Decision<PlanEvent> load(ImportPlan load, AnnualPlan plan) {
    if (!load.table().fitsOneRecord()) {
      return reject(PLAN_TOO_LARGE);
    }
    return switch (plan) {
      case Absent() -> accept(new PlanImported(load.table(), load.by()));
      case Draft(var content) when content.table().equals(load.table()) -> accept();
      // A second table may be another plan of the year: it replaces the first only where that is
      // said.
      case Draft(var content) when !load.replaces() ->
          reject(
              PLAN_DRAFT_EXISTS,
              "tasks",
              content.table().tasks().stream().map(PlanTask::key).collect(Collectors.joining("、")));
      case Draft draft -> accept(new PlanImported(load.table(), load.by()));
      case Submitted submitted -> reject(PLAN_UNDER_APPROVAL);
      case Approved approved -> reject(PLAN_UNDER_APPROVAL);
      case Reported reported -> reject(PLAN_UNDER_APPROVAL);
      case Published published -> reject(PLAN_ALREADY_PUBLISHED);
      case Adjusting adjusting -> reject(PLAN_ALREADY_PUBLISHED);
    };
  }

  /** What can be worked on: the draft, or the proposal of an adjustment. */
  private static Decision<PlanEvent> change(
      AnnualPlan plan, Function<PlanContent, Decision<PlanEvent>> rule) {
    return switch (plan) {
      case Absent() -> reject(PLAN_UNKNOWN);
      case Draft(var content) -> rule.apply(content);
      case Adjusting adjusting -> rule.apply(adjusting.proposal());
      case Submitted submitted -> reject(PLAN_UNDER_APPROVAL);
      case Approved approved -> reject(PLAN_UNDER_APPROVAL);
      case Reported reported -> reject(PLAN_UNDER_APPROVAL);
      case Published published -> reject(PLAN_ALREADY_PUBLISHED);
    };
  }

  private static Decision<PlanEvent> define(DefineTaskScope define, AnnualPlan plan) {
    return change(
        plan,
        content -> {
          if (content.find(define.task()).isEmpty()) {
            return reject(TASK_UNKNOWN, "task", define.task());
          }
          return define.scope().equals(content.scopes().get(define.task()))
              ? accept()
              : accept(new TaskScopeDefined(define.task(), define.scope(), define.by()));
        });
  }

  private static Decision<PlanEvent> justify(JustifyItem justify, AnnualPlan plan) {
    return change(
        plan,
        content -> {
          if (!ReasonText.isInWords(justify.reason())) {
            return reject(REASON_MISSING, "field", "reason");
          }
          return justify.reason().equals(content.justified().get(justify.item()))
              ? accept()
              : accept(new ItemJustified(justify.item(), justify.reason(), justify.by()));
        });
  }

  private static Decision<PlanEvent> submit(SubmitPlan submit, AnnualPlan plan) {
    return switch (plan) {
      case Absent() -> reject(PLAN_UNKNOWN);
      case Draft(var content) ->
          withoutScope(content)
              .<Decision<PlanEvent>>map(task -> reject(TASK_SCOPE_MISSING, "task", task))
              .orElseGet(() ->
                  submit.unfounded().isEmpty()
                      ? accept(new PlanSubmitted(submit.by(), submit.today()))
                      : reject(SCOPE_UNFOUNDED, "unfounded", String.join("", submit.unfounded())));
      case Submitted submitted -> accept();
      case Approved approved -> reject(PLAN_UNDER_APPROVAL);
      case Reported reported -> reject(PLAN_UNDER_APPROVAL);
      case Published published -> reject(PLAN_ALREADY_PUBLISHED);
      case Adjusting adjusting -> reject(PLAN_ALREADY_PUBLISHED);
    };
  }

  /** Without a scope nobody could later say who belonged into the frame and who did not. */
  static Optional<String> withoutScope(PlanContent content) {
    return content.table().tasks().stream()
        .map(PlanTask::key)
        .filter(task -> !content.scopes().containsKey(task))
        .findFirst();
  }

  private static Decision<PlanEvent> approve(ApprovePlan approve, AnnualPlan plan) {
    return switch (plan) {
      case Absent() -> reject(PLAN_UNKNOWN);
      case Draft draft -> reject(PLAN_NOT_SUBMITTED);
      case Submitted submitted
          when SecondPerson.isAmong(approve.by(), submitted.content().touchedBy())
              || SecondPerson.isSame(approve.by(), submitted.by()) ->
          reject(APPROVAL_NEEDS_SECOND_PERSON);
      case Submitted(var content, var by, var on) ->
          uncovered(content, approve.uncovered())
              .<Decision<PlanEvent>>map(item -> reject(PLAN_ITEMS_UNCOVERED, "item", item))
              .orElseGet(() -> accept(new PlanApproved(approve.by(), approve.today())));
      case Approved approved -> accept();
      case Reported reported -> accept();
      case Published published -> reject(PLAN_ALREADY_PUBLISHED);
      case Adjusting adjusting -> reject(PLAN_ALREADY_PUBLISHED);
    };
  }

  /** 抽查事项全覆盖 (R3): every claimed item has a task or a reason. */
  static Optional<String> uncovered(PlanContent content, List<String> items) {
    return items.stream().filter(i -> !content.justified().containsKey(i)).findFirst();
  }

  private static Decision<PlanEvent> back(ReturnPlan back, AnnualPlan plan) {
    return plan instanceof Submitted
        ? !ReasonText.isInWords(back.reason())
            ? reject(REASON_MISSING, "field", "reason")
            : accept(new PlanReturned(back.by(), back.reason()))
        : reject(PLAN_NOT_SUBMITTED);
  }

  private static Decision<PlanEvent> report(ReportPlan report, AnnualPlan plan) {
    return switch (plan) {
      case Absent() -> reject(PLAN_UNKNOWN);
      case Draft draft -> reject(PLAN_NOT_APPROVED);
      case Submitted submitted -> reject(PLAN_NOT_APPROVED);
      case Approved approved -> accept(reported(report));
      // A number is known late, or was mistyped: until it is public it can be given.
      case Reported reported -> isAnother(report, reported) ? accept(reported(report)) : accept();
      case Published published -> reject(PLAN_ALREADY_PUBLISHED);
      case Adjusting adjusting -> reject(PLAN_ALREADY_PUBLISHED);
    };
  }

  private static boolean isAnother(ReportPlan report, Reported reported) {
    return report.documentNumber() != null
        && !report.documentNumber().text().equals(reported.dates().documentNumber());
  }

  private static PlanReported reported(ReportPlan report) {
    DocumentNumber number = report.documentNumber();
    return new PlanReported(
        report.by(), report.to(), report.today(), number == null ? null : number.text());
  }

  private static Decision<PlanEvent> publish(PublishPlan publish, AnnualPlan plan) {
    return switch (plan) {
      case Absent() -> reject(PLAN_UNKNOWN);
      case Draft(var content) ->
          withoutScope(content)
              .<Decision<PlanEvent>>map(task -> reject(TASK_SCOPE_MISSING, "task", task))
              .orElseGet(() -> reject(PLAN_NOT_APPROVED));
      case Submitted submitted -> reject(PLAN_NOT_APPROVED);
      case Approved approved -> reject(PLAN_NOT_REPORTED);
      case Reported reported -> accept(new PlanPublished(publish.today()));
      case Published published -> reject(PLAN_ALREADY_PUBLISHED);
      case Adjusting adjusting -> reject(PLAN_ALREADY_PUBLISHED);
    };
  }

  @Override
  public AnnualPlan evolve(AnnualPlan plan, PlanEvent event) {
    return PlanEvolution.after(plan, event);
  }
}
