package cn.doublerandom.draw.plan;

import cn.doublerandom.bureau.figures.AnnualCoverage;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.Share;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an approver wants to know of a plan before saying yes (R3, R4, R6, R8, R24, R37): every
 * number with what it is made of.
 */
public final class PlanChecks {
  private PlanChecks() {}

  /**
   * What the register says of one task today.
   *
   * @param inScope subjects in scope, as a frame of today would list them: the paused ones too
   * @param byClass the same by credit class, A to D
   * @param enterprises how many of them are enterprises
   * @param unreachable how many of them no tier of the quota takes in
   */
  public record TaskFacts(
      int inScope, Map<String, Integer> byClass, int enterprises, int unreachable) {
    static final TaskFacts NONE = new TaskFacts(0, Map.of(), 0, 0);
  }

  /**
   * What the register says of tasks drawn together (综合查一次).
   *
   * @param visits of all of them, each time
   * @param inScope of at least one of them
   * @param enterprises how many of those are enterprises
   */
  public record Together(int visits, int inScope, int enterprises) {}

  /**
   * @param together by the task whose draw it is; tasks whose numbers are not all known are absent
   *     and counted apart
   * @param registered the enterprises of the year's annualCoverage
   * @param floor least part of them to be inspected in the year, if a pack says one
   * @param inspectors who may be drawn today
   * @param drawn what was drawn in the year already
   */
  public record Facts(
      Map<String, TaskFacts> tasks,
      Map<String, Together> together,
      List<KnownItem> items,
      AnnualCoverage registered,
      Optional<Share> floor,
      int inspectors,
      int teamSize,
      AlreadyDrawn drawn) {
    /** As long as nothing was drawn. */
    public Facts(
        Map<String, TaskFacts> tasks,
        Map<String, Together> together,
        List<KnownItem> items,
        AnnualCoverage registered,
        Optional<Share> floor,
        int inspectors,
        int teamSize) {
      this(tasks, together, items, registered, floor, inspectors, teamSize, AlreadyDrawn.NOTHING);
    }
  }

  /**
   * What the draws of the year gave so far.
   *
   * @param enterprises different ones, of those that count
   * @param visits of them: one that was drawn for two tasks is visited twice
   */
  public record AlreadyDrawn(long enterprises, long visits) {
    public static final AlreadyDrawn NOTHING = new AlreadyDrawn(0, 0);

    /** With what is still to be drawn, each time another one. */
    long atMost(long planned) {
      return enterprises + Math.max(0, planned - visits);
    }
  }

  /**
   * A task's size.
   *
   * @param drawn each time; absent where the plan leaves it open
   * @param batches how often in the year
   */
  public record Size(String task, int inScope, @Nullable Long drawn, int batches) {}

  /**
   * annualCoverage as it would be: enterprises to be inspected of those registered. Who was drawn
   * counts once; of what is not drawn yet it says the most, as one may be drawn twice.
   *
   * @param percent — where there is nothing to be covered
   * @param basis the day, kinds and states that count
   * @param met whether the floor is reached; true where there is none
   */
  public record Coverage(
      long inspected,
      long enterprises,
      String percent,
      AnnualCoverage.Basis basis,
      @Nullable String floor,
      boolean met) {}

  /** Tiers that cannot be kept together with a cap on the whole. */
  public record Conflict(String task, String cap, String tiers, String excess) {}

  /**
   * @param visits of all tasks whose size is known
   * @param visitsSaved by tasks drawn together
   * @param perInspector on average, rounded up
   */
  public record Staffing(
      long visits, long visitsSaved, int inspectors, int teamSize, long perInspector) {}

  /**
   * The report.
   *
   * @param uncovered claimed items without a task, by code
   * @param conflicts tiers against an overall cap
   * @param notMonotone tasks in which a higher risk has a lower rate
   * @param months tasks that can be drawn in a month, by month
   * @param warnings in words
   */
  public record Report(
      List<String> uncovered,
      List<Size> sizes,
      Coverage coverage,
      List<Conflict> conflicts,
      List<String> notMonotone,
      Map<String, Integer> months,
      Staffing staffing,
      List<PlanWarning> warnings) {}

  /** Claimed items whose field no scope names, ascending. */
  public static List<String> uncovered(PlanContent content, List<KnownItem> items) {
    return items.stream()
        .filter(KnownItem::claimed)
        .filter(i ->
            content.scopes().values().stream().noneMatch(s -> s.itemFields().contains(i.field())))
        .map(KnownItem::code)
        .sorted()
        .toList();
  }

  public static Report report(PlanContent content, Facts facts) {
    List<Size> sizes = new ArrayList<>();
    List<Conflict> conflicts = new ArrayList<>();
    List<String> falling = new ArrayList<>();
    Map<String, Integer> months = new TreeMap<>();
    for (PlanTask task : content.table().tasks()) {
      Quota quota = content.quota(task);
      TaskFacts of = facts.tasks().getOrDefault(task.key(), TaskFacts.NONE);
      sizes.add(
          new Size(
              task.key(),
              of.inScope(),
              TaskSizes.size(quota, of, facts.inspectors()).orElse(null),
              task.batches()));
      if (quota instanceof Quota.Tiered tiered) {
        if (task.quotaRead() instanceof Quota.PercentMax(var most)) {
          TaskSizes.conflict(task.key(), most, tiered, of).ifPresent(conflicts::add);
        }
        if (TaskSizes.falls(tiered)) {
          falling.add(task.key());
        }
      }
      for (YearMonth month = YearMonth.from(task.drawFrom());
          !month.isAfter(YearMonth.from(task.drawTo()));
          month = month.plusMonths(1)) {
        months.merge(month.toString(), 1, Integer::sum);
      }
    }
    Work work = work(content, facts);
    Coverage coverage = coverage(work.enterprises, facts);
    long seats = work.visits * facts.teamSize();
    Staffing staffing =
        new Staffing(
            work.visits,
            work.saved,
            facts.inspectors(),
            facts.teamSize(),
            facts.inspectors() == 0 ? 0 : Math.ceilDiv(seats, (long) facts.inspectors()));
    List<String> uncovered = uncovered(content, facts.items());
    return new Report(
        uncovered,
        sizes,
        coverage,
        conflicts,
        falling,
        months,
        staffing,
        CheckWarnings.of(content, facts, coverage, staffing, falling, conflicts));
  }

  private static Coverage coverage(long planned, Facts facts) {
    long registered = facts.registered().registered();
    var forecast =
        new AnnualCoverage(
            facts.registered().year(),
            Math.min(facts.drawn().atMost(planned), registered),
            registered);
    return new Coverage(
        forecast.inspected(),
        registered,
        forecast.percent(),
        forecast.basis(),
        facts.floor().map(Share::toString).orElse(null),
        facts.floor().map(f -> f.ceilOf(registered)).orElse(0L) <= forecast.inspected());
  }

  /**
   * What the year amounts to.
   *
   * @param saved visits that fall away because tasks are drawn together
   * @param enterprises different ones at most
   */
  private record Work(long visits, long saved, long enterprises) {
    static final Work NONE = new Work(0, 0, 0);

    Work plus(Work other) {
      return new Work(visits + other.visits, saved + other.saved, enterprises + other.enterprises);
    }

    static Work of(long visits, long saved, int inScope, int enterprises) {
      return new Work(
          visits, saved, inScope == 0 ? 0 : Math.min(visits, inScope) * enterprises / inScope);
    }
  }

  /** Tasks drawn together are one draw: its visits count once. */
  private static Work work(PlanContent content, Facts facts) {
    Work all = Work.NONE;
    for (PlanTask task : content.table().tasks()) {
      Together together = facts.together().get(task.key());
      if (together != null) {
        all = all.plus(together(task, together, content, facts));
      } else if (content.drawnWith(task.key()).filter(facts.together()::containsKey).isEmpty()) {
        TaskFacts of = facts.tasks().getOrDefault(task.key(), TaskFacts.NONE);
        all = all.plus(Work.of(inYear(task, content, facts), 0, of.inScope(), of.enterprises()));
      }
    }
    return all;
  }

  private static Work together(PlanTask lead, Together together, PlanContent content, Facts facts) {
    long apart =
        content.combinations().getOrDefault(lead.key(), List.of()).stream()
            .flatMap(other -> content.find(other).stream())
            .mapToLong(other -> inYear(other, content, facts))
            .sum();
    long visits = (long) together.visits() * lead.batches();
    return Work.of(
        visits,
        inYear(lead, content, facts) + apart - visits,
        together.inScope(),
        together.enterprises());
  }

  private static long inYear(PlanTask task, PlanContent content, Facts facts) {
    TaskFacts of = facts.tasks().getOrDefault(task.key(), TaskFacts.NONE);
    return TaskSizes.size(content.quota(task), of, facts.inspectors()).orElse(0L) * task.batches();
  }
}
