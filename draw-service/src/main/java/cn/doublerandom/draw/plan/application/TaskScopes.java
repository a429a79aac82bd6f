package cn.doublerandom.draw.plan.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.draw.plan.PlanChecks;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import cn.doublerandom.draw.register.Register;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who a task could be about, by the registers of a day. */
@ApplicationScoped
public class TaskScopes {
  /** Names shown of those in scope: enough to see whether the right ones are meant. */
  private static final int MOST_SHOWN = 10;

  private final Register register;
  private final PlanFacts facts;
  private final RuleBook rules;

  @Inject
  TaskScopes(Register register, PlanFacts facts, RuleBook rules) {
    this.register = register;
    this.facts = facts;
    this.rules = rules;
  }

  /**
   * What the registers offer, and whom a scope takes in.
   *
   * @param kinds subjects in business or paused, by kind
   * @param labels the same by label, of all kinds
   * @param fields claimed items by 领域
   * @param inScope subjects in scope; none where no scope was given
   * @param shown the first of them by name
   * @param items claimed items of the scope's fields
   * @param drawn how many would be drawn each time; empty where the plan leaves it open
   */
  public record Offer(
      Map<String, Long> kinds,
      Map<String, Long> labels,
      Map<String, Long> fields,
      long inScope,
      List<Named> shown,
      long items,
      OptionalLong drawn) {}

  /** A subject by its name. */
  public record Named(String id, String name) {}

  /**
   * The registers of a day, and a scope of a task over them.
   *
   * @param content of the plan of the task
   */
  public Uni<Offer> of(
      PlanContent content, int year, String task, TaskScope scope, LocalDate today) {
    return Uni.createFrom()
        .completionStage(() -> register.known(today))
        .map(known -> {
          PlanChecks.Report report =
              facts.report(
                  content.withScope(task, scope), year, known, rules, today, Optional.empty());
          return offer(known, scope, drawn(report, task));
        });
  }

  private static OptionalLong drawn(PlanChecks.Report report, String task) {
    return report.sizes().stream()
        .filter(size -> size.task().equals(task))
        .map(PlanChecks.Size::drawn)
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .findFirst();
  }

  private static Offer offer(Register.Snapshot known, TaskScope scope, OptionalLong drawn) {
    List<KnownSubject> listed =
        known.subjects().stream().filter(KnownSubject::standsInFrames).toList();
    List<KnownItem> claimed = known.items().stream().filter(KnownItem::claimed).toList();
    List<KnownSubject> covered =
        listed.stream().filter(s -> scope.covers(s.kind(), s.labels())).toList();
    return new Offer(
        counted(listed.stream().map(KnownSubject::kind)),
        labels(listed),
        counted(claimed.stream().map(KnownItem::field)),
        covered.size(),
        covered.stream().collect(least(Comparator.comparing(KnownSubject::name))).stream()
            .map(s -> new Named(s.id(), s.name()))
            .toList(),
        claimed.stream().filter(i -> scope.itemFields().contains(i.field())).count(),
        drawn);
  }

  /** Many subjects have the same labels: those are counted together. */
  private static Map<String, Long> labels(List<KnownSubject> listed) {
    Map<List<String>, Long> alike =
        listed.stream().collect(Collectors.groupingBy(KnownSubject::labels, Collectors.counting()));
    Map<String, Long> counts = new TreeMap<>();
    alike.forEach((labels, count) ->
        labels.stream().distinct().forEach(label -> counts.merge(label, count, Long::sum)));
    return Collections.unmodifiableMap(counts);
  }

  /** The first few in an order, ascending; the others are not sorted for it. */
  private static <T> Collector<T, ?, List<T>> least(Comparator<T> order) {
    return Collector.of(
        () -> new PriorityQueue<T>(order.reversed()),
        TaskScopes::keepLeast,
        (one, other) -> {
          other.forEach(value -> keepLeast(one, value));
          return one;
        },
        kept -> kept.stream().sorted(order).toList());
  }

  private static <T> void keepLeast(PriorityQueue<T> kept, T value) {
    kept.add(value);
    if (kept.size() > MOST_SHOWN) {
      kept.remove();
    }
  }

  private static Map<String, Long> counted(Stream<String> words) {
    return Collections.unmodifiableMap(
        words.collect(Collectors.groupingBy(w -> w, TreeMap::new, Collectors.counting())));
  }
}
