package cn.doublerandom.inspection.signals;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.inspection.signals.Signal.Kind;
import cn.doublerandom.inspection.visit.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 走形式、随意录入 (R57–R59): what is said, of whom, and how seldom of honest people. */
class SignalsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final long HONEST_YEARS = Integer.getInteger("honest.years", 200);

  private static List<Signal> of(List<VisitTrace> visits) {
    return Signals.of(Years.TERMS, visits, Years.classes(visits.size()));
  }

  private static Signal one(List<VisitTrace> visits, Kind kind) {
    return of(visits).stream()
        .filter(signal -> signal.kind() == kind && signal.unit().equals(Years.UNIT))
        .findFirst()
        .orElseThrow(() -> new AssertionError(kind + " is not among " + of(visits)));
  }

  /** Others of the bureau, who find something in one visit of four. */
  private static List<VisitTrace> others(int from, int count) {
    List<VisitTrace> all = new ArrayList<>();
    var random = new Random(7);
    for (int i = 0; i < count; i++) {
      boolean finding = i % 4 == 0;
      all.add(
          Years.visit(
              from + i,
              "其他单位",
              Years.at(i, 0),
              HOUR,
              finding,
              finding ? Years.text(random, 40) : ""));
    }
    return all;
  }

  @Test
  void forty_all_clean_visits_in_three_minutes_raise_the_signal() {
    List<VisitTrace> visits = new ArrayList<>();
    Instant begins = Years.at(100, 0);
    for (int i = 0; i < 40; i++) {
      visits.add(
          Years.visit(
              i, Years.UNIT, begins.plusMillis(4_500L * i), Duration.ofMillis(4_500), false, ""));
    }
    visits.addAll(others(40, 80));
    Signal fast = one(visits, Kind.FASTER_THAN_READING);
    assertThat(fast.count()).isEqualTo(40);
    assertThat(fast.of()).isEqualTo(40);
    assertThat(fast.measured()).isEqualTo(4);
    assertThat(fast.limit()).isEqualTo(24);
    assertThat(one(visits, Kind.BULK_HOUR).measured()).isEqualTo(40);
    Signal clean = one(visits, Kind.ALL_CLEAN);
    assertThat(clean.count()).isZero();
    assertThat(clean.measured()).isLessThanOrEqualTo(clean.limit());
    assertThat(of(visits)).extracting(Signal::unit).containsOnly(Years.UNIT);
  }

  @Test
  void forty_honest_visits_raise_none() {
    var random = new Random(11);
    List<VisitTrace> visits = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      boolean finding = i % 5 == 0;
      visits.add(
          Years.visit(
              i,
              Years.UNIT,
              Years.at(i * 2, random.nextInt(300)),
              Duration.ofMinutes(20 + random.nextInt(60)),
              finding,
              finding ? Years.text(random, 40) : ""));
    }
    visits.addAll(others(40, 80));
    assertThat(of(visits)).isEmpty();
  }

  @Test
  void over_many_honest_years_fewer_than_five_units_in_a_hundred_are_flagged() {
    long units = 0;
    long flagged = 0;
    for (long seed = 1; seed <= HONEST_YEARS; seed++) {
      List<VisitTrace> year = Years.honest(seed);
      Set<String> all = new HashSet<>();
      year.forEach(visit -> all.addAll(visit.units()));
      Set<String> said = new HashSet<>();
      of(year).forEach(signal -> said.add(signal.unit()));
      units += all.size();
      flagged += said.size();
    }
    assertThat(flagged * 100).as("%d of %d", flagged, units).isLessThan(units * 5);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_order_in_which_visits_are_read_changes_nothing(long seed) {
    List<VisitTrace> year = Years.honest(seed);
    List<VisitTrace> shuffled = new ArrayList<>(year);
    java.util.Collections.shuffle(shuffled, new Random(seed));
    assertThat(of(shuffled)).isEqualTo(of(year));
  }

  @Test
  void one_hurried_visit_is_nobodys_concern() {
    List<VisitTrace> visits = new ArrayList<>(others(40, 20));
    for (int i = 0; i < 10; i++) {
      visits.add(
          Years.visit(
              i,
              Years.UNIT,
              Years.at(i, 0),
              i == 0 ? Duration.ofSeconds(5) : HOUR,
              i % 4 == 0,
              ""));
    }
    assertThat(of(visits)).isEmpty();
  }

  private static List<VisitTrace> noting(String... texts) {
    List<VisitTrace> visits = new ArrayList<>(others(40, 20));
    for (int i = 0; i < texts.length; i++) {
      visits.add(Years.visit(i, Years.UNIT, Years.at(i, 0), HOUR, i % 2 == 0, texts[i]));
    }
    return visits;
  }

  @Test
  void texts_that_differ_in_numbers_alone_are_alike_and_short_ones_are_not_compared() {
    String text = "现场抽查维修档案%d份，其中第%d份缺少竣工出厂合格证，已责令补齐并登记";
    Signal alike =
        one(
            noting(
                text.formatted(3, 1),
                text.formatted(5, 2),
                text.formatted(4, 4),
                text.formatted(9, 8)),
            Kind.ALIKE_TEXTS);
    assertThat(alike.count()).isEqualTo(4);
    assertThat(alike.measured()).isEqualTo(1_000);
    assertThat(of(noting("合格", "合格", "合格", "合格"))).isEmpty();
  }

  @Test
  void the_same_bytes_in_two_visits_are_said_at_once() {
    List<VisitTrace> visits = noting("", "", "", "");
    VisitTrace last = visits.removeLast();
    visits.add(last.evidence(visits.getLast().evidence(), Map.of()));
    Signal twice = one(visits, Kind.EVIDENCE_TWICE);
    assertThat(twice.measured()).isEqualTo(2);
    assertThat(twice.visits()).containsExactly("v-00002", "v-00003");
  }

  private static VisitTrace showing(VisitTrace visit, String look) {
    return visit.evidence(visit.evidence(), Map.of(visit.evidence().getFirst(), look));
  }

  @Test
  void a_photo_that_was_saved_anew_for_another_firm_is_said_at_once() {
    List<VisitTrace> visits = noting("", "", "", "");
    String look = "0123456789abcdef".repeat(4);
    int last = visits.size() - 1;
    visits.set(last - 1, showing(visits.get(last - 1), look));
    visits.set(last, showing(visits.get(last), "003f" + look.substring(4)));
    Signal twice = one(visits, Kind.EVIDENCE_TWICE);
    assertThat(twice.measured()).isEqualTo(2);
    assertThat(twice.visits()).containsExactly("v-00002", "v-00003");

    visits.set(last, showing(visits.get(last), "f03f" + look.substring(4)));
    assertThat(of(visits)).as("another place looks otherwise").isEmpty();
  }

  @Test
  void photos_of_one_firm_may_look_the_same() {
    List<VisitTrace> visits = noting("", "", "", "");
    String look = "0123456789abcdef".repeat(4);
    int last = visits.size() - 1;
    VisitTrace first = showing(visits.get(last), look);
    VisitTrace again =
        showing(
            Years.visit(3, Years.UNIT, Years.at(90, 0), HOUR, true, "")
                .evidence(List.of("another"), Map.of()),
            look);
    visits.set(last, first);
    visits.add(again);
    assertThat(of(visits)).isEmpty();
  }

  @Test
  void nobody_is_at_two_places_faster_than_one_drives() {
    List<VisitTrace> visits = noting("", "", "", "");
    visits.set(20, there(visits.get(20), 37_052_000, Years.at(50, 0)));
    visits.set(21, there(visits.get(21), 37_652_000, Years.at(50, 10)));
    Signal travel = one(visits, Kind.IMPOSSIBLE_TRAVEL);
    assertThat(travel.measured()).isBetween(395L, 402L);
    visits.set(
        21,
        there(
            Years.visit(1, Years.UNIT, Years.at(1, 0), HOUR, false, ""),
            37_652_000,
            Years.at(50, 60)));
    assertThat(of(visits)).isEmpty();
  }

  private static VisitTrace there(VisitTrace visit, int latitude, Instant at) {
    return visit.with(new VisitTrace.Arrival("VW001", at, new Place(latitude, 115_661_000, 20)));
  }

  @Test
  void what_is_entered_weeks_later_and_what_changes_after_a_return_is_counted() {
    List<VisitTrace> visits = noting("", "", "", "");
    for (int i = 20; i < 24; i++) {
      VisitTrace one = visits.get(i);
      visits.set(
          i,
          one.returned()
              .answered("A", false, "")
              .answered("B", false, "")
              .answered("A", one.hasFinding(), "")
              .times(
                  one.startedAt(),
                  one.finishedAt(),
                  one.finishedOn(),
                  one.finishedOn().plusDays(20 + i),
                  true));
    }
    assertThat(one(visits, Kind.LATE_ENTRY).measured()).isEqualTo(43);
    assertThat(one(visits, Kind.EDITS_AFTER_RETURN).measured()).isEqualTo(3);
  }

  @Test
  void few_findings_are_as_likely_as_another_program_says() {
    // Python: sum(comb(40,k)*.25**k*.75**(40-k) for k in range(3)) = 0.0010157
    List<Chance.Rate> trials = java.util.Collections.nCopies(40, new Chance.Rate(1, 4));
    assertThat(Chance.perMillion(trials, 2)).isEqualTo(1_016);
    assertThat(Chance.perMillion(trials, 0)).isEqualTo(11);
    assertThat(Chance.perMillion(List.of(new Chance.Rate(0, 9)), 0)).isEqualTo(1_000_000);
  }

  @Test
  void a_problem_rate_says_of_how_many_and_counts_only_what_is_final() {
    List<VisitTrace> visits = noting("", "", "", "");
    VisitTrace open = visits.removeLast();
    visits.add(open.times(open.startedAt(), open.finishedAt(), open.finishedOn(), null, false));
    ProblemRates rates = ProblemRates.of(visits, Map.of("S-00000", "D"));
    assertThat(rates.all()).isEqualTo(new ProblemRates.Rate("", "", 7, 23));
    assertThat(rates.all().percent()).isEqualTo("30.43%");
    assertThat(rates.units())
        .containsExactly(
            new ProblemRates.Rate("其他单位", "其他单位", 5, 20),
            new ProblemRates.Rate(Years.UNIT, Years.UNIT, 2, 3));
    assertThat(rates.items())
        .containsExactly(
            new ProblemRates.Rate("A", "维修档案", 7, 23), new ProblemRates.Rate("B", "安全生产", 0, 23));
    assertThat(rates.classes())
        .containsExactly(
            new ProblemRates.Rate("D", "D", 1, 1), new ProblemRates.Rate("NONE", "NONE", 6, 22));
    assertThat(rates.tasks()).containsExactly(new ProblemRates.Rate("p/001", "p/001", 7, 23));
  }
}
