package cn.doublerandom.servicekit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.rules.RuleKey;
import cn.doublerandom.bureau.rules.RulePack;
import cn.doublerandom.bureau.rules.RulePack.Example;
import cn.doublerandom.bureau.rules.RulePacks;
import cn.doublerandom.bureau.rules.RuleValue;
import cn.doublerandom.bureau.time.WorkdayCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulePackTest {
  private static final RulePacks PACKS = RulePackFiles.shipped();
  private static final WorkdayCalendar CALENDAR = WorkdayCalendar.shipped();

  static List<RulePack> packs() {
    return PACKS.packs();
  }

  private static RuleValue inForce(LocalDate day, RuleKey key) {
    return PACKS.on(day).get(key).rule().value();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void a_pack_passes_the_examples_it_brings_along(RulePack pack) {
    LocalDate day = pack.effectiveFrom();
    assertThat(pack.examples()).isNotEmpty();
    for (Example example : pack.examples()) {
      switch (example) {
        case Example.OfFrame(int frame, int expected) -> {
          assertThat(inForce(day, RuleKey.ROUNDING)).isEqualTo(new RuleValue.RoundUp(1));
          assertThat(inForce(day, RuleKey.MINIMUM_COVERAGE))
              .isInstanceOfSatisfying(
                  RuleValue.Ratio.class, ratio -> assertThat(ratio.of(frame)).isEqualTo(expected));
        }
        case Example.Deadline(var finished, var expected) ->
            assertThat(inForce(day, RuleKey.PUBLICATION_DEADLINE))
                .isInstanceOfSatisfying(
                    RuleValue.WorkingDays.class,
                    period ->
                        assertThat(CALENDAR.after(finished, period.days()).due())
                            .isEqualTo(expected));
        case Example.Answer(var raised, var expected) ->
            assertThat(inForce(day, RuleKey.OBJECTION_ANSWER))
                .isInstanceOfSatisfying(
                    RuleValue.WorkingDays.class,
                    period ->
                        assertThat(CALENDAR.after(raised, period.days()).due())
                            .isEqualTo(expected));
        case Example.PublicUntil(var published, var expected) ->
            assertThat(inForce(day, RuleKey.PUBLICATION_PERIOD))
                .isInstanceOfSatisfying(
                    RuleValue.Months.class,
                    period ->
                        assertThat(published.plusMonths(period.months())).isEqualTo(expected));
        case Example.RepairFrom(var published, var expected) ->
            assertThat(inForce(day, RuleKey.REPAIR_MINIMUM))
                .isInstanceOfSatisfying(
                    RuleValue.Months.class,
                    least -> assertThat(published.plusMonths(least.months())).isEqualTo(expected));
        case Example.Team(int officers, boolean expected) ->
            assertThat(inForce(day, RuleKey.TEAM_SIZE))
                .isInstanceOfSatisfying(
                    RuleValue.Count.class,
                    least -> assertThat(officers >= least.count()).isEqualTo(expected));
        case Example.ResultOf(var codes, var expected) ->
            assertThat(inForce(day, RuleKey.RESULT_COMBINATIONS))
                .isInstanceOfSatisfying(
                    RuleValue.ResultCombinations.class,
                    rule -> assertThat(rule.allows(codes)).as("%s", codes).isEqualTo(expected));
        case Example.VisitOf(var done, boolean expected) ->
            assertThat(inForce(day, RuleKey.VISIT_STEPS))
                .isInstanceOfSatisfying(
                    RuleValue.VisitSteps.class,
                    rule -> assertThat(rule.allows(done)).as("%s", done).isEqualTo(expected));
        case Example.LateBy(int days, var expected) ->
            assertThat(inForce(day, RuleKey.FOLLOW_UP_TERMS))
                .isInstanceOfSatisfying(
                    RuleValue.FollowUpTerms.class,
                    rule -> assertThat(rule.toldAfter(days)).isEqualTo(expected));
        case Example.KeptUntil(var archivedOn, var expected) ->
            assertThat(inForce(day, RuleKey.CASE_FILE_RETENTION))
                .isInstanceOfSatisfying(
                    RuleValue.Years.class,
                    kept ->
                        assertThat(LocalDate.of(archivedOn.getYear() + kept.years(), 12, 31))
                            .isEqualTo(expected));
        case Example.ScoreOf(var rows, int expected) ->
            assertThat(inForce(day, RuleKey.YEARLY_SCORE))
                .isInstanceOfSatisfying(
                    RuleValue.Score.class,
                    score -> assertThat(score.terms().of(rows)).as("%s", rows).isEqualTo(expected));
        case Example.RatedUntil(var ended, var expected) ->
            assertThat(inForce(day, RuleKey.RATING_PERIOD))
                .isInstanceOfSatisfying(
                    RuleValue.CalendarDays.class,
                    period -> assertThat(ended.plusDays(period.days())).isEqualTo(expected));
        case Example.ReviewOf(var severity, var measure, var expected) ->
            assertThat(inForce(day, RuleKey.RESULT_REVIEW))
                .isInstanceOfSatisfying(
                    RuleValue.ResultReview.class,
                    rule -> assertThat(rule.of(severity, measure)).isEqualTo(expected));
        case Example.LotteryDraw(var source, var at, var expected) -> {
          ZonedDateTime local = at.atZone(ZoneId.of("Asia/Shanghai"));
          assertThat(inForce(day, RuleKey.PUBLIC_LOTTERIES))
              .isInstanceOfSatisfying(
                  RuleValue.Lotteries.class,
                  drawn ->
                      assertThat(drawn.lotteries())
                          .filteredOn(l -> l.source().equals(source))
                          .singleElement()
                          .extracting(l ->
                              l.days().contains(local.getDayOfWeek())
                                  && l.at().equals(local.toLocalTime()))
                          .isEqualTo(expected));
        }
        case Example.Witnessed(var kinds, boolean expected) ->
            assertThat(inForce(day, RuleKey.CEREMONY_WITNESSES))
                .isInstanceOfSatisfying(
                    RuleValue.Witnesses.class,
                    rule -> assertThat(rule.suffice(kinds)).isEqualTo(expected));
        case Example.Chance(var kind, boolean keyItem, boolean expected) ->
            assertThat(inForce(day, RuleKey.ENTROPY_KINDS))
                .isInstanceOfSatisfying(
                    RuleValue.EntropyKinds.class,
                    rule -> assertThat(rule.of(keyItem).contains(kind)).isEqualTo(expected));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("packs")
  void every_rule_names_its_basis_and_every_pack_it_refines_is_there(RulePack pack) {
    assertThat(pack.rules()).allMatch(rule -> !rule.basis().isEmpty());
    assertThat(pack.rules()).extracting(RulePack.Rule::key).doesNotHaveDuplicates();
    assertThat(pack.refines()).allMatch(id -> PACKS.find(id).isPresent());
  }

  @Test
  void a_later_pack_replaces_what_it_says_and_leaves_the_rest() {
    Map<RuleKey, RulePacks.InForce> before = PACKS.on(LocalDate.of(2023, 3, 15));
    Map<RuleKey, RulePacks.InForce> after = PACKS.on(LocalDate.of(2025, 3, 15));
    assertThat(before.get(RuleKey.APPROVAL_CHAIN).pack()).isEqualTo("national-2019");
    assertThat(after.get(RuleKey.APPROVAL_CHAIN).pack()).isEqualTo("state-council-2025");
    assertThat(before).doesNotContainKey(RuleKey.RECUSAL_RIGHT);
    assertThat(after.get(RuleKey.PUBLICATION_DEADLINE).pack()).isEqualTo("hebei-2023");
  }

  @Test
  void a_visit_of_before_the_pack_is_rated_for_thirty_days_by_its_inspection_code() {
    var book = new RuleBook(PACKS);
    LocalDate last = LocalDate.of(2026, 9, 30);
    assertThat(book.ratingDays(last)).isEqualTo(30);
    assertThat(book.isRatedByOwnCode(last)).isFalse();
    assertThat(book.ratingDays(last.plusDays(1))).isEqualTo(45);
    assertThat(book.isRatedByOwnCode(last.plusDays(1))).isTrue();
  }

  @Test
  void a_number_nobody_set_is_never_guessed() {
    assertThat(inForce(LocalDate.of(2025, 3, 15), RuleKey.ANNUAL_CAP))
        .isInstanceOf(RuleValue.ToBeSet.class);
  }

  @Test
  void tiers_that_fall_with_rising_risk_are_noticed() {
    var one = new RuleValue.Ratio(1, 100);
    var ten = new RuleValue.Ratio(10, 100);
    assertThat(new RuleValue.Tiers(Map.of("A", one, "B", ten, "C", ten, "D", ten)).areMonotone())
        .isTrue();
    assertThat(new RuleValue.Tiers(Map.of("A", ten, "B", one)).areMonotone()).isFalse();
  }

  @Test
  void two_packs_are_compared_rule_by_rule() {
    List<RulePacks.Difference> differences =
        RulePacks.between(
            PACKS.find("national-2019").orElseThrow(),
            PACKS.find("state-council-2025").orElseThrow());
    assertThat(differences)
        .extracting(RulePacks.Difference::key)
        .contains(RuleKey.RECUSAL_RIGHT, RuleKey.APPROVAL_CHAIN);
  }

  @Test
  void a_number_no_pack_says_is_refused_at_the_start_and_never_made_up() {
    assertThatThrownBy(() -> RulePackFiles.book(List.of("hebei-2023")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TEAM_SIZE");
    assertThatThrownBy(() -> RulePackFiles.book(List.of("national-2018")))
        .hasMessageContaining("no rule pack national-2018");
    RuleBook book = RulePackFiles.book(List.of("national-2019"));
    assertThat(book.coolingYears(LocalDate.of(2015, 6, 30))).isEqualTo(3);
    assertThat(book.inForce(LocalDate.of(2015, 6, 30))).isEmpty();
  }
}
