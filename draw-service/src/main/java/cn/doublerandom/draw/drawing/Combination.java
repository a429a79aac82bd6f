package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.FrameRejection;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawComputation;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.draw.protocol.Ratio;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.Share;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the common frame of several tasks into cells and says how many each task takes of each: as
 * many in all as it would draw alone, in each cell its part of them, rounded so that the fewest
 * visits come of it, and at least one wherever its rate is above 0 (docs/adr/0016).
 */
public final class Combination {
  private static final int LONGEST_NAME = 64;

  private final List<Partner> partners;
  private final List<Group> groups = new ArrayList<>();

  /** By task and group: what the task is due there. */
  private final List<List<Ratio>> targets = new ArrayList<>();

  /** By task and group: how many it takes there. */
  private final int[][] shares;

  /** A task that is drawn together with others. */
  public record Partner(PlanTask task, TaskScope scope, Quota quota, List<FrozenFrame.Item> items) {
    public String key() {
      return task.key();
    }

    public Partner with(List<FrozenFrame.Item> fewer) {
      return new Partner(task, scope, quota, fewer);
    }
  }

  /**
   * A subject in scope of at least one of the tasks.
   *
   * @param excluded why it may not be drawn; absent where it may
   * @param classes its class by task; tasks it is not in scope of are absent
   */
  public record Member(String subject, @Nullable String excluded, Map<String, String> classes) {
    public Member {
      classes = Map.copyOf(classes);
    }
  }

  /** A combined draw, or why there is none. */
  public sealed interface Answer {
    /**
     * @param strata as the commit says them
     * @param frame every member with its cell
     */
    record Of(CombinedDraw draw, List<Commit.Stratum> strata, List<FrameEntry> frame)
        implements Answer {}

    /**
     * @param task whose rate stands against it
     */
    record None(DrawRejection reason, String task) implements Answer {}
  }

  /** Subjects in scope of the same tasks with the same classes. */
  private record Group(Map<String, String> classes, List<Member> members) {
    int eligible() {
      return (int) members.stream().filter(m -> m.excluded == null).count();
    }
  }

  private Combination(List<Partner> partners, List<Member> members) {
    this.partners = partners;
    Map<String, Group> byName = new TreeMap<>();
    for (Member member : members) {
      byName
          .computeIfAbsent(
              new TreeMap<>(member.classes).toString(),
              n -> new Group(member.classes, new ArrayList<>()))
          .members
          .add(member);
    }
    groups.addAll(byName.values());
    shares = new int[partners.size()][groups.size()];
  }

  /**
   * @param partners two to four tasks, the one whose draw it is first
   * @param inspectors who may be drawn, for a quota of so many subjects an inspector
   */
  public static Answer of(List<Partner> partners, List<Member> members, int inspectors) {
    if (members.size() > Share.MAX_DENOMINATOR) {
      return new Answer.None(FrameRejection.FRAME_TOO_LARGE_FOR_COUNT, partners.getFirst().key());
    }
    Combination combination = new Combination(partners, members);
    for (int p = 0; p < partners.size(); p++) {
      Optional<DrawRejection> obstacle = combination.target(p, inspectors);
      if (obstacle.isPresent()) {
        return new Answer.None(obstacle.get(), partners.get(p).key());
      }
    }
    for (int p = 0; p < partners.size(); p++) {
      Optional<DrawRejection> obstacle = combination.share(p);
      if (obstacle.isPresent()) {
        return new Answer.None(obstacle.get(), partners.get(p).key());
      }
    }
    return combination.answer();
  }

  /** The members as the frame of one task alone. */
  public static List<FrameEntry> frameOf(String task, List<Member> members) {
    return members.stream()
        .filter(m -> m.classes.containsKey(task))
        .map(m -> new FrameEntry(m.subject, m.classes.getOrDefault(task, ""), m.excluded))
        .toList();
  }

  private Optional<DrawRejection> target(int part, int inspectors) {
    String task = partners.get(part).key();
    List<FrameEntry> frame =
        frameOf(task, groups.stream().flatMap(g -> g.members.stream()).toList());
    return switch (QuotaRates.of(partners.get(part).quota, frame.size(), inspectors)) {
      case QuotaRates.Answer.None(var reason) -> Optional.of(reason);
      case QuotaRates.Answer.Of(var strata) -> {
        targets.add(targets(task, strata, frame));
        yield Optional.empty();
      }
    };
  }

  /** What the task is due of each group: its class's expected number, by eligible members. */
  private List<Ratio> targets(String task, List<Commit.Stratum> strata, List<FrameEntry> frame) {
    Map<String, Ratio> each = new HashMap<>();
    Map<String, Long> eligible =
        frame.stream()
            .filter(e -> e.excluded() == null)
            .collect(Collectors.groupingBy(FrameEntry::stratum, Collectors.counting()));
    var rules =
        new Commit.Stage.Whole(
            Hashes.merkleRoot(List.of()), frame.size(), strata, Optional.empty(), 0);
    List<Ratio> expected =
        eligible.isEmpty()
            ? strata.stream().map(s -> Ratio.ZERO).toList()
            : DrawComputation.expected(rules, frame);
    for (int c = 0; c < strata.size(); c++) {
      long inClass = eligible.getOrDefault(strata.get(c).name(), 0L);
      each.put(
          strata.get(c).name(),
          inClass == 0 ? Ratio.ZERO : expected.get(c).over(Ratio.of(inClass)));
    }
    return groups.stream()
        .map(g ->
            each.getOrDefault(g.classes.getOrDefault(task, ""), Ratio.ZERO)
                .times(Ratio.of(g.eligible())))
        .toList();
  }

  /** Whole numbers that add up to the task's size; no group with a rate is left out. */
  private Optional<DrawRejection> share(int part) {
    List<Ratio> due = targets.get(part);
    long rest = due.stream().reduce(Ratio.ZERO, Ratio::plus).ceiling();
    for (int g = 0; g < due.size(); g++) {
      shares[part][g] = due.get(g).isZero() ? 0 : (int) Math.max(1, due.get(g).floor());
      rest -= shares[part][g];
    }
    if (rest < 0) {
      return Optional.of(FrameRejection.COMBINATION_CELL_TOO_SMALL);
    }
    IntStream.range(0, due.size())
        .filter(g -> shares[part][g] < due.get(g).ceiling())
        .boxed()
        .sorted(roundedUpFirst(part))
        .limit(rest)
        .forEach(g -> shares[part][g]++);
    return Optional.empty();
  }

  /** Where one more costs no visit, because another task comes anyway; then the nearest to one. */
  private Comparator<Integer> roundedUpFirst(int part) {
    return Comparator.<Integer>comparingInt(g -> othersTake(part, g) > shares[part][g] ? 0 : 1)
        .thenComparing(
            g -> targets.get(part).get(g).minus(Ratio.of(shares[part][g])),
            Comparator.reverseOrder())
        .thenComparingInt(g -> g);
  }

  /**
   * What the other tasks take of a group at most: those before as decided, those after rounded up.
   */
  private long othersTake(int part, int group) {
    return IntStream.range(0, partners.size())
        .filter(p -> p != part)
        .mapToLong(p -> p < part ? shares[p][group] : targets.get(p).get(group).ceiling())
        .max()
        .orElse(0);
  }

  private int drawn(int group) {
    return IntStream.range(0, partners.size()).map(p -> shares[p][group]).max().orElse(0);
  }

  private Answer answer() {
    List<CombinedDraw.Cell> cells = new ArrayList<>();
    List<FrameEntry> frame = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      String name = name(g);
      if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
        return new Answer.None(FrameRejection.COMBINATION_TOO_WIDE, partners.getFirst().key());
      }
      Map<String, Integer> byTask = new HashMap<>();
      for (int p = 0; p < partners.size(); p++) {
        String task = partners.get(p).key();
        if (groups.get(g).classes.containsKey(task)) {
          byTask.put(task, shares[p][g]);
        }
      }
      cells.add(new CombinedDraw.Cell(name, byTask));
      groups.get(g).members.forEach(m -> frame.add(new FrameEntry(m.subject, name, m.excluded)));
    }
    return new Answer.Of(new CombinedDraw(parts(), cells), strata(cells), frame);
  }

  private List<CombinedDraw.Part> parts() {
    return IntStream.range(0, partners.size())
        .mapToObj(p ->
            new CombinedDraw.Part(
                partners.get(p).key(),
                partners.get(p).items.stream().map(FrozenFrame.Item::code).toList()))
        .toList();
  }

  /** {@code 2023001-001=4+2023001-002/B=2}: the commit itself says who takes how many. */
  private String name(int group) {
    Map<String, String> classes = groups.get(group).classes;
    return IntStream.range(0, partners.size())
        .filter(p -> classes.containsKey(partners.get(p).key()))
        .mapToObj(p -> {
          String task = partners.get(p).key();
          String stratum = classes.getOrDefault(task, Rates.ALL);
          return task + (stratum.equals(Rates.ALL) ? "" : "/" + stratum) + "=" + shares[p][group];
        })
        .collect(Collectors.joining("+"));
  }

  /**
   * The cells' numbers as rates. They are exact where the cells have a common denominator within
   * the protocol's 10^6; else each is rounded up in the sixth decimal, which draws one subject more
   * than asked for, and never one fewer.
   */
  private List<Commit.Stratum> strata(List<CombinedDraw.Cell> cells) {
    BigInteger common = BigInteger.ONE;
    List<Commit.Stratum> exact = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      Ratio rate = rate(g);
      common = common.multiply(rate.denominator()).divide(common.gcd(rate.denominator()));
      exact.add(
          new Commit.Stratum(
              cells.get(g).stratum(),
              rate.numerator().intValueExact(),
              rate.denominator().intValueExact()));
    }
    int most = Share.MAX_DENOMINATOR;
    return common.compareTo(BigInteger.valueOf(most)) <= 0
        ? exact
        : exact.stream()
            .map(s ->
                new Commit.Stratum(
                    s.name(), (int) Math.ceilDiv((long) s.num() * most, (long) s.den()), most))
            .toList();
  }

  /**
   * Of a group nobody of which may be drawn the rate is without effect; a floor needs it above 0.
   */
  private Ratio rate(int group) {
    return groups.get(group).eligible() == 0
        ? Ratio.of(1)
        : Ratio.of(drawn(group), groups.get(group).members.size());
  }
}
