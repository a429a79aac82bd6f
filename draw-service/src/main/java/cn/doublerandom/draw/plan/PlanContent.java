package cn.doublerandom.draw.plan;

import cn.doublerandom.draw.plan.PlanEvent.DrawBegun;
import cn.doublerandom.draw.reading.Quota;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan's table and what people decided about it.
 *
 * @param scopes who is in scope, by task
 * @param quotas numbers decided where the table leaves room, by task
 * @param combinations which tasks are drawn together with another, by that other
 * @param justified why a claimed item has no task this year, by item code (R3)
 * @param asked what was asked for after the approval, and another person decides
 * @param touchedBy all who worked on it since its last approval; none of them approves it
 * @param approvedBy all who approved it or a change of it
 * @param begun the last draw of each task, as far as that was told
 */
public record PlanContent(
    PlanTable table,
    Map<String, TaskScope> scopes,
    Map<String, Quota> quotas,
    Map<String, List<String>> combinations,
    Map<String, String> justified,
    BehindApproval asked,
    Set<String> touchedBy,
    Set<String> approvedBy,
    Map<String, DrawBegun> begun) {
  public PlanContent {
    scopes = Map.copyOf(scopes);
    quotas = Map.copyOf(quotas);
    combinations = Map.copyOf(combinations);
    justified = Map.copyOf(justified);
    touchedBy = Set.copyOf(touchedBy);
    approvedBy = Set.copyOf(approvedBy);
    begun = Map.copyOf(begun);
  }

  /** Most tasks drawn together: the cells' names must fit the protocol's 64 characters. */
  public static final int MOST_COMBINED = 4;

  static PlanContent of(PlanTable table) {
    return new PlanContent(
        table,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        BehindApproval.NOTHING,
        Set.of(),
        Set.of(),
        Map.of());
  }

  PlanContent with(PlanTable other) {
    return new PlanContent(
        other, scopes, quotas, combinations, justified, asked, touchedBy, approvedBy, begun);
  }

  /** The same plan with another scope of a task. */
  public PlanContent withScope(String task, TaskScope scope) {
    return new PlanContent(
        table,
        plus(scopes, task, scope),
        quotas,
        combinations,
        justified,
        asked,
        touchedBy,
        approvedBy,
        begun);
  }

  PlanContent withQuota(String task, Quota quota) {
    return withQuotas(plus(quotas, task, quota));
  }

  /** The same plan with other numbers, for trying out. */
  public PlanContent withQuotas(Map<String, Quota> others) {
    return new PlanContent(
        table, scopes, others, combinations, justified, asked, touchedBy, approvedBy, begun);
  }

  PlanContent combined(String lead, List<String> others) {
    return withCombinations(lead, plus(combinations, lead, List.copyOf(others)));
  }

  PlanContent separated(String lead) {
    Map<String, List<String>> fewer = new HashMap<>(combinations);
    fewer.remove(lead);
    return withCombinations(lead, fewer);
  }

  private PlanContent withCombinations(String lead, Map<String, List<String>> others) {
    return new PlanContent(
        table,
        scopes,
        quotas,
        others,
        justified,
        asked.withoutTogether(lead),
        touchedBy,
        approvedBy,
        begun);
  }

  PlanContent justified(String item, String reason) {
    return new PlanContent(
        table,
        scopes,
        quotas,
        combinations,
        plus(justified, item, reason),
        asked,
        touchedBy,
        approvedBy,
        begun);
  }

  PlanContent with(BehindApproval more) {
    return new PlanContent(
        table, scopes, quotas, combinations, justified, more, touchedBy, approvedBy, begun);
  }

  /** The same, worked on by somebody; old events do not say by whom. */
  PlanContent touchedBy(@Nullable String account) {
    if (account == null) {
      return this;
    }
    Set<String> more = new HashSet<>(touchedBy);
    more.add(account);
    return new PlanContent(
        table, scopes, quotas, combinations, justified, asked, more, approvedBy, begun);
  }

  /** The same, touched by nobody since: whoever works on it from now on asks anew. */
  PlanContent untouched() {
    return new PlanContent(
        table, scopes, quotas, combinations, justified, asked, Set.of(), approvedBy, begun);
  }

  /** The same, approved. */
  PlanContent approved(String by) {
    Set<String> more = new HashSet<>(approvedBy);
    more.add(by);
    return new PlanContent(
        table, scopes, quotas, combinations, justified, asked, Set.of(), more, begun);
  }

  /** The same, in which a draw of a task has begun. */
  PlanContent with(DrawBegun begins) {
    return new PlanContent(
        table,
        scopes,
        quotas,
        combinations,
        justified,
        asked,
        touchedBy,
        approvedBy,
        plus(begun, begins.task(), begins));
  }

  private static <V> Map<String, V> plus(Map<String, V> known, String key, V value) {
    Map<String, V> more = new HashMap<>(known);
    more.put(key, value);
    return more;
  }

  public Optional<PlanTask> find(String key) {
    return table.tasks().stream().filter(t -> t.key().equals(key)).findFirst();
  }

  /** The task whose draw is also that of this one, if it has none of its own. */
  public Optional<String> drawnWith(String task) {
    return combinations.entrySet().stream()
        .filter(c -> c.getValue().contains(task))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The draw a task has, by what the plan was told and what was seen; none where it was voided. */
  Optional<String> drawOf(String task, SeenDraws seen) {
    DrawBegun last = begun.get(task);
    return seen.current()
        .or(() ->
            last == null || last.round() <= seen.rounds()
                ? Optional.empty()
                : Optional.of(last.drawId()));
  }

  /** What was decided, else what the table says. */
  public Quota quota(PlanTask task) {
    Quota decided = quotas.get(task.key());
    return decided == null ? task.quotaRead() : decided;
  }
}
