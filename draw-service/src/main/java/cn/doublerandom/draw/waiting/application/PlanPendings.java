package cn.doublerandom.draw.waiting.application;

import static cn.doublerandom.draw.waiting.application.DrawMatters.asked;
import static cn.doublerandom.draw.waiting.application.DrawMatters.open;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.DueDraws;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.programme.Programme;
import cn.doublerandom.servicekit.waiting.Pending;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What waits by the state of a plan or a programme; who may not decide as their deciders say. */
public final class PlanPendings {
  private static final int LAST_DAY = 31;

  private PlanPendings() {}

  /** The next step of a plan, what was asked for behind its approval, and draws that are due. */
  public static List<Pending> of(String stream, AnnualPlan plan) {
    String key = DrawStreams.PLAN.id(stream);
    List<Pending> all = new ArrayList<>();
    switch (plan) {
      case AnnualPlan.Absent() -> {
        // nobody has begun it
      }
      case AnnualPlan.Draft(var content) ->
          all.add(step(DrawMatter.PLAN_DRAFT, key).saying(DrawMatters.WHAT, unscoped(content)));
      case AnnualPlan.Submitted(var content, var by, var on) ->
          all.add(
              asked(DrawMatter.PLAN, key, year(key), by, and(content.touchedBy(), by))
                  .due(lastDay(key)));
      case AnnualPlan.Approved(var content, var dates) -> {
        all.add(step(DrawMatter.PLAN_REPORT, key));
        all.addAll(behindApproval(content));
      }
      case AnnualPlan.Reported(var content, var dates, var versions) -> {
        all.add(step(DrawMatter.PLAN_PUBLICATION, key));
        all.addAll(behindApproval(content));
      }
      case AnnualPlan.Published(var content, var dates, var version) -> {
        all.addAll(due(content));
        all.addAll(behindApproval(content));
      }
      case AnnualPlan.Adjusting adjusting -> {
        all.add(
            asked(
                DrawMatter.ADJUSTMENT,
                key,
                year(key),
                adjusting.by(),
                and(adjusting.proposal().touchedBy(), adjusting.by())));
        all.addAll(due(adjusting.published().content()));
      }
    }
    return List.copyOf(all);
  }

  /** The plan of a year nobody has begun; no stream says so. */
  static Pending unbegun(String key) {
    return step(DrawMatter.PLAN_BEGIN, key);
  }

  private static Pending step(DrawMatter kind, String key) {
    return open(kind, key, year(key)).due(lastDay(key));
  }

  private static String unscoped(PlanContent content) {
    return Long.toString(
        content.table().tasks().stream()
            .filter(task -> !content.scopes().containsKey(task.key()))
            .count());
  }

  private static List<Pending> behindApproval(PlanContent content) {
    List<Pending> all = new ArrayList<>();
    content
        .asked()
        .quotas()
        .forEach((task, asked) ->
            all.add(
                asked(DrawMatter.QUOTA, task, "", asked.by(), asked.touchedBy())
                    .saying(DrawMatters.WHAT, task)));
    content
        .asked()
        .together()
        .forEach((lead, asked) ->
            all.add(
                asked(DrawMatter.COMBINATION, lead, "", asked.by(), asked.touchedBy())
                    .saying(DrawMatters.WHAT, lead)));
    return all.stream().sorted(DrawMatters.BY_KEY).toList();
  }

  private static List<Pending> due(PlanContent content) {
    return DueDraws.undrawn(content).stream().map(PlanPendings::due).toList();
  }

  private static Pending due(PlanTask task) {
    return open(DrawMatter.DRAW_DUE, task.key(), "")
        .from(task.drawFrom())
        .due(task.drawTo())
        .saying(DrawMatters.WHAT, task.key() + "“" + task.taskName() + "”");
  }

  /** A programme to approve or to publish. */
  public static List<Pending> of(String stream, Programme programme) {
    String id = DrawStreams.PROGRAMME.id(stream);
    String task = id.substring(id.indexOf('-') + 1);
    return switch (programme) {
      case Programme.Absent() -> List.of();
      case Programme.Draft(var content, var touched) ->
          List.of(
              asked(DrawMatter.PROGRAMME, id, task, "", touched)
                  .saying(DrawMatters.WHAT, content.title()));
      case Programme.Returned returned ->
          List.of(
              open(DrawMatter.PROGRAMME_RETURNED, id, task)
                  .saying(DrawMatters.WHAT, returned.programme().title()));
      case Programme.Approved(var content, var on, var touched) ->
          List.of(
              open(DrawMatter.PROGRAMME_PUBLICATION, id, task)
                  .due(content.checkFrom())
                  .saying(DrawMatters.WHAT, content.title()));
      case Programme.Published published -> List.of();
    };
  }

  private static Set<String> and(Collection<String> touched, String by) {
    Set<String> all = new HashSet<>(touched);
    all.add(by);
    return all;
  }

  private static String year(String key) {
    return key.substring(key.lastIndexOf('-') + 1);
  }

  /** 1月底前 (二(一)); of a plan whose number says no year there is none. */
  private static @Nullable LocalDate lastDay(String key) {
    String year = year(key);
    return year.matches("[0-9]{4}")
        ? LocalDate.of(Integer.parseInt(year), Month.JANUARY, LAST_DAY)
        : null;
  }
}
