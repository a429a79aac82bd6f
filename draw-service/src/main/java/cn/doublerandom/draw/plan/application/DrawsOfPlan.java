package cn.doublerandom.draw.plan.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.draw.plan.PlanChecks;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanOverlap;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.SeenDraws;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import cn.doublerandom.draw.register.Register;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What plans ask of the draws: the only way from this wing to the other. */
public interface DrawsOfPlan {
  /** What there is of draws of each task; only what was voided by now stays as it is seen. */
  Uni<Map<String, SeenDraws>> seen(List<String> tasks);

  /** Batches of a task that are drawn, with the one whose draw is under way. */
  Uni<Integer> drawnBatches(String task);

  /**
   * How many visits the tasks of a combination need together; absent as long as a number or a
   * subject's class is missing.
   */
  Optional<PlanChecks.Together> together(
      Register.Snapshot snapshot,
      RuleBook rules,
      LocalDate today,
      PlanTask lead,
      PlanContent content);

  /** Which tasks meet at the same firms and items; only those with a scope that stand alone. */
  PlanOverlap overlaps(
      Register.Snapshot snapshot, RuleBook rules, LocalDate today, PlanContent content);

  /** Whether the quota speaks of other subjects than this one. */
  boolean isOutOfReach(KnownSubject subject, Quota quota);
}
