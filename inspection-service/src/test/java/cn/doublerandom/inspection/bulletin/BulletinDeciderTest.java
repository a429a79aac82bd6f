package cn.doublerandom.inspection.bulletin;

import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_ANSWERED;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_CONCLUDED;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_DRAWN_UP;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_MEANT_FOR_BUREAU;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_NEEDS_SECOND_PERSON;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_NOTHING_COUNTED;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_OF_OTHER_UNITS;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_OWN_UNIT;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_UNHEARD;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_UNKNOWN;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_WORDS_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.bulletin.Bulletin.Fact;
import cn.doublerandom.inspection.bulletin.Bulletin.OfUnit;
import cn.doublerandom.inspection.bulletin.Bulletin.Point;
import cn.doublerandom.inspection.bulletin.BulletinEvent.BulletinAnswered;
import cn.doublerandom.inspection.bulletin.BulletinEvent.BulletinConcluded;
import cn.doublerandom.inspection.bulletin.BulletinEvent.BulletinDrawnUp;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingCommand;
import cn.doublerandom.inspection.hearing.HearingCommand.Answer;
import cn.doublerandom.inspection.hearing.HearingCommand.Conclude;
import cn.doublerandom.inspection.hearing.HearingCommand.Open;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every unit a bulletin names is heard, and another supervisor says whom it reaches. */
class BulletinDeciderTest {
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 5);
  private static final LocalDate BY = LocalDate.of(2026, 2, 12);
  private static final String ROADS = "道路运输股";
  private static final String UPKEEP = "养护中心";
  private static final String OFFICE = "纪检监察室";
  private static final BulletinDrawnUp DRAWN_UP = drawnUp("部分结果录入不及时", null);
  private static final BulletinDrawnUp FOR_ALL = drawnUp("部分结果录入不及时", Audience.PUBLIC);
  private static final BulletinAnswered OF_ROADS = new BulletinAnswered(ROADS, "已经整改", "lead");
  private static final BulletinAnswered OF_UPKEEP = new BulletinAnswered(UPKEEP, "没有意见", "lead2");

  private static BulletinDrawnUp drawnUp(String text, @Nullable Audience meantFor) {
    return new BulletinDrawnUp(
        new Bulletin(
            2025,
            1,
            text,
            FEBRUARY,
            List.of(
                new OfUnit(ROADS, List.of(new Point(Fact.PROBLEMS, 1, 12, List.of("V1")))),
                new OfUnit(UPKEEP, List.of(new Point(Fact.PROBLEMS, 0, 3, List.of()))))),
        BY,
        false,
        "supervisor",
        meantFor);
  }

  private static DeciderSpecification<
              HearingCommand<BulletinDrawnUp, Reach>,
              BulletinEvent,
              Hearing<BulletinDrawnUp, Reach>>
          .Given
      given(BulletinEvent... events) {
    return DeciderSpecification.of(new BulletinDecider()).given(events);
  }

  private static Open<BulletinDrawnUp, Reach> open(String unit) {
    return new Open<>(Optional.of(DRAWN_UP), unit, FEBRUARY);
  }

  private static Answer<BulletinDrawnUp, Reach> answer(BulletinAnswered said, String unit) {
    return new Answer<>(said.answer(), said.by(), unit);
  }

  private static Conclude<BulletinDrawnUp, Reach> conclude(
      String by, String unit, LocalDate today) {
    return new Conclude<>(Reach.INTERNAL, "数据属实", by, unit, today);
  }

  private static BulletinConcluded concluded(Reach reach) {
    return new BulletinConcluded(reach, "数据属实", "supervisor-2");
  }

  @Test
  void a_bulletin_keeps_the_numbers_of_the_day_it_was_drawn_up() {
    given().when(open(OFFICE)).then(DRAWN_UP);
  }

  @Test
  void there_is_none_without_numbers_nor_without_words_nor_about_ones_own_unit() {
    given()
        .when(new Open<>(Optional.empty(), OFFICE, FEBRUARY))
        .thenRejected(BULLETIN_NOTHING_COUNTED);
    given()
        .when(new Open<>(Optional.of(drawnUp("。", null)), OFFICE, FEBRUARY))
        .thenRejected(BULLETIN_WORDS_MISSING);
    given().when(open(UPKEEP)).thenRejected(BULLETIN_OWN_UNIT);
  }

  @Test
  void an_issue_is_drawn_up_once_unless_it_was_dropped() {
    given(DRAWN_UP).when(open(OFFICE)).thenRejected(BULLETIN_DRAWN_UP);
    given(DRAWN_UP, OF_ROADS, OF_UPKEEP, concluded(Reach.INTERNAL))
        .when(open(OFFICE))
        .thenRejected(BULLETIN_CONCLUDED);
    given(DRAWN_UP, OF_ROADS, OF_UPKEEP, concluded(Reach.DROPPED))
        .when(open(OFFICE))
        .then(DRAWN_UP);
  }

  @Test
  void each_unit_it_names_answers_once_in_words_and_no_other_does() {
    given(DRAWN_UP).when(answer(OF_ROADS, ROADS)).then(OF_ROADS);
    given(DRAWN_UP, OF_ROADS).when(answer(OF_UPKEEP, UPKEEP)).then(OF_UPKEEP);
    given(DRAWN_UP, OF_ROADS).when(answer(OF_ROADS, ROADS)).thenRejected(BULLETIN_ANSWERED);
    given(DRAWN_UP).when(answer(OF_ROADS, "港航股")).thenRejected(BULLETIN_OF_OTHER_UNITS);
    given(DRAWN_UP).when(new Answer<>("。", "lead", ROADS)).thenRejected(BULLETIN_WORDS_MISSING);
    given().when(answer(OF_ROADS, ROADS)).thenRejected(BULLETIN_UNKNOWN);
  }

  @Test
  void one_unit_that_was_not_heard_holds_it_back_until_its_day_is_over() {
    given(DRAWN_UP, OF_ROADS)
        .when(conclude("supervisor-2", OFFICE, BY))
        .thenRejected(BULLETIN_UNHEARD);
    given(DRAWN_UP, OF_ROADS)
        .when(conclude("supervisor-2", OFFICE, BY.plusDays(1)))
        .then(concluded(Reach.INTERNAL));
    given(DRAWN_UP, OF_ROADS, OF_UPKEEP)
        .when(conclude("supervisor-2", OFFICE, FEBRUARY))
        .then(concluded(Reach.INTERNAL));
  }

  @Test
  void nobody_concludes_what_he_drew_up_nor_what_names_his_unit() {
    given(DRAWN_UP, OF_ROADS, OF_UPKEEP)
        .when(conclude("li 代 supervisor", OFFICE, FEBRUARY))
        .thenRejected(BULLETIN_NEEDS_SECOND_PERSON);
    given(DRAWN_UP, OF_ROADS, OF_UPKEEP)
        .when(conclude("supervisor-2", UPKEEP, FEBRUARY))
        .thenRejected(BULLETIN_OWN_UNIT);
  }

  @Test
  void what_is_public_was_drawn_up_so_and_its_units_were_heard_about_that() {
    var toEverybody =
        new Conclude<BulletinDrawnUp, Reach>(
            Reach.PUBLIC, "数据属实", "supervisor-2", OFFICE, FEBRUARY);
    given(FOR_ALL, OF_ROADS, OF_UPKEEP).when(toEverybody).then(concluded(Reach.PUBLIC));
    given(FOR_ALL, OF_ROADS, OF_UPKEEP)
        .when(conclude("supervisor-2", OFFICE, FEBRUARY))
        .then(concluded(Reach.INTERNAL));
    given(DRAWN_UP, OF_ROADS, OF_UPKEEP).when(toEverybody).thenRejected(BULLETIN_MEANT_FOR_BUREAU);
    given(FOR_ALL, OF_ROADS).when(toEverybody).thenRejected(BULLETIN_UNHEARD);
    given(FOR_ALL, OF_ROADS, OF_UPKEEP, concluded(Reach.PUBLIC))
        .when(open(OFFICE))
        .thenRejected(BULLETIN_CONCLUDED);
  }

  @Test
  void a_bulletin_of_which_nothing_was_said_is_meant_for_the_bureau() {
    assertThat(DRAWN_UP.audience()).isEqualTo(Audience.BUREAU);
    assertThat(FOR_ALL.of(ROADS).audience()).isEqualTo(Audience.PUBLIC);
  }

  @ParameterizedTest
  @EnumSource(Reach.class)
  void what_is_concluded_is_concluded_once(Reach reach) {
    given(DRAWN_UP, OF_ROADS, OF_UPKEEP, concluded(reach))
        .when(conclude("supervisor-3", OFFICE, FEBRUARY))
        .thenRejected(BULLETIN_CONCLUDED);
  }

  @Test
  void a_unit_reads_what_is_said_of_itself_alone() {
    assertThat(DRAWN_UP.of(UPKEEP).units()).containsExactly(UPKEEP);
    assertThat(DRAWN_UP.of(UPKEEP).bulletin().units().getFirst().point(Fact.PROBLEMS))
        .hasValue(new Point(Fact.PROBLEMS, 0, 3, List.of()));
  }
}
