package cn.doublerandom.draw.plan;

import cn.doublerandom.bureau.key.DocumentNumber;
import cn.doublerandom.draw.reading.Quota;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be asked of an annual plan. */
public sealed interface PlanCommand {
  /**
   * @param replaces whether another draft of the bureau and year is to be replaced
   */
  record ImportPlan(PlanTable table, boolean replaces, String by) implements PlanCommand {
    public ImportPlan(PlanTable table, String by) {
      this(table, false, by);
    }
  }

  record DefineTaskScope(String task, TaskScope scope, String by) implements PlanCommand {}

  /** A number where the table leaves room: within its bounds, and with a reason. */
  record DecideQuota(String task, Quota quota, String reason, String by) implements PlanCommand {}

  /** Why a claimed item has no task this year. */
  record JustifyItem(String item, String reason, String by) implements PlanCommand {}

  /**
   * Draws several tasks together.
   *
   * @param lead whose draw it becomes
   * @param seen draws of the tasks
   */
  record CombineTasks(
      String lead, List<String> others, String reason, String by, Map<String, SeenDraws> seen)
      implements PlanCommand {
    public CombineTasks(String lead, List<String> others, String reason, String by) {
      this(lead, others, reason, by, Map.of());
    }
  }

  /**
   * @param seen draws of the tasks
   */
  record SeparateTasks(String lead, String reason, String by, Map<String, SeenDraws> seen)
      implements PlanCommand {
    public SeparateTasks(String lead, String reason, String by) {
      this(lead, reason, by, Map.of());
    }
  }

  /**
   * A draw is about to begin, stored with its first event or not at all.
   *
   * @param others the tasks its frame was assembled for, beside its own
   */
  record BeginDraw(String task, Set<String> others, String drawId, int round)
      implements PlanCommand {}

  /**
   * @param unfounded what the scopes name and the registers do not know, in words
   */
  record SubmitPlan(String by, LocalDate today, List<String> unfounded) implements PlanCommand {
    public SubmitPlan(String by, LocalDate today) {
      this(by, today, List.of());
    }
  }

  /**
   * @param uncovered claimed items no task inspects, by code
   */
  record ApprovePlan(String by, LocalDate today, List<String> uncovered) implements PlanCommand {}

  record ReturnPlan(String by, String reason) implements PlanCommand {}

  /**
   * @param to the office above
   * @param documentNumber absent where the plan has none, or it is not known yet
   */
  record ReportPlan(String by, String to, LocalDate today, @Nullable DocumentNumber documentNumber)
      implements PlanCommand {
    public ReportPlan(String by, String to, LocalDate today) {
      this(by, to, today, null);
    }
  }

  record PublishPlan(LocalDate today) implements PlanCommand {}

  record ProposeAdjustment(PlanTable table, String reason, String by, LocalDate today)
      implements PlanCommand {}

  /**
   * @param uncovered claimed items without a task
   * @param unfounded what the scopes name and the registers do not know, in words
   */
  record ApproveAdjustment(
      String by, LocalDate today, List<String> uncovered, List<String> unfounded)
      implements PlanCommand {
    public ApproveAdjustment(String by, LocalDate today, List<String> uncovered) {
      this(by, today, uncovered, List.of());
    }
  }

  record RejectAdjustment(String by, String reason) implements PlanCommand {}
}
