package cn.doublerandom.draw.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who comes in the place of who dropped out is a question of load, then of chance. */
class SubstitutionTest {
  private static final Seed SEED = new Seed("5e".repeat(32));
  private static final List<List<String>> ANY_TWO = List.of(List.of(), List.of());

  private static InspectorEntry inspector(String id, int load, int cap, String... tags) {
    return new InspectorEntry(id, List.of(tags), load, cap);
  }

  private static Substitution among(InspectorEntry... inspectors) {
    return new Substitution(SEED, ANY_TWO, List.of(inspectors), List.of(), Map.of(), Set.of());
  }

  @Test
  void the_one_with_the_fewest_visits_comes() {
    assertThat(
            among(
                    inspector("I1", 0, 9),
                    inspector("I2", 0, 9),
                    inspector("I3", 4, 9),
                    inspector("I4", 3, 9))
                .of("S1", List.of("I1"), "I2"))
        .contains("I4");
  }

  @Test
  void visits_of_this_draw_count_like_those_before() {
    var four = inspector("I4", 3, 9);
    var three = inspector("I3", 4, 9);
    assertThat(
            new Substitution(
                    SEED, ANY_TWO, List.of(three, four), List.of(), Map.of("I4", 2), Set.of())
                .of("S1", List.of("I1"), "I2"))
        .contains("I3");
  }

  @Test
  void who_has_as_many_visits_of_this_draw_as_he_can_take_does_not_come() {
    List<InspectorEntry> one = List.of(inspector("I3", 0, 2));
    assertThat(
            new Substitution(SEED, ANY_TWO, one, List.of(), Map.of("I3", 1), Set.of())
                .of("S1", List.of("I1"), "I2"))
        .contains("I3");
    assertThat(
            new Substitution(SEED, ANY_TWO, one, List.of(), Map.of("I3", 2), Set.of())
                .of("S1", List.of("I1"), "I2"))
        .isEmpty();
  }

  @Test
  void neither_who_dropped_out_nor_who_is_there_already_comes_again() {
    assertThat(among(inspector("I1", 0, 9), inspector("I2", 0, 9)).of("S1", List.of("I1"), "I2"))
        .isEmpty();
  }

  @Test
  void who_is_recused_from_the_firm_does_not_come_to_it_and_may_go_to_another() {
    var substitution =
        new Substitution(
            SEED,
            ANY_TWO,
            List.of(inspector("I3", 0, 9), inspector("I4", 5, 9)),
            List.of(
                new RecusalEntry("S1", "I3", "RELATIVE"), new RecusalEntry("S2", "I4", "RELATIVE")),
            Map.of(),
            Set.of());
    assertThat(substitution.recused("S1")).containsExactly("I3");
    assertThat(substitution.of("S1", List.of("I1"), "I2")).contains("I4");
    assertThat(substitution.of("S2", List.of("I1"), "I2")).contains("I3");
  }

  @Test
  void a_seat_that_asks_for_a_skill_is_kept_though_others_move() {
    List<List<String>> slots = List.of(List.of("skill:货运"), List.of());
    List<InspectorEntry> all =
        List.of(
            inspector("I1", 0, 9, "skill:货运"),
            inspector("I2", 0, 9),
            inspector("I3", 0, 9),
            inspector("I4", 5, 9, "skill:货运"));
    var substitution = new Substitution(SEED, slots, all, List.of(), Map.of(), Set.of());
    // I2 stays: who comes must have the skill. I1 stays: anybody may come.
    assertThat(substitution.of("S1", List.of("I2"), "I1")).contains("I4");
    assertThat(substitution.of("S1", List.of("I1"), "I2")).contains("I3");
    // I1 takes the seat of skill, or gives it to I4 and takes the other.
    assertThat(
            new Substitution(
                    SEED, slots, List.of(all.get(0), all.get(3)), List.of(), Map.of(), Set.of())
                .of("S1", List.of("I1"), "I2"))
        .contains("I4");
    assertThat(
            new Substitution(
                    SEED, slots, List.of(all.get(1), all.get(2)), List.of(), Map.of(), Set.of())
                .of("S1", List.of("I2"), "I1"))
        .isEmpty();
  }

  @Test
  void of_equals_the_lowest_ticket_for_that_firm_comes() {
    List<InspectorEntry> equals =
        Stream.of("I3", "I4", "I5", "I6").map(id -> inspector(id, 1, 9)).toList();
    for (String subject : List.of("S1", "S2", "S3", "S4", "S5", "S6")) {
      String lowest =
          equals.stream()
              .map(InspectorEntry::id)
              .min((a, b) ->
                  Arrays.compareUnsigned(SEED.teamTicket(subject, a), SEED.teamTicket(subject, b)))
              .orElseThrow();
      assertThat(
              new Substitution(SEED, ANY_TWO, equals, List.of(), Map.of(), Set.of())
                  .of(subject, List.of("I1"), "I2"))
          .contains(lowest);
    }
  }
}
