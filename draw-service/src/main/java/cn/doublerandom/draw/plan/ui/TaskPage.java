package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.BehindApproval;
import cn.doublerandom.draw.plan.PlanColumn;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.TaskEdit;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.plan.application.Plans;
import cn.doublerandom.draw.plan.application.TaskScopes;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.ui.Desk;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of one task. What is looked at of its scope stands in the address and is not kept. */
@RequestScoped
class TaskPage {
  private static final String KIND = "subjectKind";
  private static final String LABELS = "labels";
  private static final String FIELDS = "itemFields";

  /** Labels and fields offered; a register with more has to be asked by its address. */
  private static final int MOST_OFFERED = 60;

  private static final List<String> KINDS =
      List.of(
          "ENTERPRISE",
          "INDIVIDUAL_BUSINESS",
          "COOPERATIVE",
          "PROJECT",
          "VEHICLE",
          "VESSEL",
          "STATION",
          "GRID",
          "PUBLIC_BODY",
          "PERSON");

  @Inject
  @Location("draw/plan-task.html")
  Template page;

  @Inject Desk desk;
  @Inject PlanDesk reader;
  @Inject Plans plans;
  @Inject TaskScopes scopes;
  @Inject SecurityIdentity identity;

  /**
   * A scope somebody looks at.
   *
   * @param chosen whether it could be decided
   */
  private record Looked(TaskScope scope, FilledForm form, boolean chosen) {}

  /** The page, with the form that was sent, if any. */
  Uni<TemplateInstance> of(String plan, String key, Acts acts) {
    return plans
        .any(plan)
        .flatMap(there -> {
          PlanContent content =
              PlanPhase.worked(there.state())
                  .orElseThrow(() -> new ProblemException(PlanRejection.PLAN_UNKNOWN));
          PlanTask task =
              content.find(key).orElseThrow(() -> new ProblemException(PlanRejection.TASK_UNKNOWN));
          Looked looked = looked(content, key, acts);
          return scopes
              .of(content, Plans.year(plan), key, looked.scope(), reader.today())
              .map(offer ->
                  page(plan, there, content, task, acts, looked)
                      .data("offer", offer(offer, looked)));
        });
  }

  /** What was sent, else what the address asks for, else what was decided. */
  private Looked looked(PlanContent content, String key, Acts acts) {
    FilledForm asked =
        acts.sent().equals("scope") ? acts.typed() : FilledForm.asked(desk.here().query());
    if (List.of(KIND, LABELS, FIELDS).stream().noneMatch(asked.values()::containsKey)) {
      TaskScope known = content.scopes().get(key);
      asked =
          known == null
              ? asked
              : FilledForm.asked(
                  Map.of(
                      KIND,
                      List.of(known.subjectKind()),
                      LABELS,
                      known.labels(),
                      FIELDS,
                      known.itemFields()));
    }
    String kind = KINDS.contains(asked.value(KIND)) ? asked.value(KIND) : "";
    var scope =
        new TaskScope(
            kind,
            asked.values().getOrDefault(LABELS, List.of()),
            asked.values().getOrDefault(FIELDS, List.of()));
    return new Looked(scope, asked, !kind.isEmpty() && !scope.itemFields().isEmpty());
  }

  private TemplateInstance page(
      String plan,
      CommandHandler.Loaded<AnnualPlan> there,
      PlanContent content,
      PlanTask task,
      Acts acts,
      Looked looked) {
    Terms terms = reader.terms();
    PlanPhase phase = PlanPhase.of(there.state());
    BehindApproval.Asked<Quota> asked = content.asked().quotas().get(task.key());
    boolean coordinates = identity.hasRole(Roles.COORDINATOR);
    return page.data("plan", plan)
        .data("year", Integer.toString(Plans.year(plan)))
        .data("task", TaskLine.of(content, task, terms))
        .data("looked", looked.form())
        .data("scope", looked.scope())
        .data("chosen", looked.chosen())
        .data("acts", acts.over(there.version()))
        .data("mayScope", coordinates && phase.isWorkedOn())
        .data("mayQuota", identity.hasRole(Roles.APPROVER))
        .data("quotaAsked", asked == null ? "" : terms.quota(asked.what()))
        .data("quotaAskedBy", asked == null ? "" : asked.by())
        .data("mayEdit", coordinates && (phase == PlanPhase.DRAFT || phase == PlanPhase.PUBLISHED))
        .data("adjusts", phase == PlanPhase.PUBLISHED)
        .data("row", row(task, acts, there.version()))
        .data("cells", cells(terms))
        .data(
            "types",
            List.of(
                new Choice("定向抽查", terms.words().typeOf("TARGETED")),
                new Choice("不定向抽查", terms.words().typeOf("NON_TARGETED"))));
  }

  /** The cells as they stand, or as they were typed over what stands now. */
  private FilledForm row(PlanTask task, Acts acts, long version) {
    Map<String, String> now = new LinkedHashMap<>();
    TaskEdit.cells(task).forEach((column, text) -> now.put(column.name(), text));
    if (acts.sent().equals("row")) {
      return acts.typed().over(Long.toString(version), now);
    }
    FilledForm form = acts.over(version).of("");
    for (PlanColumn column : TaskEdit.CELLS) {
      form = form.with(column.name(), now.getOrDefault(column.name(), ""));
    }
    return form;
  }

  /**
   * A cell that can be written anew.
   *
   * @param kind of its field
   */
  @TemplateData
  public record CellField(String name, String head, String kind, int max) {}

  private static final int LONG = 4_000;
  private static final int SHORT = 500;

  private static List<CellField> cells(Terms terms) {
    return TaskEdit.CELLS.stream()
        .map(column -> {
          boolean isLong =
              column == PlanColumn.ITEMS
                  || column == PlanColumn.SCOPE
                  || column == PlanColumn.JOINT;
          String kind = column == PlanColumn.DRAW_TYPE ? "select" : isLong ? "textarea" : "text";
          return new CellField(
              column.name(), terms.head(column.head()), kind, isLong ? LONG : SHORT);
        })
        .toList();
  }

  /**
   * What the registers offer.
   *
   * @param drawn how many would be drawn each time; empty where nobody can say
   */
  @TemplateData
  public record Offered(
      List<Choice> kinds,
      List<Choice> labels,
      List<Choice> fields,
      long inScope,
      long items,
      List<TaskScopes.Named> shown,
      String drawn) {}

  private Offered offer(TaskScopes.Offer offer, Looked looked) {
    Terms terms = reader.terms();
    return new Offered(
        KINDS.stream()
            .map(kind ->
                new Choice(
                    kind,
                    counted(terms.words().kindOf(kind), offer.kinds().getOrDefault(kind, 0L))))
            .toList(),
        choices(offer.labels(), looked.scope().labels()),
        choices(offer.fields(), looked.scope().itemFields()),
        offer.inScope(),
        offer.items(),
        offer.shown(),
        offer.drawn().isEmpty() ? "" : Terms.grouped(offer.drawn().getAsLong()));
  }

  /** The most frequent ones first; what was chosen is among them, known or not. */
  private List<Choice> choices(Map<String, Long> counts, List<String> chosen) {
    Map<String, Long> all = new LinkedHashMap<>();
    chosen.forEach(word -> all.put(word, counts.getOrDefault(word, 0L)));
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MOST_OFFERED)
        .forEach(one -> all.putIfAbsent(one.getKey(), one.getValue()));
    return all.entrySet().stream()
        .map(one -> new Choice(one.getKey(), counted(one.getKey(), one.getValue())))
        .toList();
  }

  private String counted(String word, long count) {
    return reader.words(TaskWords.class).withCount(word, Terms.grouped(count));
  }
}
