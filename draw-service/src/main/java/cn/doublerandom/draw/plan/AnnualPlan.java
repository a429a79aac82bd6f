package cn.doublerandom.draw.plan;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An annual plan (年度抽查工作计划).
 *
 * <pre>
 * Absent ─import─▶ Draft ─submit─▶ Submitted ─approve─▶ Approved ─report─▶ Reported ─publish─▶ Published
 *                    ▲─────return──────┘                                                    │    ▲
 *                                                                     propose adjustment ▼    │ approve
 *                                                                                     Adjusting
 * </pre>
 */
public sealed interface AnnualPlan {
  record Absent() implements AnnualPlan {}

  record Draft(PlanContent content) implements AnnualPlan {}

  record Submitted(PlanContent content, String by, LocalDate submittedOn) implements AnnualPlan {}

  record Approved(PlanContent content, PlanDates dates) implements AnnualPlan {}

  /**
   * @param versions published so far; not 0 only between the approval of an adjustment and its
   *     publication
   */
  record Reported(PlanContent content, PlanDates dates, int versions) implements AnnualPlan {}

  /**
   * @param version from 1; an adjustment makes the next
   */
  record Published(PlanContent content, PlanDates dates, int version) implements AnnualPlan {}

  /** Published, and a change waits for its approval; drawn is by what is published. */
  record Adjusting(Published published, PlanContent proposal, String reason, String by)
      implements AnnualPlan {}

  /** What the plan says now; what is published where it is being adjusted. */
  default Optional<PlanContent> says() {
    return switch (this) {
      case Absent() -> Optional.empty();
      case Draft(var content) -> Optional.of(content);
      case Submitted submitted -> Optional.of(submitted.content);
      case Approved approved -> Optional.of(approved.content);
      case Reported reported -> Optional.of(reported.content);
      case Published published -> Optional.of(published.content);
      case Adjusting adjusting -> Optional.of(adjusting.published.content);
    };
  }

  /** When it passed its steps so far. */
  default PlanDates dates() {
    return switch (this) {
      case Absent() -> PlanDates.NONE;
      case Draft draft -> PlanDates.NONE;
      case Submitted submitted -> PlanDates.NONE;
      case Approved approved -> approved.dates;
      case Reported reported -> reported.dates;
      case Published published -> published.dates;
      case Adjusting adjusting -> adjusting.published.dates;
    };
  }

  default boolean isPublished() {
    return this instanceof Published || this instanceof Adjusting;
  }

  /** The task, where the plan has one with that key. */
  default Optional<PlanTask> find(String key) {
    return says().flatMap(c -> c.find(key));
  }
}
