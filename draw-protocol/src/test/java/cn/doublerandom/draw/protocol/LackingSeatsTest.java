package cn.doublerandom.draw.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.protocol.DrawResult.Infeasible;
import cn.doublerandom.draw.protocol.DrawResult.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is lacking where teams cannot be made (protocol §7), against trying every way to seat. */
class LackingSeatsTest {
  private static final List<List<String>> SEATS = List.of(List.of("unit:大队"), List.of("skill:客运"));

  private final List<String> firms = new ArrayList<>();
  private final List<InspectorEntry> inspectors = new ArrayList<>();
  private final List<RecusalEntry> recusals = new ArrayList<>();

  private void inspector(String id, int cap, String... tags) {
    inspectors.add(new InspectorEntry(id, List.of(tags), 0, cap));
  }

  private Infeasible drawn() {
    var draw = new TeamDraw(firms, inspectors, recusals, SEATS, new Seed("5e".repeat(32)));
    return switch (draw.draw()) {
      case TeamDraw.Outcome.Teams teams -> new Infeasible(0, List.of());
      case TeamDraw.Outcome.Lacking(Infeasible infeasible) -> infeasible;
    };
  }

  private List<Slot> seats() {
    List<Slot> all = new ArrayList<>();
    for (String firm : firms) {
      for (int seat = 0; seat < SEATS.size(); seat++) {
        all.add(new Slot(firm, seat));
      }
    }
    return all;
  }

  private boolean mayTake(InspectorEntry one, Slot seat) {
    return one.tags().containsAll(SEATS.get(seat.slot()))
        && !recusals.contains(new RecusalEntry(seat.subject(), one.id(), "RELATIVE"));
  }

  /** Seats that can be filled at once. */
  private int most(List<Slot> seats, int at, Map<String, Integer> visits, Set<String> pairs) {
    if (at == seats.size()) {
      return 0;
    }
    Slot seat = seats.get(at);
    int most = most(seats, at + 1, visits, pairs);
    for (InspectorEntry one : inspectors) {
      String pair = one.id() + " " + seat.subject();
      if (mayTake(one, seat) && visits.getOrDefault(one.id(), 0) < one.cap() && pairs.add(pair)) {
        visits.merge(one.id(), 1, Integer::sum);
        most = Math.max(most, 1 + most(seats, at + 1, visits, pairs));
        visits.merge(one.id(), -1, Integer::sum);
        pairs.remove(pair);
      }
    }
    return most;
  }

  private int most(List<Slot> seats) {
    return most(seats, 0, new HashMap<>(), new HashSet<>());
  }

  /** A seat is cut off where a second one like it could not be filled as well. */
  private Infeasible tried() {
    int most = most(seats());
    List<Slot> cutOff = new ArrayList<>();
    for (Slot seat : seats()) {
      List<Slot> withAnother = new ArrayList<>(seats());
      withAnother.add(seat);
      if (most(withAnother) == most) {
        cutOff.add(seat);
      }
    }
    int missing = seats().size() - most;
    return new Infeasible(missing, missing == 0 ? List.of() : cutOff);
  }

  @Test
  void a_seat_nobody_has_the_skill_for_is_lacking_at_every_firm() {
    firms.addAll(List.of("S1", "S2"));
    inspector("I1", 9, "unit:大队");
    inspector("I2", 9, "unit:大队");
    assertThat(drawn()).isEqualTo(new Infeasible(2, List.of(new Slot("S1", 1), new Slot("S2", 1))));
  }

  @Test
  void seats_that_one_inspector_too_few_shares_are_lacking_together() {
    firms.addAll(List.of("S1", "S2"));
    inspector("I1", 1, "unit:大队");
    inspector("I2", 9, "skill:客运");
    inspector("I3", 9, "skill:客运");
    assertThat(drawn()).isEqualTo(new Infeasible(1, List.of(new Slot("S1", 0), new Slot("S2", 0))));
  }

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void what_is_lacking_is_what_no_seating_can_fill(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i <= 1 + random.nextInt(2); i++) {
      firms.add("S" + i);
    }
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      String tag = SEATS.get(random.nextInt(2)).getFirst();
      List<String> both = List.of("skill:客运", "unit:大队");
      inspector(
          "I" + i,
          random.nextInt(3),
          random.nextInt(3) == 0 ? both.toArray(String[]::new) : new String[] {tag});
    }
    for (String firm : firms) {
      if (random.nextInt(3) == 0) {
        recusals.add(new RecusalEntry(firm, "I" + random.nextInt(inspectors.size()), "RELATIVE"));
      }
    }
    assertThat(drawn()).isEqualTo(tried());
  }
}
