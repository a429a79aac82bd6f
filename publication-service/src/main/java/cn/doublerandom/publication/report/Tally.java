package cn.doublerandom.publication.report;

import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.result.MissingVisit;
import cn.doublerandom.publication.result.ResultNotice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Counts what a report says, one notice after the other, in any order. */
public final class Tally {
  private static final String SUM = "";

  private final ReportPeriod period;
  private final LocalDate today;
  private final Map<String, Counts> tasks = new TreeMap<>();
  private final Counts sum = new Counts();
  private final List<Owed> owed = new ArrayList<>();

  /**
   * @param today the day by which something is late
   */
  public Tally(ReportPeriod period, LocalDate today) {
    this.period = period;
    this.today = today;
  }

  /** What is counted of a task. */
  private static final class Counts {
    private long drawn;
    private long recorded;
    private long unrecorded;
    private long notHeld;
    private long published;
    private long onTime;
    private long problems;
    private long withdrawn;
    private final Set<String> done = new HashSet<>();

    private ReportLine line(String task, String name) {
      return new ReportLine(
          task,
          name,
          drawn,
          Share.of(done.size(), drawn),
          recorded,
          unrecorded,
          notHeld,
          Share.of(published, recorded + unrecorded + notHeld),
          Share.of(onTime, published),
          Share.of(problems, recorded),
          withdrawn);
    }
  }

  private static String task(String drawId, String planId, String taskId) {
    return drawId.substring(0, Math.max(0, drawId.indexOf('-'))) + "-" + planId + "-" + taskId;
  }

  private List<Counts> counts(String task) {
    return List.of(sum, tasks.computeIfAbsent(task, t -> new Counts()));
  }

  /** Whether the draw was made in the period and stands; a round that drew teams alone is none. */
  public boolean counts(DrawNotice draw) {
    return draw.wasMade()
        && draw.teamsOf() == null
        && !draw.executedOn().isEmpty()
        && period.holds(LocalDate.parse(draw.executedOn()));
  }

  /** A draw that {@link #counts}. */
  public void drawn(DrawNotice draw) {
    counts(task(draw.drawId(), draw.planId(), draw.taskId())).forEach(c -> c.drawn += draw.drawn());
  }

  /** A published result from one of those draws, whenever it was found, that stands. */
  public void done(ResultNotice result) {
    if (result.isWithdrawn()) {
      return;
    }
    var content = result.content();
    counts(task(content.drawId(), content.planId(), content.taskId()))
        .forEach(c -> c.done.add(content.planId() + content.taskId() + " " + content.subjectId()));
  }

  /** A result, public or not. */
  public void result(ResultNotice result) {
    var content = result.content();
    LocalDate counted = result.windowTo() == null ? content.finishedOn() : result.windowTo();
    if (!period.holds(counted)) {
      return;
    }
    var published = result.published();
    for (Counts c : counts(task(content.drawId(), content.planId(), content.taskId()))) {
      if (result.isWithdrawn()) {
        c.withdrawn++;
        continue;
      }
      c.recorded += result.recorded() ? 1 : 0;
      c.unrecorded += result.recorded() ? 0 : 1;
      c.published += result.isCounted() ? 1 : 0;
      c.onTime += published != null && published.onTime() ? 1 : 0;
      c.problems += result.recorded() && result.isFinding() ? 1 : 0;
    }
    if (published == null) {
      owed.add(
          new Owed(
              result.recorded() ? Owed.What.UNPUBLISHED : Owed.What.UNRECORDED,
              content.resultId(),
              content.subjectId(),
              content.subjectId(),
              content.dueOn(),
              content.dueOn().isBefore(today)));
    }
  }

  /** A drawn visit that was not held, and is still owed. */
  public void notHeld(MissingVisit visit) {
    if (!period.holds(visit.windowTo())) {
      return;
    }
    counts(task(visit.drawId(), visit.planId(), visit.taskId())).forEach(c -> c.notHeld++);
    owed.add(
        new Owed(
            Owed.What.NOT_HELD,
            visit.visitId(),
            visit.subjectId(),
            visit.subjectId(),
            visit.windowTo(),
            true));
  }

  /** Codes of the subjects of all that is owed. */
  public List<String> owing() {
    return owed.stream().map(Owed::subject).distinct().toList();
  }

  /**
   * The report.
   *
   * @param coverage of the year
   * @param taskName of a task by region, plan and task number; empty where it was not told
   * @param subjectName of a subject by its code; empty where it was not told
   */
  public Report report(
      Share coverage,
      String basis,
      UnaryOperator<String> taskName,
      UnaryOperator<String> subjectName) {
    return new Report(
        period.text(),
        today,
        coverage,
        basis,
        sum.line(SUM, ""),
        tasks.entrySet().stream()
            .map(task -> task.getValue().line(task.getKey(), taskName.apply(task.getKey())))
            .toList(),
        owed.stream()
            .map(one -> named(one, subjectName.apply(one.subject())))
            .sorted(Comparator.comparing(Owed::dueOn).thenComparing(Owed::id))
            .toList());
  }

  private static Owed named(Owed one, String name) {
    return name.isEmpty()
        ? one
        : new Owed(one.what(), one.id(), one.subject(), name, one.dueOn(), one.isLate());
  }
}
