package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanDates;
import cn.doublerandom.draw.plan.PlanDeadline;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.application.PlanStory;
import cn.doublerandom.pagekit.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The five steps of a plan, each with its day or its last day (1月底前完成制定、上报和公示, R25). */
record PlanWay(PlanWords words) {
  private static final int APPROVED = 0;
  private static final int REPORTED = 1;
  private static final int PUBLISHED = 2;

  List<Step> of(AnnualPlan plan, int year, PlanStory.Told told, LocalDate today) {
    PlanDates dates = plan.dates();
    List<PlanDeadline> due = PlanDeadline.of(year, dates, today);
    PlanPhase phase = PlanPhase.of(plan);
    List<Step> steps = new ArrayList<>();
    steps.add(made(phase, told));
    steps.add(submitted(phase, told));
    steps.add(step(words.stepApprove(), due.get(APPROVED), phase == PlanPhase.SUBMITTED));
    steps.add(step(words.stepReport(), due.get(REPORTED), phase == PlanPhase.APPROVED));
    steps.add(step(words.stepPublish(), due.get(PUBLISHED), phase == PlanPhase.REPORTED));
    return steps;
  }

  private Step made(PlanPhase phase, PlanStory.Told told) {
    String day = day(told, PlanEvent.PlanImported.class);
    return new Step(
        words.stepMake(), phase == PlanPhase.DRAFT ? Step.Stage.NOW : Step.Stage.DONE, day, "");
  }

  private Step submitted(PlanPhase phase, PlanStory.Told told) {
    return phase == PlanPhase.DRAFT
        ? new Step(words.stepSubmit(), Step.Stage.LATER, "", "")
        : new Step(
            words.stepSubmit(), Step.Stage.DONE, day(told, PlanEvent.PlanSubmitted.class), "");
  }

  private static String day(PlanStory.Told told, Class<? extends PlanEvent> kind) {
    return told.last(kind).map(h -> h.day().toString()).orElse("");
  }

  private Step step(String name, PlanDeadline due, boolean isNow) {
    LocalDate done = due.doneOn();
    if (done != null) {
      return new Step(
          name,
          Step.Stage.DONE,
          due.state() == PlanDeadline.State.DONE_LATE
              ? words.doneLate(done.toString())
              : words.doneOn(done.toString()),
          "");
    }
    if (due.daysLeft() < 0) {
      return new Step(name, Step.Stage.LATE, words.dueGone(Terms.grouped(-due.daysLeft())), "");
    }
    return new Step(
        name,
        isNow ? Step.Stage.NOW : Step.Stage.LATER,
        words.dueLeft(Terms.grouped(due.daysLeft())),
        "");
  }
}
