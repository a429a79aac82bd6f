package cn.doublerandom.inspection.ticket;

import static cn.doublerandom.inspection.TicketRejection.TICKET_ANSWERED;
import static cn.doublerandom.inspection.TicketRejection.TICKET_CLOSED;
import static cn.doublerandom.inspection.TicketRejection.TICKET_DAY_UNFIT;
import static cn.doublerandom.inspection.TicketRejection.TICKET_NEEDS_SECOND_PERSON;
import static cn.doublerandom.inspection.TicketRejection.TICKET_NO_SIGNAL;
import static cn.doublerandom.inspection.TicketRejection.TICKET_OF_ANOTHER_UNIT;
import static cn.doublerandom.inspection.TicketRejection.TICKET_OPEN;
import static cn.doublerandom.inspection.TicketRejection.TICKET_OWN_UNIT;
import static cn.doublerandom.inspection.TicketRejection.TICKET_UNHEARD;
import static cn.doublerandom.inspection.TicketRejection.TICKET_UNKNOWN;
import static cn.doublerandom.inspection.TicketRejection.TICKET_WORDS_MISSING;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingCommand;
import cn.doublerandom.inspection.hearing.HearingCommand.Answer;
import cn.doublerandom.inspection.hearing.HearingCommand.Conclude;
import cn.doublerandom.inspection.hearing.HearingCommand.Open;
import cn.doublerandom.inspection.signals.Signal;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketAnswered;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketClosed;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketOpened;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A unit is asked about a signal, heard, and another supervisor concludes. */
class TicketDeciderTest {
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final LocalDate BY = LocalDate.of(2023, 6, 15);
  private static final String UNIT = "道路运输股";
  private static final FrozenSignal LATE =
      FrozenSignal.of(
          2023,
          new Signal(Signal.Kind.LATE_ENTRY, UNIT, List.of("V2", "V1"), 2, 8, 17, 15),
          "清交双随机办〔2023〕1号");
  private static final TicketOpened OPENED = new TicketOpened(LATE, "请说明为何迟录", BY, "supervisor");
  private static final TicketAnswered ANSWERED = new TicketAnswered("系统停机", "lead");
  private static final TicketClosed CLOSED =
      new TicketClosed(Conclusion.EXPLAINED, "停机属实", "supervisor-2");

  private static DeciderSpecification<
              HearingCommand<TicketOpened, Conclusion>,
              TicketEvent,
              Hearing<TicketOpened, Conclusion>>
          .Given
      given(TicketEvent... events) {
    return DeciderSpecification.of(new TicketDecider()).given(events);
  }

  private static Open<TicketOpened, Conclusion> open(
      Optional<FrozenSignal> signal, LocalDate by, String unit) {
    return new Open<>(
        signal.map(one -> new TicketOpened(one, "请说明为何迟录", by, "supervisor")), unit, JUNE);
  }

  private static Conclude<TicketOpened, Conclusion> close(String by, String unit, LocalDate today) {
    return new Conclude<>(Conclusion.EXPLAINED, "停机属实", by, unit, today);
  }

  @Test
  void a_ticket_keeps_the_numbers_of_the_day_it_was_opened() {
    given().when(open(Optional.of(LATE), BY, "纪检监察室")).then(OPENED);
  }

  @Test
  void there_is_none_without_a_signal_nor_about_ones_own_unit_nor_a_second_one() {
    given().when(open(Optional.empty(), BY, "纪检监察室")).thenRejected(TICKET_NO_SIGNAL);
    given().when(open(Optional.of(LATE), BY, UNIT)).thenRejected(TICKET_OWN_UNIT);
    given(OPENED).when(open(Optional.of(LATE), BY, "")).thenRejected(TICKET_OPEN);
    given(OPENED, ANSWERED, CLOSED).when(open(Optional.of(LATE), BY, "")).then(OPENED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023-06-01", "2023-05-31", "2023-08-31"})
  void a_unit_has_from_one_to_ninety_days_to_answer(LocalDate by) {
    given().when(open(Optional.of(LATE), by, "")).thenRejected(TICKET_DAY_UNFIT);
    given()
        .when(open(Optional.of(LATE), LocalDate.of(2023, 8, 30), ""))
        .then(new TicketOpened(LATE, "请说明为何迟录", LocalDate.of(2023, 8, 30), "supervisor"));
  }

  @Test
  void the_unit_that_is_asked_answers_once_in_words() {
    given(OPENED).when(new Answer<>("系统停机", "lead", UNIT)).then(ANSWERED);
    given(OPENED).when(new Answer<>("系统停机", "lead", "养护中心")).thenRejected(TICKET_OF_ANOTHER_UNIT);
    given(OPENED).when(new Answer<>("。", "lead", UNIT)).thenRejected(TICKET_WORDS_MISSING);
    given(OPENED, ANSWERED).when(new Answer<>("另有补充", "lead", UNIT)).thenRejected(TICKET_ANSWERED);
    given().when(new Answer<>("系统停机", "lead", UNIT)).thenRejected(TICKET_UNKNOWN);
  }

  @Test
  void nobody_is_judged_unheard_before_his_day_is_over() {
    given(OPENED).when(close("supervisor-2", "", BY)).thenRejected(TICKET_UNHEARD);
    given(OPENED).when(close("supervisor-2", "", BY.plusDays(1))).then(CLOSED);
    given(OPENED, ANSWERED).when(close("supervisor-2", "", JUNE)).then(CLOSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"supervisor", "Supervisor", "li 代 supervisor"})
  void whoever_opened_it_does_not_conclude(String spelling) {
    given(OPENED, ANSWERED)
        .when(close(spelling, "", JUNE))
        .thenRejected(TICKET_NEEDS_SECOND_PERSON);
  }

  @Test
  void nobody_of_the_unit_concludes_and_nobody_twice() {
    given(OPENED, ANSWERED).when(close("supervisor-2", UNIT, JUNE)).thenRejected(TICKET_OWN_UNIT);
    given(OPENED, ANSWERED, CLOSED)
        .when(close("supervisor-3", "", JUNE))
        .thenRejected(TICKET_CLOSED);
    given(OPENED, ANSWERED, CLOSED)
        .when(new Answer<>("系统停机", "lead", UNIT))
        .thenRejected(TICKET_CLOSED);
  }
}
