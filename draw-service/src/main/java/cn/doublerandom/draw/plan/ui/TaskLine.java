package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.TaskScope;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of the plan as its page shows it.
 *
 * @param rate as written
 * @param read as read, or as decided
 * @param decided whether a person decided it
 * @param whom 抽查对象范围 as written
 * @param scope as decided; empty as long as nobody has
 * @param together tasks it is drawn with; empty where it is drawn alone
 */
@TemplateData
public record TaskLine(
    String key,
    String name,
    String type,
    String rate,
    String read,
    boolean decided,
    int batches,
    String items,
    String whom,
    String scope,
    String lead,
    String joint,
    String days,
    String from,
    String to,
    String together) {

  static List<TaskLine> of(PlanContent content, Terms terms) {
    return content.table().tasks().stream().map(task -> of(content, task, terms)).toList();
  }

  static TaskLine of(PlanContent content, PlanTask task, Terms terms) {
    TaskScope scope = content.scopes().get(task.key());
    return new TaskLine(
        task.key(),
        task.taskName(),
        terms.words().typeOf(task.drawType().name()),
        task.rate(),
        terms.quota(content, task),
        content.quotas().containsKey(task.key()),
        task.batches(),
        task.items(),
        task.scope(),
        scope == null ? "" : terms.scope(scope),
        task.leadUnit(),
        task.jointUnit(),
        task.drawPeriod(),
        task.drawFrom().toString(),
        task.drawTo().toString(),
        terms.listed(together(content, task.key())));
  }

  /** Whether its quota reads as it is written. */
  public boolean plain() {
    return rate.equals(read);
  }

  /** By what its quota is tried in an address. */
  public String trial() {
    return "quota." + key;
  }

  /** The others of a combination, whether their draw is this one's or another's. */
  private static List<String> together(PlanContent content, String task) {
    Optional<String> lead = content.drawnWith(task);
    String first = lead.orElse(task);
    return Stream.concat(
            Stream.of(first), content.combinations().getOrDefault(first, List.of()).stream())
        .filter(other -> !other.equals(task))
        .toList();
  }
}
