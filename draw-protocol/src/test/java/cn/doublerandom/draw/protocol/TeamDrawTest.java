package cn.doublerandom.draw.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol §7 over offices of every make: tags, recusals, caps, loads, two to four seats. */
class TeamDrawTest {
  private static final int OFFICES_A_TEST = 200;
  private static final int BUSY_OFFICES_A_TEST = 20;

  static LongStream hundredsOfOffices() {
    return LongStream.range(0, 10);
  }

  @ParameterizedTest
  @MethodSource("hundredsOfOffices")
  void teams_are_proven_best_and_where_there_are_none_so_many_seats_are_lacking(long hundreds) {
    int seated = 0;
    int lacking = 0;
    for (long n = hundreds * OFFICES_A_TEST; n < (hundreds + 1) * OFFICES_A_TEST; n++) {
      Office office = Office.of(n);
      switch (office.draw()) {
        case TeamDraw.Outcome.Teams(var teams, var certificate) -> {
          seated++;
          new Proof(office, teams, certificate).check("office " + n);
        }
        case TeamDraw.Outcome.Lacking(var infeasible) -> {
          lacking++;
          int seats = office.selected().size() * office.slots().size();
          assertThat(infeasible.missing())
              .as("office %d", n)
              .isPositive()
              .isEqualTo(seats - new Filling(office).most());
          assertThat(infeasible.slots()).as("office %d", n).hasSizeGreaterThanOrEqualTo(1);
        }
      }
    }
    assertThat(seated).isGreaterThan(OFFICES_A_TEST / 10);
    assertThat(lacking).isGreaterThan(OFFICES_A_TEST / 10);
  }

  private static List<DrawResult.Team> teams(Office office) {
    return switch (office.draw()) {
      case TeamDraw.Outcome.Teams(var teams, var certificate) -> teams;
      case TeamDraw.Outcome.Lacking lacking -> List.of();
    };
  }

  @ParameterizedTest
  @MethodSource("hundredsOfOffices")
  void teams_are_those_of_the_flow_whose_every_arc_is_tried(long hundreds) {
    for (long n = hundreds * OFFICES_A_TEST; n < (hundreds + 1) * OFFICES_A_TEST; n++) {
      Office office = Office.of(n);
      assertThat(teams(office)).as("office %d", n).isEqualTo(new EveryArc(office).teams());
    }
  }

  @ParameterizedTest
  @MethodSource("hundredsOfOffices")
  void a_busy_office_has_those_teams_and_their_proof(long ten) {
    int seated = 0;
    for (long n = ten * BUSY_OFFICES_A_TEST; n < (ten + 1) * BUSY_OFFICES_A_TEST; n++) {
      Office office = Office.busy(n);
      List<DrawResult.Team> expected = new EveryArc(office).teams();
      assertThat(teams(office)).as("busy office %d", n).isEqualTo(expected);
      if (office.draw() instanceof TeamDraw.Outcome.Teams(var teams, var certificate)) {
        seated++;
        new Proof(office, teams, certificate).check("busy office " + n);
      }
    }
    assertThat(seated).isPositive();
  }

  /** Both halves serve as much, and a visit due in one cannot come from the other. */
  @ParameterizedTest
  @MethodSource("hundredsOfOffices")
  void equals_who_never_relieve_each_other_have_the_cheapest_teams_too(long number) {
    List<InspectorEntry> inspectors = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      List<String> tags = List.of(i % 2 == 0 ? "公路" : "运输");
      inspectors.add(new InspectorEntry("I%02d".formatted(i), tags, 0, 30));
    }
    List<String> selected = IntStream.range(0, 27).mapToObj("S%02d"::formatted).toList();
    Seed seed = new Seed(Hashes.hex(Hashes.sha256(new byte[] {(byte) number})));
    var office =
        new Office(selected, inspectors, List.of(), List.of(List.of("公路"), List.of("运输")), seed);
    assertThat(teams(office)).isEqualTo(new EveryArc(office).teams());
  }

  @ParameterizedTest
  @MethodSource("hundredsOfOffices")
  void what_is_lacking_is_said_without_a_lot(long hundreds) {
    for (long n = hundreds * OFFICES_A_TEST; n < (hundreds + 1) * OFFICES_A_TEST; n++) {
      Office office = Office.of(n);
      var expected =
          office.draw() instanceof TeamDraw.Outcome.Lacking(var infeasible)
              ? Optional.of(infeasible)
              : Optional.empty();
      assertThat(office.teamDraw().lacking()).as("office %d", n).isEqualTo(expected);
    }
  }

  @Test
  void a_draw_of_four_hundred_visits_by_forty_officers_is_proven_best() {
    List<InspectorEntry> inspectors = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      inspectors.add(new InspectorEntry("I%02d".formatted(i), List.of(), i % 5, 1_000));
    }
    List<String> selected = new ArrayList<>();
    for (int t = 0; t < 400; t++) {
      selected.add("S%03d".formatted(t));
    }
    var office =
        new Office(
            selected,
            inspectors,
            List.of(),
            List.of(List.of(), List.of()),
            new Seed(Hashes.hex(Hashes.sha256(new byte[] {1}))));
    var teams = (TeamDraw.Outcome.Teams) office.draw();
    new Proof(office, teams.teams(), teams.certificate()).check("large office");
  }

  /** A pair, load first. */
  private record Price(BigInteger load, BigInteger lot) implements Comparable<Price> {
    static Price of(Object pair) {
      List<?> parts = (List<?>) pair;
      return new Price(
          new BigInteger((String) parts.get(0)), new BigInteger((String) parts.get(1)));
    }

    Price plus(long moreLoad, long moreLot) {
      return new Price(
          load.add(BigInteger.valueOf(moreLoad)), lot.add(BigInteger.valueOf(moreLot)));
    }

    @Override
    public int compareTo(Price other) {
      int byLoad = load.compareTo(other.load);
      return byLoad != 0 ? byLoad : lot.compareTo(other.lot);
    }
  }

  /** The three conditions of the certificate, as the protocol words them. */
  private static final class Proof {
    private final Office office;
    private final Map<String, Set<String>> teams = new TreeMap<>();
    private final Map<?, ?> potentials;

    Proof(Office office, List<DrawResult.Team> teams, Map<String, Object> certificate) {
      this.office = office;
      teams.forEach(t -> this.teams.put(t.subject(), new HashSet<>(t.inspectors())));
      this.potentials = (Map<?, ?>) certificate.get("potentials");
    }

    void check(String name) {
      assertThat(teams.keySet()).as(name).containsExactlyElementsOf(office.selected());
      office.inspectors().forEach(i -> isServingAsMuchAsItShould(i, name));
      office
          .selected()
          .forEach(subject -> {
            office.inspectors().forEach(i -> isWhereItPays(i, subject, name));
            assertThat(canBeSeated(subject, new ArrayList<>(teams.get(subject)), new HashSet<>()))
                .as("%s: seats of %s", name, subject)
                .isTrue();
            slots(subject)
                .forEach(p -> assertThat(p).as(name).isLessThanOrEqualTo(potential("sink")));
          });
    }

    private Price potential(String node) {
      return Price.of(potentials.get(node));
    }

    private Price potential(InspectorEntry inspector) {
      return Price.of(((Map<?, ?>) potentials.get("inspectors")).get(inspector.id()));
    }

    private List<Price> slots(String subject) {
      return ((Collection<?>) ((Map<?, ?>) potentials.get("slots")).get(subject))
          .stream().map(Price::of).toList();
    }

    private void isServingAsMuchAsItShould(InspectorEntry inspector, String name) {
      long u = teams.values().stream().filter(t -> t.contains(inspector.id())).count();
      Price source = potential("source");
      if (u > 0) {
        assertThat(source.plus(2 * (inspector.load() + u - 1) + 1, 0))
            .as("%s: last team of %s", name, inspector.id())
            .isLessThanOrEqualTo(potential(inspector));
      }
      if (u < Math.min(inspector.cap(), office.selected().size())) {
        assertThat(source.plus(2 * (inspector.load() + u) + 1, 0))
            .as("%s: next team of %s", name, inspector.id())
            .isGreaterThanOrEqualTo(potential(inspector));
      }
      assertThat(u).as(name).isLessThanOrEqualTo(inspector.cap());
    }

    private Price most(InspectorEntry inspector, String subject) {
      List<Price> slots = slots(subject);
      Price most = null;
      for (int s = 0; s < slots.size(); s++) {
        if (office.fits(inspector, s) && (most == null || slots.get(s).compareTo(most) > 0)) {
          most = slots.get(s);
        }
      }
      return Objects.requireNonNull(most);
    }

    private void isWhereItPays(InspectorEntry inspector, String subject, String name) {
      boolean isOn = teams.get(subject).contains(inspector.id());
      if (!office.isAllowed(inspector, subject)) {
        assertThat(isOn).as("%s: %s at %s", name, inspector.id(), subject).isFalse();
        return;
      }
      long lot = office.lot(inspector, subject);
      Price there = potential(inspector).plus(0, lot);
      var judged = assertThat(there).as("%s: %s at %s", name, inspector.id(), subject);
      if (isOn) {
        judged.isLessThanOrEqualTo(most(inspector, subject));
      } else {
        judged.isGreaterThanOrEqualTo(most(inspector, subject));
      }
    }

    private boolean canBeSeated(String subject, List<String> members, Set<Integer> taken) {
      if (members.isEmpty()) {
        return taken.size() == office.slots().size();
      }
      InspectorEntry first =
          office.inspectors().stream()
              .filter(i -> i.id().equals(members.getFirst()))
              .findFirst()
              .orElseThrow();
      for (int s = 0; s < office.slots().size(); s++) {
        if (!taken.contains(s)
            && office.fits(first, s)
            && slots(subject).get(s).equals(most(first, subject))) {
          taken.add(s);
          if (canBeSeated(subject, members.subList(1, members.size()), taken)) {
            return true;
          }
          taken.remove(s);
        }
      }
      return false;
    }
  }

  /** How many seats can be filled at all: the maximum flow of the protocol's arcs. */
  private static final class Filling {
    private final Office office;
    private final int people;
    private final int subjects;
    private final int sink;
    private final int[][] room;

    Filling(Office office) {
      this.office = office;
      this.people = office.inspectors().size();
      this.subjects = office.selected().size();
      this.sink = 1 + people + subjects * (people + office.slots().size());
      this.room = new int[sink + 1][sink + 1];
      for (int i = 0; i < people; i++) {
        InspectorEntry inspector = office.inspectors().get(i);
        room[0][1 + i] = Math.min(inspector.cap(), subjects);
        for (int t = 0; t < subjects; t++) {
          if (office.isAllowed(inspector, office.selected().get(t))) {
            join(i, t, inspector);
          }
        }
      }
    }

    private void join(int i, int t, InspectorEntry inspector) {
      int member = 1 + people + t * people + i;
      room[1 + i][member] = 1;
      for (int s = 0; s < office.slots().size(); s++) {
        int seat = 1 + people + subjects * people + t * office.slots().size() + s;
        room[seat][sink] = 1;
        room[member][seat] = office.fits(inspector, s) ? 1 : 0;
      }
    }

    int most() {
      int filled = 0;
      while (push(0, new boolean[sink + 1])) {
        filled++;
      }
      return filled;
    }

    private boolean push(int node, boolean[] seen) {
      if (node == sink) {
        return true;
      }
      seen[node] = true;
      for (int next = 0; next <= sink; next++) {
        if (room[node][next] > 0 && !seen[next] && push(next, seen)) {
          room[node][next]--;
          room[next][node]++;
          return true;
        }
      }
      return false;
    }
  }

  @Test
  void who_looks_on_sees_how_far_it_has_come() {
    List<String> selected = IntStream.range(0, 40).mapToObj("S%02d"::formatted).toList();
    List<InspectorEntry> people =
        IntStream.range(0, 6).mapToObj(i -> new InspectorEntry("J" + i, List.of(), 0, 40)).toList();
    List<List<String>> slots = List.of(List.of(), List.of());
    Seed seed = new Seed("0".repeat(64));
    List<Long> seen = new ArrayList<>();
    var watched =
        new TeamDraw(
                selected,
                people,
                List.of(),
                slots,
                seed,
                (done, of) -> {
                  assertThat(of).isEqualTo(120);
                  seen.add(done);
                })
            .draw();
    assertThat(watched).isEqualTo(new TeamDraw(selected, people, List.of(), slots, seed).draw());
    assertThat(seen).isSorted().startsWith(0L, 1L).contains(39L, 40L, 79L).last().isEqualTo(120L);
  }

  @ParameterizedTest
  @ValueSource(longs = {20, 60, 100})
  void and_may_break_it_off_at_every_step(long enough) {
    List<String> selected = IntStream.range(0, 40).mapToObj("S%02d"::formatted).toList();
    List<InspectorEntry> people =
        IntStream.range(0, 6).mapToObj(i -> new InspectorEntry("J" + i, List.of(), 0, 40)).toList();
    List<List<String>> slots = List.of(List.of(), List.of());
    Seed seed = new Seed("0".repeat(64));
    assertThatThrownBy(() ->
            new TeamDraw(
                    selected,
                    people,
                    List.of(),
                    slots,
                    seed,
                    (done, of) -> {
                      if (done > enough) {
                        throw new IllegalStateException("enough");
                      }
                    })
                .draw())
        .hasMessage("enough");
  }
}
