package cn.doublerandom.inspection.rating;

import static cn.doublerandom.inspection.RatingRejection.RATING_GIVEN;
import static cn.doublerandom.inspection.RatingRejection.RATING_OVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.rating.RatingCommand.RateVisit;
import cn.doublerandom.inspection.rating.RatingEvent.VisitRated;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A firm rates its visit once, and is not found in what is shown. */
class RatingDeciderTest {
  private static final LocalDate ENDED = LocalDate.of(2023, 4, 3);
  private static final LocalDate SHOWN = LocalDate.of(2023, 7, 31);
  private static final List<String> UNIT = List.of("综合行政执法大队");
  private static final String RULES = "national-2019";
  private static final Rating GOOD = new Rating(true, true, true, 5);
  private static final Rating BAD = new Rating(false, true, false, 2);
  private static final String ID = "2023001-001-2023q2";

  private static String token(int number) {
    return "%064x".formatted(number);
  }

  private static DeciderSpecification<RatingCommand, RatingEvent, Ratings>.Given given(
      RatingEvent... events) {
    return DeciderSpecification.of(new RatingDecider()).given(events);
  }

  private static RateVisit rate(int code, Rating rating, LocalDate today) {
    return new RateVisit(token(code), UNIT, rating, ENDED.plusDays(30), today, RULES);
  }

  private static List<TeamRatings> shown(LocalDate today, VisitRated... events) {
    var decider = new RatingDecider();
    Ratings known = decider.initial();
    for (VisitRated event : events) {
      known = decider.evolve(known, event);
    }
    return TeamRatings.shown(List.of(RatingSummary.of(ID, known)), today, quarter -> 30);
  }

  private static VisitRated[] rated(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new VisitRated(token(i), UNIT, i == 0 ? BAD : GOOD, null))
        .toArray(VisitRated[]::new);
  }

  @Test
  void a_code_rates_once_and_a_second_rating_replaces_nothing() {
    given().when(rate(1, BAD, ENDED)).then(new VisitRated(token(1), UNIT, BAD, RULES));
    given(new VisitRated(token(1), UNIT, BAD, RULES))
        .when(rate(1, GOOD, ENDED))
        .thenRejected(RATING_GIVEN);
    given(new VisitRated(token(1), UNIT, BAD, RULES))
        .when(rate(2, GOOD, ENDED))
        .then(new VisitRated(token(2), UNIT, GOOD, RULES));
  }

  @Test
  void a_visit_is_rated_up_to_the_last_day_its_packs_say() {
    given()
        .when(rate(1, GOOD, ENDED.plusDays(30)))
        .then(new VisitRated(token(1), UNIT, GOOD, RULES));
    given().when(rate(1, GOOD, ENDED.plusDays(31))).thenRejected(RATING_OVER);
  }

  @Test
  void fewer_than_five_show_nothing_and_the_sixth_appears() {
    assertThat(shown(SHOWN, rated(4))).isEmpty();
    assertThat(shown(SHOWN, rated(5)))
        .containsExactly(
            new TeamRatings(
                "2023001",
                "001",
                2023,
                2,
                "综合行政执法大队",
                "4.40",
                new Tally(5, 4, 5, 4, List.of(0, 1, 0, 0, 4))));
    assertThat(shown(SHOWN, rated(6)))
        .singleElement()
        .satisfies(six -> {
          assertThat(six.tally().count()).isEqualTo(6);
          assertThat(six.mean()).isEqualTo("4.50");
        });
  }

  @Test
  void a_quarter_is_shown_when_no_visit_of_it_can_be_rated_any_more() {
    assertThat(Quarter.of(LocalDate.of(2023, 6, 30))).isEqualTo(new Quarter(2023, 2));
    assertThat(new Quarter(2023, 2).shownFrom(30)).isEqualTo(SHOWN);
    assertThat(new Quarter(2023, 2).shownFrom(45)).isEqualTo(SHOWN.plusDays(15));
    assertThat(new Quarter(2023, 2).days()).hasSize(91).startsWith(LocalDate.of(2023, 4, 1));
    assertThat(shown(SHOWN.minusDays(1), rated(6))).isEmpty();
    assertThat(shown(SHOWN, rated(6))).hasSize(1);
  }

  @Test
  void the_ratings_of_a_joint_team_are_in_no_number_of_one_of_its_units() {
    VisitRated[] events = rated(6);
    events[5] = new VisitRated(token(9), List.of("综合行政执法大队", "道路运输股"), BAD, null);

    assertThat(shown(SHOWN, events))
        .singleElement()
        .satisfies(five -> assertThat(five.tally().count()).isEqualTo(5));
  }

  @Test
  void the_ratings_of_a_joint_team_are_of_each_of_its_units() {
    var joint = new TeamRatings("2023001", "001", 2023, 2, "综合行政执法大队、道路运输股", "", Tally.NONE);

    assertThat(joint.isOf("道路运输股")).isTrue();
    assertThat(joint.isOf("综合行政执法大队")).isTrue();
    assertThat(joint.isOf("运输股")).isFalse();
  }

  @Test
  void a_task_whose_plan_has_a_dash_is_read_back_from_its_id() {
    var known =
        RatingSummary.of(RatingSummary.id("2023-JT", "01", new Quarter(2023, 4)), Ratings.NONE);

    assertThat(known.planId()).isEqualTo("2023-JT");
    assertThat(known.taskId()).isEqualTo("01");
    assertThat(known.quarter()).isEqualTo(4);
  }

  @Test
  void nothing_but_one_to_five_is_a_grade() {
    assertThatThrownBy(() -> new Rating(true, true, true, 6)).hasMessageContaining("1..5, got 6");
  }
}
