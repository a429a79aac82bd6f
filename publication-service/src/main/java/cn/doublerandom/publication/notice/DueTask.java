package cn.doublerandom.publication.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A task of a plan, and the draws that carry it out.
 *
 * @param taskId region, plan and task number: what the ids of its draws begin with
 * @param drawTo last day on which it may be drawn; one that had passed before an adjustment stays
 * @param planned whether the plan owes it; false where an adjustment took it out in time, and where
 *     a draw was told of before its plan
 * @param batches how often the plan has it drawn
 * @param draws ids of the draws that were made of it and not voided, in the order they were told; a
 *     round that drew teams alone is none
 */
public record DueTask(
    String taskId,
    String planKey,
    String taskName,
    LocalDate drawTo,
    boolean planned,
    int batches,
    List<String> draws) {
  public DueTask {
    draws = List.copyOf(draws);
  }

  /** One no plan was told of yet. */
  public static DueTask unplanned(String taskId, String planKey) {
    return new DueTask(taskId, planKey, "", LocalDate.EPOCH, false, 1, List.of());
  }

  /** The same before any version of the plan. */
  public DueTask anew() {
    return new DueTask(taskId, planKey, taskName, drawTo, false, batches, draws);
  }

  /**
   * The same as the next version of the plan has it. What was missed by then stays missed.
   *
   * @param from day on which that version was published
   */
  public DueTask planned(PlanTask task, LocalDate from) {
    int times = task.batches() == null ? 1 : task.batches();
    return wasMissedBefore(from)
        ? this
        : new DueTask(taskId, planKey, task.taskName(), task.to(), true, times, draws);
  }

  /** The same where the next version of the plan has it no more. */
  public DueTask dropped(LocalDate from) {
    return wasMissedBefore(from) ? this : anew();
  }

  private boolean wasMissedBefore(LocalDate from) {
    return planned && drawTo.isBefore(from);
  }

  /** The same after what was told of one of its draws. */
  public DueTask after(DrawNotice draw) {
    Stream<String> others = draws.stream().filter(id -> !id.equals(draw.drawId()));
    return new DueTask(
        taskId,
        planKey,
        taskName,
        drawTo,
        planned,
        batches,
        draw.wasMade() && draw.teamsOf() == null
            ? Stream.concat(others, Stream.of(draw.drawId())).toList()
            : others.toList());
  }
}
