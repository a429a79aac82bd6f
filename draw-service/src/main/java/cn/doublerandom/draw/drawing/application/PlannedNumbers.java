package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.reading.QuotaReader;
import cn.doublerandom.draw.reading.QuotaReading;
import cn.doublerandom.draw.reading.Reading;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.servicekit.identity.Asking;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * What the plan says of a task where it is drawn: its name, and how many in the words that were
 * published. A number among them by which nothing is drawn is told to who freezes and who agrees.
 */
@ApplicationScoped
public class PlannedNumbers {
  private final CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans;
  private final Asking asking;

  @Inject
  PlannedNumbers(CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans, Asking asking) {
    this.plans = plans;
    this.asking = asking;
  }

  /**
   * A task as its plan says it.
   *
   * @param written how many, as printed
   * @param unused numbers in it that nothing is drawn by, in one line; empty where there are none,
   *     and where two people decided on the number
   */
  public record Said(String taskName, String written, String unused) {}

  /** What is said of a task; empty where no plan has it. */
  public Uni<Optional<Said>> of(String task) {
    return asking
        .orSeed()
        .flatMap(bureau -> plans.load(DrawStreams.PLAN.of(DrawStreams.planKey(bureau, task))))
        .map(loaded ->
            loaded
                .state()
                .says()
                .flatMap(content -> content.find(task).map(found -> said(content, found))));
  }

  private static Said said(PlanContent content, PlanTask task) {
    List<String> unused =
        !content.quotas().containsKey(task.key())
                && QuotaReader.read(task.rate()) instanceof Reading.Read<QuotaReading>(var read)
            ? read.beside()
            : List.of();
    return new Said(task.taskName(), task.rate(), String.join("、", unused));
  }
}
