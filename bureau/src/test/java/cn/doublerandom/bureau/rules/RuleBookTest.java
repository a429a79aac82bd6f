package cn.doublerandom.bureau.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.rules.RulePack.Rule;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.bureau.time.WorkdayCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleBookTest {
  private static final LocalDate BEGIN = LocalDate.of(2019, 1, 27);
  private static final LocalDate CHANGE = LocalDate.of(2023, 6, 1);
  private static final RuleValue.Lottery LOTTERY =
      new RuleValue.Lottery(
          "ssq",
          List.of(new RuleValue.Balls(6, 1, 33)),
          List.of(DayOfWeek.SUNDAY),
          LocalTime.of(21, 15),
          null);

  private static RulePack pack(
      String id, LocalDate from, @Nullable LocalDate to, Map<RuleKey, RuleValue> rules) {
    return new RulePack(
        id,
        id,
        "国务院",
        List.of(),
        from,
        to,
        rules.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(rule -> new Rule(rule.getKey(), rule.getValue(), "办法", ""))
            .toList(),
        List.of());
  }

  private static final RulePack NATION =
      pack(
          "nation",
          BEGIN,
          null,
          Map.of(
              RuleKey.PUBLICATION_DEADLINE,
              new RuleValue.WorkingDays(20),
              RuleKey.TEAM_SIZE,
              new RuleValue.Count(2),
              RuleKey.COOLING_YEARS,
              new RuleValue.Years(3),
              RuleKey.ANNUAL_CAP,
              new RuleValue.ToBeSet("省级")));
  private static final RulePack PROVINCE =
      pack(
          "province",
          CHANGE,
          LocalDate.of(2025, 12, 31),
          Map.of(
              RuleKey.PUBLICATION_DEADLINE,
              new RuleValue.WorkingDays(15),
              RuleKey.TEAM_SIZE,
              new RuleValue.ToBeSet("市级"),
              RuleKey.ANNUAL_CAP,
              new RuleValue.Count(2),
              RuleKey.MINIMUM_INTERVAL,
              new RuleValue.CalendarDays(90),
              RuleKey.MINIMUM_COVERAGE,
              new RuleValue.Ratio(3, 100),
              RuleKey.PUBLIC_LOTTERIES,
              new RuleValue.Lotteries(List.of(LOTTERY)),
              RuleKey.CEREMONY_WITNESSES,
              new RuleValue.Witnesses(3, List.of("PUBLIC")),
              RuleKey.ENTROPY_KINDS,
              new RuleValue.EntropyKinds(List.of("DRAND"), List.of("CEREMONY")),
              RuleKey.RESULT_COMBINATIONS,
              new RuleValue.ResultCombinations(
                  List.of(List.of("1", "A")), List.of(List.of("9", "12")), Map.of("E", "B"))));
  private static final RulePacks SHIPPED = new RulePacks(List.of(PROVINCE, NATION));
  private static final RuleBook BOOK = RuleBook.of(SHIPPED, List.of("province", "nation"));

  @Test
  void of_a_day_the_pack_holds_that_took_effect_last() {
    assertThat(BOOK.publicationDays(CHANGE.minusDays(1))).isEqualTo(20);
    assertThat(BOOK.publicationDays(CHANGE)).isEqualTo(15);
    assertThat(BOOK.publicationDays(LocalDate.of(2025, 12, 31))).isEqualTo(15);
    assertThat(BOOK.publicationDays(LocalDate.of(2026, 1, 1))).isEqualTo(20);
    assertThat(BOOK.inForce(BEGIN.minusDays(1))).isEmpty();
    assertThat(BOOK.inForce(BEGIN)).isEqualTo("nation");
    assertThat(BOOK.inForce(CHANGE)).isEqualTo("nation+province");
    assertThat(BOOK.packs().packs()).containsExactly(NATION, PROVINCE);
  }

  @Test
  void a_rule_still_to_be_set_replaces_none_that_says_something() {
    assertThat(BOOK.teamSize(CHANGE)).isEqualTo(2);
    assertThat(BOOK.coolingYears(CHANGE)).isEqualTo(3);
    assertThat(SHIPPED.on(CHANGE).get(RuleKey.TEAM_SIZE).pack()).isEqualTo("nation");
    assertThat(SHIPPED.on(BEGIN).get(RuleKey.ANNUAL_CAP).rule().value())
        .isEqualTo(new RuleValue.ToBeSet("省级"));
  }

  @Test
  void a_day_before_all_packs_goes_by_the_first_that_speaks_of_it() {
    LocalDate before = BEGIN.minusYears(3);
    assertThat(BOOK.publicationDays(before)).isEqualTo(20);
    assertThat(BOOK.annualCap(before)).isEmpty();
  }

  /** PROVINCE took effect last and has ended since; it is what is practised, and on any day. */
  @Test
  void a_practice_bureau_goes_by_the_rules_as_the_last_pack_left_them_on_any_day() {
    RuleBook practised = BOOK.in(new BureauKey("130534.practice"));
    for (LocalDate day : List.of(BEGIN.minusYears(3), BEGIN, CHANGE, LocalDate.of(2030, 1, 1))) {
      assertThat(practised.publicationDays(day)).isEqualTo(15);
      assertThat(practised.teamSize(day)).isEqualTo(2);
      assertThat(practised.annualCap(day)).contains(2);
      assertThat(practised.inForce(day)).isEqualTo("nation+province");
    }
    assertThat(BOOK.in(BureauKey.SEED).publicationDays(BEGIN)).isEqualTo(20);
    assertThat(new RuleBook(new RulePacks(List.of()), () -> true).visitSteps(BEGIN)).isEmpty();
  }

  @Test
  void who_asks_is_asked_each_time() {
    var practises = new AtomicBoolean();
    RuleBook book = BOOK.where(practises::get);
    assertThat(book.annualCap(BEGIN)).isEmpty();
    practises.set(true);
    assertThat(book.annualCap(BEGIN)).contains(2);
  }

  @Test
  void what_a_pack_in_force_says_holds() {
    assertThat(BOOK.annualCap(CHANGE)).contains(2);
    assertThat(BOOK.minimumInterval(CHANGE)).contains(90);
    assertThat(BOOK.minimumCoverage(CHANGE)).contains(new RuleValue.Ratio(3, 100));
    assertThat(BOOK.lotteries(CHANGE)).containsExactly(LOTTERY);
    assertThat(BOOK.witnesses(CHANGE)).isEqualTo(new RuleValue.Witnesses(3, List.of("PUBLIC")));
    assertThat(BOOK.entropyKinds(CHANGE).of(true)).containsExactly("CEREMONY");
    assertThat(BOOK.entropyKinds(CHANGE).of(false)).containsExactly("DRAND");
    assertThat(BOOK.resultCombinations(CHANGE).allows(List.of("1", "A"))).isFalse();
  }

  @Test
  void where_no_pack_speaks_the_protocol_does_and_no_number_is_made_up() {
    assertThat(BOOK.annualCap(BEGIN)).isEmpty();
    assertThat(BOOK.minimumInterval(BEGIN)).isEmpty();
    assertThat(BOOK.minimumCoverage(BEGIN)).isEmpty();
    assertThat(BOOK.lotteries(BEGIN)).isEmpty();
    assertThat(BOOK.witnesses(BEGIN))
        .isEqualTo(
            new RuleValue.Witnesses(2, List.of("DISCIPLINE_INSPECTION", "ENTERPRISE", "PUBLIC")));
    assertThat(BOOK.entropyKinds(BEGIN).of(true)).containsExactly("CEREMONY", "LOTTERY", "DRAND");
    assertThat(BOOK.entropyKinds(BEGIN).of(false)).containsExactly("CEREMONY", "LOTTERY", "DRAND");
    assertThat(BOOK.resultCombinations(BEGIN).allows(List.of("1", "A", "E"))).isTrue();
  }

  @Test
  void a_book_without_a_deadline_a_team_or_cooling_years_is_none() {
    for (RuleKey missing :
        List.of(RuleKey.PUBLICATION_DEADLINE, RuleKey.TEAM_SIZE, RuleKey.COOLING_YEARS)) {
      RulePack less =
          new RulePack(
              "less",
              "less",
              "国务院",
              List.of(),
              BEGIN,
              null,
              NATION.rules().stream().filter(rule -> rule.key() != missing).toList(),
              List.of());
      assertThatThrownBy(() -> RuleBook.of(new RulePacks(List.of(less)), List.of("less")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no rule pack says " + missing);
    }
    assertThatThrownBy(() -> RuleBook.of(SHIPPED, List.of("nation", "city")))
        .hasMessage("no rule pack city");
  }

  @Test
  void two_packs_differ_where_they_do_not_say_the_same() {
    assertThat(RulePacks.between(NATION, NATION)).isEmpty();
    List<RulePacks.Difference> differences = RulePacks.between(NATION, PROVINCE);
    assertThat(differences)
        .extracting(RulePacks.Difference::key)
        .startsWith(RuleKey.MINIMUM_COVERAGE, RuleKey.PUBLICATION_DEADLINE)
        .contains(RuleKey.COOLING_YEARS)
        .doesNotContain(RuleKey.ROUNDING);
    assertThat(differences.getFirst().before()).isEmpty();
    assertThat(RulePacks.between(PROVINCE, NATION).getFirst().before())
        .isEqualTo(PROVINCE.rule(RuleKey.MINIMUM_COVERAGE));
    assertThat(differences.getFirst().after()).isEqualTo(PROVINCE.rule(RuleKey.MINIMUM_COVERAGE));
  }

  @Test
  void a_clause_nobody_filled_in_is_open() {
    assertThat(NATION.rules().getFirst().isClauseOpen()).isTrue();
    assertThat(new Rule(RuleKey.TEAM_SIZE, new RuleValue.Count(2), "办法", "第七条").isClauseOpen())
        .isFalse();
  }

  @Test
  void a_result_is_due_by_the_rules_of_the_day_the_inspection_ended() {
    Due due = Due.publication(LocalDate.of(2023, 1, 29), BOOK, WorkdayCalendar.shipped());
    assertThat(due.on()).isEqualTo(LocalDate.of(2023, 2, 24));
    assertThat(due.provisional()).isFalse();
    assertThat(due.basis().rulePack()).isEqualTo("nation");
    assertThat(due.basis().workingDays()).isEqualTo(20);
    assertThat(due.basis().notice()).isEqualTo("国办发明电〔2022〕16号");
    Due unknown = Due.publication(LocalDate.of(2027, 3, 1), BOOK, WorkdayCalendar.shipped());
    assertThat(unknown.provisional()).isTrue();
    assertThat(unknown.basis().notice()).isNull();
  }
}
