package cn.doublerandom.bureau.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final LocalDate FOUNDED = LocalDate.of(2018, 5, 2);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final LocalDate AUGUST = LocalDate.of(2023, 8, 1);
  private static final Standing ALWAYS = Standing.of(FOUNDED, "ACTIVE");

  private static Standing.Turn turn(LocalDate from, boolean counted) {
    return new Standing.Turn(from, counted);
  }

  @Test
  void of_all_states_with_their_days_only_those_count_that_change_something() {
    Turns<String> states =
        Turns.of(FOUNDED, "ACTIVE").with(JUNE, "SUSPENDED").with(AUGUST, "CANCELLED");
    assertThat(Standing.of(states).turns()).containsExactly(turn(FOUNDED, true), turn(JUNE, false));
    assertThat(Standing.of(Turns.of(FOUNDED, "UNCONFIRMED")).turns())
        .containsExactly(turn(FOUNDED, false));
  }

  @Test
  void an_entry_told_first_was_so_since_it_came_to_be() {
    assertThat(Standing.told(null, null, FOUNDED, "ACTIVE", JUNE)).isEqualTo(ALWAYS);
  }

  @Test
  void an_entry_known_without_its_days_changed_on_the_day_that_is_told_or_never_was_other() {
    assertThat(Standing.told(null, "ACTIVE", FOUNDED, "SUSPENDED", JUNE).turns())
        .containsExactly(turn(FOUNDED, true), turn(JUNE, false));
    assertThat(Standing.told(null, "ACTIVE", FOUNDED, "SUSPENDED", null).turns())
        .containsExactly(turn(FOUNDED, false));
  }

  @Test
  void what_is_told_again_follows_what_is_known_and_corrects_its_first_day() {
    assertThat(Standing.told(ALWAYS, "ACTIVE", FOUNDED.minusDays(9), "SUSPENDED", JUNE).turns())
        .containsExactly(turn(FOUNDED.minusDays(9), true), turn(JUNE, false));
  }

  @Test
  void the_same_day_told_again_replaces_what_was_told_of_it() {
    Standing back = ALWAYS.after("SUSPENDED", JUNE).after("ACTIVE", JUNE);
    assertThat(back.turns()).containsExactly(turn(FOUNDED, true), turn(JUNE, true));
    assertThat(ALWAYS.after("SUSPENDED", FOUNDED.minusDays(1)).turns())
        .containsExactly(turn(FOUNDED, false));
  }

  @Test
  void a_corrected_first_day_swallows_what_was_told_of_days_before_it() {
    Standing known = ALWAYS.after("SUSPENDED", JUNE).after("ACTIVE", AUGUST);
    assertThat(known.since(JUNE).turns()).containsExactly(turn(JUNE, false), turn(AUGUST, true));
    assertThat(known.since(FOUNDED.minusDays(1)).turns())
        .containsExactly(turn(FOUNDED.minusDays(1), true), turn(JUNE, false), turn(AUGUST, true));
  }

  @Test
  void an_entry_is_out_of_business_since_the_day_it_stopped_and_never_where_it_always_was() {
    Standing known = ALWAYS.after("SUSPENDED", JUNE).after("ACTIVE", AUGUST);
    assertThat(known.outSince(JUNE.minusDays(1))).isEmpty();
    assertThat(known.outSince(JUNE)).contains(JUNE);
    assertThat(known.outSince(AUGUST.minusDays(1))).contains(JUNE);
    assertThat(known.outSince(AUGUST)).isEmpty();
    assertThat(Standing.of(FOUNDED, "SUSPENDED").outSince(JUNE)).isEmpty();
  }

  @Test
  void before_it_came_to_be_an_entry_was_not_in_business() {
    assertThat(ALWAYS.isCountedOn(FOUNDED.minusDays(1))).isFalse();
    assertThat(ALWAYS.isCountedOn(FOUNDED)).isTrue();
  }

  @Test
  void a_share_tells_its_kind_and_each_year_once() {
    var share = new CoverageShare("ENTERPRISE", ALWAYS, List.of(2023, 2021, 2023));
    assertThat(share.kind()).isEqualTo("ENTERPRISE");
    assertThat(share.inspectedIn()).containsExactly(2021, 2023);
    var figure = new AnnualCoverage(2023, 3, 70);
    assertThat(figure.year()).isEqualTo(2023);
    assertThat(figure.inspected()).isEqualTo(3);
    assertThat(figure.registered()).isEqualTo(70);
  }
}
