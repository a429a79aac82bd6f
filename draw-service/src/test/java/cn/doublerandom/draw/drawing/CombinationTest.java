package cn.doublerandom.draw.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.FrameRejection;
import cn.doublerandom.draw.plan.PlanOverlap;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawComputation;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.Ratio;
import cn.doublerandom.draw.protocol.Seed;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CombinationTest {
  private static final String ROADS = "2023001-001";
  private static final String SAFETY = "2023003-002";
  private static final String HULLS = "2023004-003";

  private static Combination.Partner task(String key, Quota quota, String... items) {
    return task(key, quota, LocalDate.of(2023, 3, 1), LocalDate.of(2023, 11, 30), items);
  }

  private static Combination.Partner task(
      String key, Quota quota, LocalDate from, LocalDate to, String... items) {
    return new Combination.Partner(
        new PlanTask(
            key.substring(0, 7),
            "计划",
            key.substring(8),
            "任务",
            PlanTask.DrawType.TARGETED,
            "",
            0,
            1,
            "",
            "",
            "法制安全科",
            "",
            "",
            from,
            to,
            quota,
            null),
        new TaskScope("ENTERPRISE", List.of(), List.of("道路运输")),
        quota,
        List.of(items).stream().map(i -> new FrozenFrame.Item(i, i)).toList());
  }

  private static Quota percent(int percent) {
    return new Quota.Percent(new Share(percent, 100));
  }

  private static void add(List<Combination.Member> members, int count, String... tasks) {
    Map<String, String> classes = new HashMap<>();
    List.of(tasks).forEach(t -> classes.put(t, Rates.ALL));
    for (int i = 0; i < count; i++) {
      members.add(new Combination.Member("S%06d".formatted(members.size()), null, classes));
    }
  }

  /** 15 firms of road transport alone, 20 of both, 40 of safety alone. */
  private static List<Combination.Member> county() {
    List<Combination.Member> members = new ArrayList<>();
    add(members, 15, ROADS);
    add(members, 20, ROADS, SAFETY);
    add(members, 40, SAFETY);
    return members;
  }

  private static Combination.Answer.Of combined(
      List<Combination.Partner> tasks, List<Combination.Member> members) {
    return (Combination.Answer.Of) Combination.of(tasks, members, 20);
  }

  private static Set<String> drawn(Combination.Answer.Of answer, String task, Seed seed) {
    Set<String> subjects = new HashSet<>();
    tasks(answer, seed)
        .forEach((subject, tasks) -> {
          if (tasks.contains(task)) {
            subjects.add(subject);
          }
        });
    return subjects;
  }

  /** As the protocol draws it: by the commit's rates, the smallest tickets of each stratum. */
  private static Map<String, List<String>> tasks(Combination.Answer.Of answer, Seed seed) {
    var rules =
        new Commit.Stage.Whole(
            "00".repeat(32), answer.frame().size(), answer.strata(), Optional.empty(), 0);
    List<Ratio> expected = DrawComputation.expected(rules, answer.frame());
    List<String> selected = new ArrayList<>();
    for (int c = 0; c < answer.strata().size(); c++) {
      String stratum = answer.strata().get(c).name();
      selected.addAll(
          seed.firstBySubjectTicket(
              answer.frame().stream()
                  .filter(e -> e.stratum().equals(stratum) && e.excluded() == null)
                  .map(FrameEntry::id)
                  .toList(),
              (int) expected.get(c).floor()));
    }
    return answer.draw().tasks(answer.frame(), selected, seed);
  }

  private static Seed seed(int n) {
    return new Seed("%064x".formatted(n + 1));
  }

  @Test
  void each_task_draws_as_many_as_alone_and_firms_of_both_are_visited_once() {
    // 10 % of 35 are 4, 5 % of 60 are 3; one firm is visited for both.
    var answer =
        combined(
            List.of(task(ROADS, percent(10), "I-1"), task(SAFETY, percent(5), "I-2")), county());
    assertThat(answer.draw().visitsApart()).isEqualTo(7);
    assertThat(answer.draw().visitsTogether()).isEqualTo(6);
    for (int n = 0; n < 200; n++) {
      Seed seed = seed(n);
      assertThat(drawn(answer, ROADS, seed)).hasSize(4);
      assertThat(drawn(answer, SAFETY, seed)).hasSize(3);
      assertThat(tasks(answer, seed)).hasSize(6);
    }
  }

  @Test
  void the_commit_names_the_shares_so_that_a_stranger_can_tell_who_is_visited_for_what() {
    var answer = combined(List.of(task(ROADS, percent(10)), task(SAFETY, percent(5))), county());
    assertThat(answer.strata())
        .contains(new Commit.Stratum("2023001-001=2+2023003-002=1", 1, 10))
        .hasSize(3);
  }

  @Test
  void within_the_common_firms_the_smaller_share_lies_inside_the_larger() {
    List<Combination.Member> members = new ArrayList<>();
    add(members, 100, ROADS, SAFETY);
    var answer = combined(List.of(task(ROADS, percent(30)), task(SAFETY, percent(10))), members);
    for (int n = 0; n < 50; n++) {
      assertThat(drawn(answer, ROADS, seed(n))).containsAll(drawn(answer, SAFETY, seed(n)));
      assertThat(drawn(answer, SAFETY, seed(n))).hasSize(10);
    }
    assertThat(answer.draw().visitsApart() - answer.draw().visitsTogether()).isEqualTo(10);
  }

  @Test
  void every_firm_of_a_cell_is_drawn_equally_often() {
    var answer = combined(List.of(task(ROADS, percent(20)), task(SAFETY, percent(20))), county());
    Map<String, Integer> times = new TreeMap<>();
    for (int n = 0; n < 5000; n++) {
      drawn(answer, SAFETY, seed(n)).forEach(s -> times.merge(s, 1, Integer::sum));
    }
    // 20 % of 60 firms are 12 of them, of 20 common ones 4, of 40 others 8: each with 1 in 5.
    double sigma = Math.sqrt(5000 * 0.2 * 0.8);
    assertThat(times).hasSize(60);
    assertThat(times.values()).allSatisfy(t -> assertThat((t - 1000) / sigma).isBetween(-4.5, 4.5));
  }

  @Test
  void excluded_firms_stay_in_the_frame_and_the_number_stays_that_of_the_task_alone() {
    List<Combination.Member> members = county();
    for (int i = 15; i < 25; i++) {
      members.set(
          i,
          new Combination.Member(
              members.get(i).subject(), "CAP_REACHED", members.get(i).classes()));
    }
    var answer = combined(List.of(task(ROADS, percent(10)), task(SAFETY, percent(5))), members);
    assertThat(answer.frame()).hasSize(75);
    assertThat(drawn(answer, ROADS, seed(1))).hasSize(4);
    assertThat(drawn(answer, SAFETY, seed(1))).hasSize(3);
    assertThat(drawn(answer, ROADS, seed(1)))
        .doesNotContainAnyElementsOf(
            members.subList(15, 25).stream().map(Combination.Member::subject).toList());
  }

  @Test
  void tiers_keep_their_rates_beside_a_task_without_tiers() {
    Quota tiers =
        new Quota.Tiered(
            List.of(
                new Quota.Tier("A", new Share(1, 100)), new Quota.Tier("D", new Share(50, 100))));
    List<Combination.Member> members = new ArrayList<>();
    for (int i = 0; i < 220; i++) {
      members.add(
          new Combination.Member(
              "S%04d".formatted(i), null, Map.of(ROADS, i < 200 ? "A" : "D", SAFETY, Rates.ALL)));
    }
    var answer = combined(List.of(task(ROADS, tiers), task(SAFETY, percent(10))), members);
    assertThat(drawn(answer, ROADS, seed(3))).hasSize(12);
    assertThat(drawn(answer, ROADS, seed(3)).stream().filter(s -> s.compareTo("S0200") >= 0))
        .hasSize(10);
    assertThat(drawn(answer, SAFETY, seed(3))).hasSize(22);
    assertThat(answer.strata().stream().map(Commit.Stratum::name))
        .containsExactlyInAnyOrder(
            "2023001-001/A=2+2023003-002=20", "2023001-001/D=10+2023003-002=2");
  }

  @Test
  void cells_too_small_to_keep_a_rate_are_refused_in_words() {
    List<Combination.Member> members = new ArrayList<>();
    add(members, 1, ROADS);
    add(members, 1, ROADS, SAFETY);
    add(members, 1, SAFETY);
    assertThat(
            Combination.of(
                List.of(task(ROADS, percent(10)), task(SAFETY, percent(10))), members, 20))
        .isEqualTo(new Combination.Answer.None(FrameRejection.COMBINATION_CELL_TOO_SMALL, ROADS));
    assertThat(
            Combination.of(
                List.of(task(ROADS, new Quota.Unspecified()), task(SAFETY, percent(10))),
                county(),
                20))
        .isEqualTo(new Combination.Answer.None(FrameRejection.QUOTA_UNDECIDED, ROADS));
  }

  @Test
  void cells_without_a_common_denominator_cost_one_visit_more_and_never_one_fewer() {
    List<Combination.Member> members = new ArrayList<>();
    add(members, 997, ROADS);
    add(members, 991, ROADS, SAFETY);
    add(members, 983, SAFETY);
    var answer = combined(List.of(task(ROADS, percent(7)), task(SAFETY, percent(3))), members);
    assertThat(answer.strata()).allSatisfy(s -> assertThat(s.den()).isEqualTo(1_000_000));
    var rules =
        new Commit.Stage.Whole(
            "00".repeat(32), members.size(), answer.strata(), Optional.empty(), 0);
    assertThat(DrawComputation.size(rules, answer.frame()))
        .isEqualTo(answer.draw().visitsTogether() + 1);
    List<Ratio> expected = DrawComputation.expected(rules, answer.frame());
    for (int c = 0; c < expected.size(); c++) {
      assertThat(expected.get(c).floor())
          .isGreaterThanOrEqualTo(answer.draw().cells().get(c).drawn());
    }
  }

  @Test
  void random_counties_keep_every_rate_and_never_cost_a_visit_more_than_apart() {
    Random random = new Random(34);
    int combined = 0;
    for (int n = 0; n < 3000; n++) {
      List<Combination.Member> members = new ArrayList<>();
      String[][] cells = {
        {ROADS},
        {SAFETY},
        {HULLS},
        {ROADS, SAFETY},
        {SAFETY, HULLS},
        {ROADS, HULLS},
        {ROADS, SAFETY, HULLS}
      };
      for (String[] cell : cells) {
        add(members, random.nextInt(30), cell);
      }
      List<Combination.Partner> tasks = new ArrayList<>();
      for (String key : List.of(ROADS, SAFETY, HULLS)) {
        tasks.add(task(key, percent(1 + random.nextInt(40))));
      }
      if (!(Combination.of(tasks, members, 20) instanceof Combination.Answer.Of answer)) {
        continue;
      }
      combined++;
      assertThat(answer.draw().visitsTogether()).isLessThanOrEqualTo(answer.draw().visitsApart());
      for (CombinedDraw.Part part : answer.draw().parts()) {
        long scope = members.stream().filter(m -> m.classes().containsKey(part.task())).count();
        int percent = ((Quota.Percent) quota(tasks, part.task())).share().num();
        assertThat((long) answer.draw().size(part.task()))
            .isEqualTo(scope == 0 ? 0 : Math.max(1, new Share(percent, 100).ceilOf(scope)));
      }
    }
    assertThat(combined).isGreaterThan(1500);
  }

  private static Quota quota(List<Combination.Partner> tasks, String key) {
    return tasks.stream().filter(t -> t.key().equals(key)).findFirst().orElseThrow().quota();
  }

  /** The fewest visits of two tasks: the common firms take as much of both as rounding allows. */
  @Test
  void of_two_tasks_no_other_rounding_needs_fewer_visits() {
    Random random = new Random(7);
    for (int n = 0; n < 2000; n++) {
      int a = 1 + random.nextInt(40);
      int both = 1 + random.nextInt(40);
      int b = 1 + random.nextInt(40);
      int roads = 1 + random.nextInt(50);
      int safety = 1 + random.nextInt(50);
      List<Combination.Member> members = new ArrayList<>();
      add(members, a, ROADS);
      add(members, both, ROADS, SAFETY);
      add(members, b, SAFETY);
      if (Combination.of(
              List.of(task(ROADS, percent(roads)), task(SAFETY, percent(safety))), members, 20)
          instanceof Combination.Answer.Of answer) {
        assertThat(answer.draw().visitsTogether())
            .as("%d|%d|%d at %d and %d percent", a, both, b, roads, safety)
            .isEqualTo(fewest(a, both, b, roads, safety));
      }
    }
  }

  private static int fewest(int a, int both, int b, int roads, int safety) {
    int allRoads = Math.ceilDiv((a + both) * roads, 100);
    int allSafety = Math.ceilDiv((b + both) * safety, 100);
    int best = Integer.MAX_VALUE;
    for (int x : choices(allRoads, both, a + both)) {
      for (int y : choices(allSafety, both, b + both)) {
        if (choices(allRoads, a, a + both).contains(allRoads - x)
            && choices(allSafety, b, b + both).contains(allSafety - y)) {
          best = Math.min(best, Math.max(x, y) + allRoads - x + allSafety - y);
        }
      }
    }
    return best;
  }

  /** What a cell of {@code part} of {@code whole} may take of {@code size}: its part, rounded. */
  private static List<Integer> choices(int size, int part, int whole) {
    int down = Math.max(1, Math.floorDiv(size * part, whole));
    return IntStream.rangeClosed(down, Math.ceilDiv(size * part, whole)).boxed().toList();
  }

  @Test
  void the_overlap_of_a_plan_proposes_what_saves_visits_and_says_what_stands_against_it() {
    var roads = task(ROADS, percent(10), "I-1", "I-2");
    var safety = task(SAFETY, percent(5), "I-2");
    var winter =
        task(HULLS, percent(10), LocalDate.of(2023, 12, 1), LocalDate.of(2023, 12, 31), "I-3");
    List<Combination.Member> members = new ArrayList<>();
    add(members, 15, ROADS, HULLS);
    add(members, 20, ROADS, SAFETY);
    add(members, 40, SAFETY);
    PlanOverlap report = Overlaps.of(List.of(roads, safety, winter), members, 20);
    assertThat(report.pairs())
        .containsExactly(
            new PlanOverlap.Pair(List.of(ROADS, SAFETY), 20, 1, 1, null),
            new PlanOverlap.Pair(List.of(ROADS, HULLS), 15, 0, 0, "combination-windows-apart"));
    assertThat(report.visitsSaved()).isEqualTo(1);
    assertThat(report.proposals().getFirst().tasks()).containsExactly(ROADS, SAFETY);
    assertThat(report.proposals().getFirst().sizes()).isEqualTo(Map.of(ROADS, 4, SAFETY, 3));
  }
}
