package cn.doublerandom.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.verifier.Bundle.Infeasible;
import cn.doublerandom.verifier.Bundle.Inspector;
import cn.doublerandom.verifier.Bundle.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is lacking where teams cannot be made (protocol §7), against trying every way to seat. */
class ShortageTest {
  private final List<String> firms = new ArrayList<>();
  private final List<List<String>> seats = new ArrayList<>();
  private final List<Inspector> inspectors = new ArrayList<>();
  private final Map<String, Set<Integer>> fits = new HashMap<>();
  private final Map<String, Set<String>> recused = new HashMap<>();

  private void inspector(String id, long cap, Integer... fitting) {
    inspectors.add(new Inspector(id, List.of(), 0, cap));
    fits.put(id, Set.of(fitting));
  }

  private void drawn(int count, int seatsOfEach) {
    for (int i = 0; i < count; i++) {
      firms.add("S" + i);
    }
    for (int i = 0; i < seatsOfEach; i++) {
      seats.add(List.of());
    }
  }

  private Infeasible found() {
    return new Shortage(firms, seats, inspectors, fits, recused).find();
  }

  /** Seats that can be filled at once, one of them twice where it is named. */
  private int most(Slot twice) {
    List<Slot> all = new ArrayList<>();
    for (String firm : firms) {
      for (int seat = 0; seat < seats.size(); seat++) {
        all.add(new Slot(firm, seat));
      }
    }
    if (twice != null) {
      all.add(twice);
    }
    return most(all, 0, new HashMap<>(), new HashSet<>());
  }

  private int most(List<Slot> all, int at, Map<String, Integer> visits, Set<String> pairs) {
    if (at == all.size()) {
      return 0;
    }
    Slot seat = all.get(at);
    int most = most(all, at + 1, visits, pairs);
    for (Inspector one : inspectors) {
      String pair = one.id() + " " + seat.subject();
      if (fits.get(one.id()).contains((int) seat.slot())
          && !recused.getOrDefault(seat.subject(), Set.of()).contains(one.id())
          && visits.getOrDefault(one.id(), 0) < one.cap()
          && pairs.add(pair)) {
        visits.merge(one.id(), 1, Integer::sum);
        most = Math.max(most, 1 + most(all, at + 1, visits, pairs));
        visits.merge(one.id(), -1, Integer::sum);
        pairs.remove(pair);
      }
    }
    return most;
  }

  /** A seat is lacking where a second one like it could not be filled as well. */
  private Infeasible tried() {
    int most = most(null);
    List<Slot> missing = new ArrayList<>();
    for (String firm : firms) {
      for (int seat = 0; seat < seats.size(); seat++) {
        if (most(new Slot(firm, seat)) == most) {
          missing.add(new Slot(firm, seat));
        }
      }
    }
    return new Infeasible((long) firms.size() * seats.size() - most, missing);
  }

  @Test
  void who_fits_one_seat_alone_gets_it_and_who_fits_both_moves() {
    drawn(1, 2);
    inspector("I1", 1, 0, 1);
    inspector("I2", 1, 0);
    assertThat(found().missing()).isZero();
  }

  @Test
  void who_may_go_to_one_firm_alone_goes_there_and_who_may_go_to_both_goes_elsewhere() {
    drawn(2, 1);
    inspector("I1", 1, 0);
    inspector("I2", 1, 0);
    recused.put("S1", Set.of("I2"));
    assertThat(found().missing()).isZero();
  }

  @Test
  void nobody_for_a_seat_is_one_missing_at_every_firm() {
    drawn(2, 2);
    inspector("I1", 2, 0);
    inspector("I2", 2, 0);
    assertThat(found()).isEqualTo(new Infeasible(2, List.of(new Slot("S0", 1), new Slot("S1", 1))));
  }

  static List<Integer> seeds() {
    return java.util.stream.IntStream.range(0, 150).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void what_is_missing_is_what_no_seating_can_fill(int seed) {
    Random random = new Random(seed);
    drawn(1 + random.nextInt(2), 2);
    if (random.nextBoolean()) {
      firms.add("S9");
    }
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      Set<Integer> fitting = new HashSet<>();
      fitting.add(random.nextInt(2));
      if (random.nextInt(3) == 0) {
        fitting.add(random.nextInt(2));
      }
      inspector("I" + i, random.nextInt(3), fitting.toArray(Integer[]::new));
    }
    for (String firm : firms) {
      if (random.nextInt(3) == 0) {
        recused.put(firm, Set.of("I" + random.nextInt(inspectors.size())));
      }
    }
    assertThat(found()).isEqualTo(tried());
  }
}
