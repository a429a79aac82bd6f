package cn.doublerandom.draw.plan;

import static cn.doublerandom.draw.AgreementRejection.APPROVAL_NEEDS_SECOND_PERSON;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.draw.plan.AnnualPlan.Adjusting;
import cn.doublerandom.draw.plan.AnnualPlan.Draft;
import cn.doublerandom.draw.plan.AnnualPlan.Submitted;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be approved is decided by one; behind the approval it takes a second person who
 * decides the same.
 *
 * @param quotas numbers asked for, by task
 * @param together tasks asked to be drawn with another, none where they are to be drawn apart, by
 *     that other
 */
public record BehindApproval(
    Map<String, Asked<Quota>> quotas, Map<String, Asked<List<String>>> together) {
  static final BehindApproval NOTHING = new BehindApproval(Map.of(), Map.of());

  public BehindApproval {
    quotas = Map.copyOf(quotas);
    together = Map.copyOf(together);
  }

  /**
   * Something somebody asked for.
   *
   * @param by who asked for it last
   * @param touchedBy all who asked for something in its place; none of them decides it
   */
  public record Asked<T>(T what, String by, Set<String> touchedBy) {
    public Asked {
      touchedBy = Set.copyOf(touchedBy);
    }
  }

  BehindApproval asking(String task, Quota quota, String by) {
    return new BehindApproval(plus(quotas, task, quota, by), together);
  }

  BehindApproval asking(String lead, List<String> others, String by) {
    return new BehindApproval(quotas, plus(together, lead, List.copyOf(others), by));
  }

  /** The same after the tasks drawn with another were decided. */
  BehindApproval withoutTogether(String lead) {
    Map<String, Asked<List<String>>> fewer = new HashMap<>(together);
    fewer.remove(lead);
    return new BehindApproval(quotas, fewer);
  }

  private static <T> Map<String, Asked<T>> plus(
      Map<String, Asked<T>> known, String key, T what, String by) {
    Asked<T> before = known.get(key);
    Set<String> touched = new HashSet<>(before == null ? Set.of() : before.touchedBy);
    touched.add(by);
    Map<String, Asked<T>> more = new HashMap<>(known);
    more.put(key, new Asked<>(what, by, touched));
    return more;
  }

  /**
   * Decides it, or asks for it.
   *
   * @param asked what waits in its place; absent where nothing does
   * @param asks what happens where nobody asked for the same
   * @param decided what happens where it is decided, by who asked; nobody where one decides
   */
  static <T> Decision<PlanEvent> decide(
      AnnualPlan plan,
      @Nullable Asked<T> asked,
      T what,
      String by,
      PlanEvent asks,
      Function<@Nullable String, PlanEvent> decided) {
    if (plan instanceof Draft || plan instanceof Submitted || plan instanceof Adjusting) {
      return accept(decided.apply(null));
    } else if (asked == null || !asked.what.equals(what)) {
      return accept(asks);
    }
    return SecondPerson.isAmong(by, asked.touchedBy)
        ? reject(APPROVAL_NEEDS_SECOND_PERSON)
        : accept(decided.apply(asked.by));
  }
}
