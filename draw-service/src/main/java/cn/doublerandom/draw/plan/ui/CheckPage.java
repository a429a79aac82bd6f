package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.application.PlanTrials;
import cn.doublerandom.draw.plan.application.Plans;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.PageFaults;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.ui.Desk;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of the checks, with what is tried in its address. */
@RequestScoped
class CheckPage {
  private static final String QUOTA = "quota.";
  private static final String FLOOR = "floor";

  @Inject
  @Location("draw/plan-checks.html")
  Template page;

  @Inject Desk desk;
  @Inject PlanDesk reader;
  @Inject Plans plans;
  @Inject PlanTrials trials;
  @Inject SecurityIdentity identity;

  /** The page, with the form that was sent, if any. */
  Uni<TemplateInstance> of(String plan, Acts acts) {
    FilledForm trial = FilledForm.asked(desk.here().query());
    return plans
        .any(plan)
        .flatMap(there -> {
          if (there.state() instanceof AnnualPlan.Absent) {
            throw new ProblemException(PlanRejection.PLAN_UNKNOWN);
          }
          return trials
              .examine(plan, tried(), reader.today())
              .map(found -> page(plan, there, acts, found, trial));
        });
  }

  /** What stands in the address. */
  private PlanTrials.Trial tried() {
    Map<String, String> quotas = new LinkedHashMap<>();
    desk.here()
        .query()
        .forEach((name, values) -> {
          if (name.startsWith(QUOTA) && !values.getFirst().isBlank()) {
            quotas.put(name.substring(QUOTA.length()), values.getFirst());
          }
        });
    return new PlanTrials.Trial(
        quotas,
        Optional.of(desk.here().value(FLOOR).strip()).filter(floor -> !floor.isEmpty()),
        Optional.empty());
  }

  private FilledForm refused(FilledForm form, ProblemException refusal) {
    boolean english = reader.readsEnglish();
    String whole = english ? refusal.rejection().english() : refusal.rejection().text();
    FilledForm.Fault fault =
        refusal.errors().stream()
            .filter(error -> error.field().equals(FLOOR))
            .findFirst()
            .map(error -> new FilledForm.Fault(FLOOR, PageFaults.text(error, english)))
            .orElse(new FilledForm.Fault("", whole));
    return form.refused(List.of(fault), false);
  }

  private TemplateInstance page(
      String plan,
      CommandHandler.Loaded<AnnualPlan> there,
      Acts acts,
      PlanTrials.Examined found,
      FilledForm trial) {
    PlanContent content = PlanPhase.worked(there.state()).orElseThrow();
    PlanPhase phase = PlanPhase.of(there.state());
    Terms terms = reader.terms();
    CheckWords words = reader.words(CheckWords.class);
    boolean coordinates = identity.hasRole(Roles.COORDINATOR);
    boolean combines =
        (coordinates || identity.hasRole(Roles.APPROVER)) && phase != PlanPhase.ADJUSTING;
    return page.data("plan", plan)
        .data("year", Integer.toString(Plans.year(plan)))
        .data("now", Checked.of(found.now(), content, terms, words))
        .data(
            "tried",
            found.tried().map(report -> Checked.of(report, content, terms, words)).orElse(null))
        .data("trial", found.refusal().map(why -> refused(trial, why)).orElse(trial))
        .data("tasks", TaskLine.of(content, terms))
        .data("uncovered", Checked.items(found.now(), content, found.items()))
        .data("justified", Checked.justified(content, found.items()))
        .data("together", Together.of(content, terms))
        .data("mayJustify", coordinates && phase.isWorkedOn())
        .data("mayCombine", combines)
        .data("overlaps", Together.overlapping(found.overlaps(), terms, reader.readsEnglish()))
        .data("acts", acts.over(there.version()));
  }
}
