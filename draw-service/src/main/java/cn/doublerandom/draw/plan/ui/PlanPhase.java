package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanContent;
import java.util.Optional;
import java.util.Set;

/** How far a plan is, as REST names it. */
enum PlanPhase {
  DRAFT("warn"),
  SUBMITTED("warn"),
  APPROVED("warn"),
  REPORTED("warn"),
  PUBLISHED("ok"),
  ADJUSTING("warn");

  private final String look;

  PlanPhase(String look) {
    this.look = look;
  }

  /** How its badge looks; its word stands with it always. */
  String look() {
    return look;
  }

  /** Of a plan that is there. */
  static PlanPhase of(AnnualPlan plan) {
    return switch (plan) {
      case AnnualPlan.Absent a -> throw new IllegalArgumentException("no plan has no phase");
      case AnnualPlan.Draft d -> DRAFT;
      case AnnualPlan.Submitted s -> SUBMITTED;
      case AnnualPlan.Approved a -> APPROVED;
      case AnnualPlan.Reported r -> REPORTED;
      case AnnualPlan.Published p -> PUBLISHED;
      case AnnualPlan.Adjusting a -> ADJUSTING;
    };
  }

  /** What is worked on, else what is in force. */
  static Optional<PlanContent> worked(AnnualPlan plan) {
    return plan instanceof AnnualPlan.Adjusting adjusting
        ? Optional.of(adjusting.proposal())
        : plan.says();
  }

  /** Who may not approve what waits: all who worked on it. */
  static Set<String> touchedBy(AnnualPlan plan) {
    return switch (plan) {
      case AnnualPlan.Submitted s -> s.content().touchedBy();
      case AnnualPlan.Adjusting a -> a.proposal().touchedBy();
      case AnnualPlan.Absent a -> Set.of();
      case AnnualPlan.Draft d -> Set.of();
      case AnnualPlan.Approved a -> Set.of();
      case AnnualPlan.Reported r -> Set.of();
      case AnnualPlan.Published p -> Set.of();
    };
  }

  /** Whether its table and scopes can be changed as they are. */
  boolean isWorkedOn() {
    return this == DRAFT || this == ADJUSTING;
  }

  boolean isPublic() {
    return this == PUBLISHED || this == ADJUSTING;
  }
}
