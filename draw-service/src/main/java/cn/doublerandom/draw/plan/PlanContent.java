package cn.doublerandom.draw.plan;

import cn.doublerandom.draw.reading.Quota;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A plan's table and what people decided about it.
 *
 * @param scopes who is in scope, by task
 * @param quotas numbers decided where the table leaves room, by task
 * @param justified why a claimed item has no task this year, by item code (R3)
 */
public record PlanContent(
    PlanTable table,
    Map<String, TaskScope> scopes,
    Map<String, Quota> quotas,
    Map<String, String> justified) {
  public PlanContent {
    scopes = Map.copyOf(scopes);
    quotas = Map.copyOf(quotas);
    justified = Map.copyOf(justified);
  }

  static PlanContent of(PlanTable table) {
    return new PlanContent(table, Map.of(), Map.of(), Map.of());
  }

  PlanContent with(PlanTable other) {
    return new PlanContent(other, scopes, quotas, justified);
  }

  PlanContent withScope(String task, TaskScope scope) {
    return new PlanContent(table, plus(scopes, task, scope), quotas, justified);
  }

  PlanContent withQuota(String task, Quota quota) {
    return new PlanContent(table, scopes, plus(quotas, task, quota), justified);
  }

  PlanContent justified(String item, String reason) {
    return new PlanContent(table, scopes, quotas, plus(justified, item, reason));
  }

  private static <V> Map<String, V> plus(Map<String, V> known, String key, V value) {
    Map<String, V> more = new HashMap<>(known);
    more.put(key, value);
    return more;
  }

  public Optional<PlanTask> find(String key) {
    return table.tasks().stream().filter(t -> t.key().equals(key)).findFirst();
  }

  /** What was decided, else what the table says. */
  public Quota quota(PlanTask task) {
    Quota decided = quotas.get(task.key());
    return decided == null ? task.quotaRead() : decided;
  }
}
