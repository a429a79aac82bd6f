package cn.doublerandom.draw.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol §10. */
class DrawPropertiesTest {
  /** Draws of which shares are counted; ten times as many in the deep run. */
  private static final int TWO_THOUSAND = 2_000;

  private static final int SEEDS = Integer.getInteger("draw.seeds", TWO_THOUSAND);

  private static Seed seed(long number) {
    return new Seed(
        Hashes.hex(
            Hashes.sha256(
                Long.toString(number).getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
  }

  private static List<FrameEntry> frame(int size, String stratum) {
    List<FrameEntry> frame = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      frame.add(new FrameEntry(stratum + "%04d".formatted(i), stratum));
    }
    return frame;
  }

  private static Commit.Stage.Whole rules(Commit.Stratum... strata) {
    return new Commit.Stage.Whole("", 0, List.of(strata), Optional.empty(), 3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void the_order_of_the_frame_never_matters(long number) {
    var rules = rules(new Commit.Stratum("A", 10, 100));
    List<FrameEntry> frame = frame(187, "A");
    List<FrameEntry> shuffled = new ArrayList<>(frame);
    Collections.shuffle(shuffled, new Random(number));

    assertThat(new Sampling(rules, shuffled).draw(seed(number)))
        .isEqualTo(new Sampling(rules, frame).draw(seed(number)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void removing_a_subject_that_was_not_drawn_changes_nobodys_rank(long number) {
    List<String> ids = frame(60, "A").stream().map(FrameEntry::id).toList();
    List<String> ranked = seed(number).firstBySubjectTicket(ids, Integer.MAX_VALUE);
    List<String> without = new ArrayList<>(ids);
    without.remove(ranked.getLast());

    assertThat(seed(number).firstBySubjectTicket(without, Integer.MAX_VALUE))
        .isEqualTo(ranked.subList(0, 59));
  }

  @Test
  void the_sample_is_never_below_the_rate() {
    for (int size = 1; size <= 300; size++) {
      int drawn = new Sampling(rules(new Commit.Stratum("A", 3, 100)), frame(size, "A")).size();
      assertThat(drawn * 100).as("of %d", size).isGreaterThanOrEqualTo(3 * size);
      assertThat((drawn - 1) * 100).as("of %d", size).isLessThan(Math.max(1, 3 * size));
    }
  }

  @Test
  void of_199_firms_with_quota_70_everyone_is_drawn_as_often_as_everyone_else() {
    var sampling = new Sampling(rules(new Commit.Stratum("A", 70, 199)), frame(199, "A"));
    int seeds = SEEDS;
    Map<String, Integer> drawn = new HashMap<>();
    for (int n = 0; n < seeds; n++) {
      sampling.draw(seed(n)).selected().forEach(id -> drawn.merge(id, 1, Integer::sum));
    }
    double p = 70.0 / 199;
    double sigma = Math.sqrt(seeds * p * (1 - p));
    assertThat(drawn).hasSize(199);
    drawn.forEach(
        (id, times) -> assertThat(Math.abs(times - seeds * p)).as(id).isLessThan(5 * sigma));
  }

  @Test
  void a_small_class_gets_its_exact_share_over_many_seeds() {
    List<FrameEntry> frame = new ArrayList<>(frame(137, "A"));
    frame.addAll(frame(2, "D"));
    var sampling =
        new Sampling(rules(new Commit.Stratum("A", 1, 100), new Commit.Stratum("D", 1, 3)), frame);
    int seeds = SEEDS;
    int small = 0;
    double expected = 0;
    for (int n = 0; n < seeds; n++) {
      var sample = sampling.draw(seed(n));
      DrawResult.Allocation d = sample.allocation().getLast();
      String[] ratio = d.expected().split("/");
      expected = Double.parseDouble(ratio[0]) / Double.parseDouble(ratio[1]);
      small += d.drawn();
      assertThat(sample.selected()).hasSize(sampling.size());
    }
    double fraction = expected - Math.floor(expected);
    double sigma = Math.sqrt(seeds * fraction * (1 - fraction));
    assertThat(Math.abs(small - seeds * expected)).isLessThan(5 * sigma);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void loads_end_as_even_as_they_can_where_nothing_else_constrains_them(long number) {
    List<String> selected = frame(19, "A").stream().map(FrameEntry::id).toList();
    List<InspectorEntry> inspectors = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      inspectors.add(new InspectorEntry("I%02d".formatted(i), List.of(), i % 3, 20));
    }
    var outcome =
        new TeamDraw(selected, inspectors, List.of(), List.of(List.of(), List.of()), seed(number))
            .draw();
    Map<String, Integer> total = new HashMap<>();
    inspectors.forEach(i -> total.put(i.id(), i.load()));
    ((TeamDraw.Outcome.Teams) outcome)
        .teams()
        .forEach(t -> t.inspectors().forEach(i -> total.merge(i, 1, Integer::sum)));

    assertThat(Collections.max(total.values()) - Collections.min(total.values()))
        .isLessThanOrEqualTo(1);
  }

  @Test
  void numbers_at_the_limit_neither_hang_nor_overflow() {
    List<FrameEntry> frame = frame(3, "A");
    var rules = rules(new Commit.Stratum("A", 999_983, 1_000_000));
    assertThat(new Sampling(rules, frame).draw(seed(1)).selected()).hasSize(3);
    var outcome =
        new TeamDraw(
                List.of("S"),
                List.of(
                    new InspectorEntry("I1", List.of(), 1_000_000, 1_000_000),
                    new InspectorEntry("I2", List.of(), 1_000_000, 1_000_000)),
                List.of(),
                List.of(List.of(), List.of()),
                seed(1))
            .draw();
    assertThat(outcome).isInstanceOf(TeamDraw.Outcome.Teams.class);
  }

  @Test
  void the_first_by_ticket_are_the_head_of_the_whole_ranking_however_many_are_asked_for() {
    List<String> ids = frame(500, "A").stream().map(FrameEntry::id).toList();
    List<String> ranked =
        ids.stream()
            .sorted(
                java.util.Comparator.comparing(
                    seed(3)::subjectTicket, java.util.Arrays::compareUnsigned))
            .toList();
    for (int count : new int[] {0, 1, 2, 17, 499, 500, 501}) {
      assertThat(seed(3).firstBySubjectTicket(ids, count))
          .isEqualTo(ranked.subList(0, Math.min(count, 500)));
    }
  }

  @Test
  void the_place_of_everybody_by_ticket_is_his_place_in_the_whole_ranking() {
    List<String> ids = frame(300, "A").stream().map(FrameEntry::id).toList();
    List<String> ranked = seed(3).firstBySubjectTicket(ids, Integer.MAX_VALUE);

    assertThat(ranked)
        .allSatisfy(id ->
            assertThat(seed(3).placeBySubjectTicket(id, ids)).isEqualTo(ranked.indexOf(id) + 1));
  }

  @Test
  void a_leaf_written_straight_has_the_bytes_of_canonical_json() {
    for (String id : List.of("91130534MA0583325Y", "QH-\"引号\"", "项目一", "a\\b", "é")) {
      for (FrameEntry entry :
          List.of(new FrameEntry(id, "ALL"), new FrameEntry(id, "守信", "SUSPENDED"))) {
        assertThat(entry.canonical())
            .isEqualTo(cn.doublerandom.contracts.json.CanonicalJson.bytes(entry.json()));
      }
    }
  }
}
