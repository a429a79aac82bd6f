package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.DueDraws;
import cn.doublerandom.draw.plan.PlanChange;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanDeadline;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.application.PlanSteps;
import cn.doublerandom.draw.plan.application.PlanStory;
import cn.doublerandom.draw.plan.application.Plans;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A plan with its steps, its tasks, what comes next, and what happened. */
@RequestScoped
class PlanPage {
  private static final String TASKS = "tasks";
  private static final List<String> TASKS_SHOWN =
      Arrays.stream(DueDraws.State.values())
          .map(state -> state.name().toLowerCase(Locale.ROOT))
          .toList();

  @Inject
  @Location("draw/plan.html")
  Template page;

  @Inject Desk desk;
  @Inject PlanDesk reader;
  @Inject Plans plans;
  @Inject PlanStory story;
  @Inject PlanSteps steps;
  @Inject SecurityIdentity identity;

  /** The page, with the form that was sent, if any. */
  Uni<TemplateInstance> of(String plan, Acts acts) {
    return plans
        .any(plan)
        .flatMap(loaded -> {
          if (loaded.state() instanceof AnnualPlan.Absent) {
            throw new ProblemException(PlanRejection.PLAN_UNKNOWN);
          }
          return story
              .of(plan)
              .flatMap(told ->
                  unfounded(loaded.state())
                      .map(open -> page(plan, loaded, told, acts).data("unfounded", open)));
        });
  }

  /** What a submission would be refused for; as long as scopes are missing that is said first. */
  private Uni<String> unfounded(AnnualPlan state) {
    return state instanceof AnnualPlan.Draft(var content) && missing(content) == 0
        ? steps
            .unfounded(content, reader.today())
            .map(tasks -> String.join(reader.readsEnglish() ? ", " : "、", tasks))
        : Uni.createFrom().item("");
  }

  private TemplateInstance page(
      String plan, CommandHandler.Loaded<AnnualPlan> loaded, PlanStory.Told told, Acts acts) {
    AnnualPlan state = loaded.state();
    PlanPhase phase = PlanPhase.of(state);
    PlanContent content = PlanPhase.worked(state).orElseThrow();
    Terms terms = reader.terms();
    int year = Plans.year(plan);
    DueDraws due = DueDraws.of(state, reader.today());
    Query query = desk.query();
    String only = query.linked(TASKS, TASKS_SHOWN);
    return page.data("key", plan)
        .data("year", Integer.toString(year))
        .data("phase", phase.name())
        .data("look", phase.look())
        .data("isPublic", phase.isPublic())
        .data("issuer", content.table().issuer())
        .data("documentNumber", Optional.ofNullable(state.dates().documentNumber()).orElse(""))
        .data(
            "steps",
            new PlanWay(reader.words(PlanWords.class)).of(state, year, told, reader.today()))
        .data("done", PlanDeadline.done(PlanDeadline.of(year, state.dates(), reader.today())))
        .data("due", shown(due))
        .data("dueNow", due.count(DueDraws.State.DUE))
        .data("dueOver", due.count(DueDraws.State.OVERDUE))
        .data("only", only)
        .data("asked", query.form())
        .data("tasks", tasks(content, terms, due, only))
        .data("scopesMissing", missing(content))
        .data("open", terms.warnings(content.table().warnings()))
        .data("acts", acts.over(loaded.version()))
        .data("may", may(state))
        .data("returned", returned(told).orElse(null))
        .data("adjusting", adjusting(state, terms).orElse(null))
        .data("editions", EditionLine.of(told, terms, reader.words(StoryWords.class)))
        .data("entries", new PlanTimeline(reader.words(StoryWords.class), terms).of(told));
  }

  /** Of the tasks those that are asked for in the address: due, overdue, or all. */
  private static List<TaskLine> tasks(PlanContent content, Terms terms, DueDraws due, String only) {
    return TaskLine.of(content, terms).stream()
        .filter(line ->
            Arrays.stream(DueDraws.State.values())
                .filter(state -> state.name().equalsIgnoreCase(only))
                .allMatch(state -> state == due.states().get(line.key())))
        .toList();
  }

  private static Map<String, String> shown(DueDraws due) {
    Map<String, String> shown = new HashMap<>();
    due.states().forEach((task, state) -> shown.put(task, state.name()));
    return shown;
  }

  private static int missing(PlanContent content) {
    return (int)
        content.table().tasks().stream()
            .filter(task -> !content.scopes().containsKey(task.key()))
            .count();
  }

  /**
   * What the reader may do.
   *
   * @param own whether he worked on what waits for approval
   */
  @TemplateData
  public record May(boolean coordinate, boolean approve, boolean own) {}

  private May may(AnnualPlan state) {
    return new May(
        identity.hasRole(Roles.COORDINATOR),
        identity.hasRole(Roles.APPROVER),
        SecondPerson.isAmong(reader.actor(), PlanPhase.touchedBy(state)));
  }

  /** What the approver wrote, as long as the plan was not submitted again. */
  @TemplateData
  public record Returned(String by, String reason) {}

  private static Optional<Returned> returned(PlanStory.Told told) {
    return told.lastDecision()
        .flatMap(last -> {
          if (last.event() instanceof PlanEvent.PlanReturned back) {
            return Optional.of(new Returned(back.by(), back.reason()));
          }
          return last.event() instanceof PlanEvent.AdjustmentRejected refused
              ? Optional.of(new Returned(refused.by(), refused.reason()))
              : Optional.empty();
        });
  }

  /** A change of a published plan that waits for approval. */
  @TemplateData
  public record Adjusting(String by, String reason, List<ChangeLine> changes) {}

  private static Optional<Adjusting> adjusting(AnnualPlan state, Terms terms) {
    return state instanceof AnnualPlan.Adjusting(var published, var proposal, var reason, var by)
        ? Optional.of(
            new Adjusting(
                by,
                reason,
                ChangeLine.of(
                    PlanChange.between(published.content().table(), proposal.table()), terms)))
        : Optional.empty();
  }
}
