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
 * @param asked numbers asked for after the approval, by task; another person decides them
 * @param touchedBy all who worked on it since its last approval; none of them approves it
 * @param approvedBy all who approved it or a change of it
 * @param begun the last draw of each task, as far as that was told
 * @param askedTogether tasks that are to be drawn together, or apart again, asked for after the
 *     approval, by the task whose draw it is; another person decides it
 */
public record PlanContent(
    PlanTable table,
    Map<String, TaskScope> scopes,
    Map<String, Quota> quotas,
    Map<String, List<String>> combinations,
    Map<String, String> justified,
    Map<String, AskedQuota> asked,
    Set<String> touchedBy,
    Set<String> approvedBy,
    Map<String, DrawBegun> begun,
    Map<String, AskedTogether> askedTogether) {
  public PlanContent {
    scopes = Map.copyOf(scopes);
    quotas = Map.copyOf(quotas);
    combinations = Map.copyOf(combinations);
    justified = Map.copyOf(justified);
    asked = Map.copyOf(asked);
    touchedBy = Set.copyOf(touchedBy);
    approvedBy = Set.copyOf(approvedBy);
    begun = Map.copyOf(begun);
    askedTogether = Map.copyOf(askedTogether);
  }

  /**
   * A number somebody asked for.
   *
   * @param touchedBy all who asked for a number of that task so far; none of them decides it
   */
  public record AskedQuota(Quota quota, Set<String> touchedBy) {
    public AskedQuota {
      touchedBy = Set.copyOf(touchedBy);
    }
  }

  /**
   * What somebody asked for.
   *
   * @param others the tasks to be drawn with it; none where they are to be drawn apart
   * @param touchedBy all who asked for something of that task so far; none of them decides it
   */
  public record AskedTogether(List<String> others, Set<String> touchedBy) {
    public AskedTogether {
      others = List.copyOf(others);
      touchedBy = Set.copyOf(touchedBy);
    }
  }

  /** Most tasks drawn together: the cells' names must fit the protocol's 64 characters. */
  public static final int MOST_COMBINED = 4;

  static PlanContent of(PlanTable table) {
    return new PlanContent(
        table, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Set.of(), Set.of(), Map.of(),
        Map.of());
  }

  PlanContent with(PlanTable other) {
    return new PlanContent(
        other,
        scopes,
        quotas,
        combinations,
        justified,
        asked,
        touchedBy,
        approvedBy,
        begun,
        askedTogether);
  }

  PlanContent withScope(String task, TaskScope scope) {
    return new PlanContent(
        table,
        plus(scopes, task, scope),
        quotas,
        combinations,
        justified,
        asked,
        touchedBy,
        approvedBy,
        begun,
        askedTogether);
  }

  PlanContent withQuota(String task, Quota quota) {
    return withQuotas(plus(quotas, task, quota));
  }

  /** The same plan with other numbers, for trying out. */
  public PlanContent withQuotas(Map<String, Quota> others) {
    return new PlanContent(
        table,
        scopes,
        others,
        combinations,
        justified,
        asked,
        touchedBy,
        approvedBy,
        begun,
        askedTogether);
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
    Map<String, AskedTogether> fewer = new HashMap<>(askedTogether);
    fewer.remove(lead);
    return together(others, fewer);
  }

  PlanContent asking(String lead, List<String> others, String by) {
    AskedTogether before = askedTogether.get(lead);
    Set<String> touched = new HashSet<>(before == null ? Set.of() : before.touchedBy());
    touched.add(by);
    return together(combinations, plus(askedTogether, lead, new AskedTogether(others, touched)));
  }

  private PlanContent together(
      Map<String, List<String>> combined, Map<String, AskedTogether> asks) {
    return new PlanContent(
        table, scopes, quotas, combined, justified, asked, touchedBy, approvedBy, begun, asks);
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
        begun,
        askedTogether);
  }

  PlanContent asking(String task, Quota quota, String by) {
    AskedQuota before = asked.get(task);
    Set<String> touched = new HashSet<>(before == null ? Set.of() : before.touchedBy());
    touched.add(by);
    AskedQuota now = new AskedQuota(quota, touched);
    return new PlanContent(
        table,
        scopes,
        quotas,
        combinations,
        justified,
        plus(asked, task, now),
        touchedBy,
        approvedBy,
        begun,
        askedTogether);
  }

  /** The same, worked on by somebody; old events do not say by whom. */
  PlanContent touchedBy(@Nullable String account) {
    if (account == null) {
      return this;
    }
    Set<String> more = new HashSet<>(touchedBy);
    more.add(account);
    return new PlanContent(
        table,
        scopes,
        quotas,
        combinations,
        justified,
        asked,
        more,
        approvedBy,
        begun,
        askedTogether);
  }

  /** The same, touched by nobody since: whoever works on it from now on asks anew. */
  PlanContent untouched() {
    return new PlanContent(
        table,
        scopes,
        quotas,
        combinations,
        justified,
        asked,
        Set.of(),
        approvedBy,
        begun,
        askedTogether);
  }

  /** The same, approved. */
  PlanContent approved(String by) {
    Set<String> more = new HashSet<>(approvedBy);
    more.add(by);
    return new PlanContent(
        table,
        scopes,
        quotas,
        combinations,
        justified,
        asked,
        Set.of(),
        more,
        begun,
        askedTogether);
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
        plus(begun, begins.task(), begins),
        askedTogether);
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
