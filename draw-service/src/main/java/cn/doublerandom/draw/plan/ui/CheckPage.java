package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanChecks;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanOverlap;
import cn.doublerandom.draw.plan.application.PlanTrials;
import cn.doublerandom.draw.plan.application.Plans;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.identity.Roles;
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

  /** What is tried, and what became of it. */
  private record Tried(FilledForm form, Optional<PlanChecks.Report> report) {}

  /** The page, with the form that was sent, if any. */
  Uni<TemplateInstance> of(String plan, Acts acts) {
    return plans
        .any(plan)
        .flatMap(there -> {
          if (there.state() instanceof AnnualPlan.Absent) {
            throw new ProblemException(PlanRejection.PLAN_UNKNOWN);
          }
          return Uni.combine()
              .all()
              .unis(
                  trials.report(plan, PlanTrials.Trial.NOTHING, reader.today()),
                  tried(plan),
                  trials.overlaps(plan, reader.today()),
                  trials.itemNames())
              .usingConcurrencyOf(1)
              .with((now, tried, overlaps, items) ->
                  page(plan, there, acts, now, tried, items).data("overlaps", of(overlaps)));
        });
  }

  private Uni<Tried> tried(String plan) {
    Map<String, String> quotas = new LinkedHashMap<>();
    Map<String, List<String>> asked = desk.here().query();
    asked.forEach((name, values) -> {
      if (name.startsWith(QUOTA) && !values.getFirst().isBlank()) {
        quotas.put(name.substring(QUOTA.length()), values.getFirst());
      }
    });
    Optional<String> floor = Optional.of(desk.here().value(FLOOR).strip()).filter(f -> !f.isEmpty());
    FilledForm form = FilledForm.asked(asked);
    if (quotas.isEmpty() && floor.isEmpty()) {
      return Uni.createFrom().item(new Tried(form, Optional.empty()));
    }
    return Uni.createFrom()
        .deferred(() ->
            trials.report(
                plan, new PlanTrials.Trial(quotas, floor, Optional.empty()), reader.today()))
        .map(report -> new Tried(form, Optional.of(report)))
        .onFailure(ProblemException.class)
        .recoverWithItem(why -> new Tried(refused(form, why), Optional.empty()));
  }

  private FilledForm refused(FilledForm form, Throwable why) {
    ProblemException refusal = (ProblemException) why;
    String text =
        reader.readsEnglish() ? refusal.rejection().english() : refusal.rejection().text();
    String field =
        refusal.errors().stream().anyMatch(e -> e.field().equals(FLOOR)) ? FLOOR : "";
    return form.refused(List.of(new FilledForm.Fault(field, text)), false);
  }

  private TemplateInstance page(
      String plan,
      CommandHandler.Loaded<AnnualPlan> there,
      Acts acts,
      PlanChecks.Report now,
      Tried tried,
      Map<String, String> items) {
    PlanContent content = PlanPhase.worked(there.state()).orElseThrow();
    PlanPhase phase = PlanPhase.of(there.state());
    Terms terms = reader.terms();
    CheckWords words = reader.words(CheckWords.class);
    boolean coordinates = identity.hasRole(Roles.COORDINATOR);
    boolean combines =
        (coordinates || identity.hasRole(Roles.APPROVER)) && phase != PlanPhase.ADJUSTING;
    return page.data("plan", plan)
        .data("year", Integer.toString(Plans.year(plan)))
        .data("now", Checked.of(now, content, terms, words))
        .data(
            "tried",
            tried.report().map(report -> Checked.of(report, content, terms, words)).orElse(null))
        .data("trial", tried.form())
        .data("tasks", TaskLine.of(content, terms))
        .data("uncovered", Checked.items(now, content, items))
        .data("justified", Checked.justified(content, items))
        .data("together", Together.of(content, terms))
        .data("mayJustify", coordinates && phase.isWorkedOn())
        .data("mayCombine", combines)
        .data("acts", acts.over(there.version()));
  }

  private Together.Overlapping of(PlanOverlap overlaps) {
    return Together.overlapping(overlaps, reader.terms(), reader.readsEnglish());
  }
}
