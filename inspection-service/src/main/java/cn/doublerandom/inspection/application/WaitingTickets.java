package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.ticket.TicketDirectory;
import cn.doublerandom.inspection.ticket.TicketSummary;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.DayWords;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.MatterPlace;
import cn.doublerandom.servicekit.waiting.Matters;
import cn.doublerandom.servicekit.waiting.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** 待办: tickets of supervision that wait for the unit, or for a supervisor who did not open them. */
@ApplicationScoped
class WaitingTickets {
  private static final int MOST = 500;
  private static final MatterPlace PLACE =
      new MatterPlace("/inspection/ui/supervision/tickets/{id}");

  private final TicketDirectory directory;

  @Inject
  WaitingTickets(TicketDirectory directory) {
    this.directory = directory;
  }

  Uni<Matters> of(Person person, LocalDate today) {
    boolean supervises = person.isOneOf(List.of(Roles.SUPERVISOR));
    boolean leads =
        person.isOneOf(List.of(Roles.UNIT_LEAD)) && !SecondPerson.isNobody(person.unit());
    if (!supervises && !leads) {
      return Uni.createFrom().item(Matters.NONE);
    }
    return Uni.createFrom()
        .completionStage(() -> directory.open(MOST))
        .map(open ->
            Matters.all(
                open.stream()
                    .filter(one ->
                        (leads && isToAnswer(one, person))
                            || (supervises && isToClose(one, person, today)))
                    .map(one -> matter(one, today))
                    .toList()));
  }

  private static boolean isToAnswer(TicketSummary one, Person person) {
    return one.state() == TicketSummary.State.ASKED
        && SecondPerson.isSame(one.unit(), person.unit());
  }

  /** Answered, or its day is over: for another than who opened it, and not of the unit. */
  private static boolean isToClose(TicketSummary one, Person person, LocalDate today) {
    return (one.state() == TicketSummary.State.ANSWERED || today.isAfter(one.answerBy()))
        && !SecondPerson.isSame(one.openedBy(), person.account())
        && !SecondPerson.isSame(one.unit(), person.unit());
  }

  private static Matter matter(TicketSummary one, LocalDate today) {
    return one.state() == TicketSummary.State.ASKED && !today.isAfter(one.answerBy())
        ? new Matter(
            "ticket-answer",
            "答复督导单（%s前）".formatted(DayWords.chinese(one.answerBy(), today)),
            "Answer the ticket of supervision (by %s)"
                .formatted(DayWords.english(one.answerBy(), today)),
            null,
            one.answerBy(),
            PLACE.of(one.id()))
        : closing(one, today);
  }

  private static Matter closing(TicketSummary one, LocalDate today) {
    boolean isHeard = one.state() == TicketSummary.State.ANSWERED;
    return new Matter(
        isHeard ? "ticket-closing" : "ticket-late",
        isHeard
            ? "办结“%s”的督导单".formatted(one.unit())
            : "“%s”的督导单%s到期未答复".formatted(one.unit(), DayWords.chinese(one.answerBy(), today)),
        isHeard
            ? "Close the ticket of supervision of “%s”".formatted(one.unit())
            : "The ticket of supervision of “%s” was to be answered by %s"
                .formatted(one.unit(), DayWords.english(one.answerBy(), today)),
        null,
        one.answerBy(),
        PLACE.of(one.id()));
  }
}
