package cn.doublerandom.inspection.departure;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.DepartureRejection.COLLEAGUE_MISSING;
import static cn.doublerandom.inspection.DepartureRejection.COLLEAGUE_UNFIT;
import static cn.doublerandom.inspection.DepartureRejection.DEPARTURE_ASKED;
import static cn.doublerandom.inspection.DepartureRejection.DEPARTURE_DAY_UNFIT;
import static cn.doublerandom.inspection.DepartureRejection.DEPARTURE_FOREIGN;
import static cn.doublerandom.inspection.DepartureRejection.DEPARTURE_NEEDS_SECOND_PERSON;
import static cn.doublerandom.inspection.DepartureRejection.DEPARTURE_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.departure.DepartureCommand.AgreeDeparture;
import cn.doublerandom.inspection.departure.DepartureCommand.AskDeparture;
import cn.doublerandom.inspection.departure.DepartureCommand.DeclineDeparture;
import cn.doublerandom.inspection.departure.DepartureCommand.RepeatHandovers;
import cn.doublerandom.inspection.departure.DepartureEvent.DepartureAgreed;
import cn.doublerandom.inspection.departure.DepartureEvent.DepartureAsked;
import cn.doublerandom.inspection.departure.DepartureEvent.DepartureDeclined;
import cn.doublerandom.inspection.departure.DepartureEvent.HandoversRepeated;
import java.util.List;
import java.util.stream.Stream;

/** An officer leaves: one says so, another agrees, and then each visit asks the draw. */
public final class DepartureDecider
    implements Decider<DepartureCommand, DepartureEvent, Departure> {
  @Override
  public Departure initial() {
    return new Departure.Unasked();
  }

  @Override
  public Decision<DepartureEvent> decide(DepartureCommand command, Departure departure) {
    return switch (command) {
      case AskDeparture ask when departure instanceof Departure.Asked -> reject(DEPARTURE_ASKED);
      case AskDeparture ask -> ask(ask);
      case AgreeDeparture agree when departure instanceof Departure.Asked(var request) ->
          agree(agree, request);
      case AgreeDeparture agree -> reject(DEPARTURE_UNKNOWN);
      case DeclineDeparture decline when departure instanceof Departure.Asked(var request) ->
          decline(decline, request);
      case DeclineDeparture decline -> reject(DEPARTURE_UNKNOWN);
      case RepeatHandovers repeat when departure instanceof Departure.Agreed agreed ->
          repeat(repeat, agreed);
      case RepeatHandovers repeat -> reject(DEPARTURE_UNKNOWN);
    };
  }

  /** The lead of his unit, and who works for the whole bureau; nobody for himself. */
  private static boolean mayHandOver(Officer officer, DepartureRequest request) {
    return !SecondPerson.isSame(officer.account(), request.inspector())
        && (officer.isOfBureau()
            || (officer.reach() == Officer.Reach.UNIT
                && officer.isOf(request.unit() == null ? List.of() : List.of(request.unit()))));
  }

  private static Decision<DepartureEvent> ask(AskDeparture ask) {
    DepartureRequest request = ask.request();
    if (!mayHandOver(ask.by(), request)) {
      return reject(DEPARTURE_FOREIGN);
    } else if (!ReasonText.isInWords(request.reason())) {
      return reject(REASON_UNFIT, "field", "reason");
    } else if (request.leavesOn().isBefore(request.on())
        || request.leavesOn().isAfter(request.on().plusYears(1))) {
      return reject(DEPARTURE_DAY_UNFIT, "field", "leavesOn");
    } else if (request.colleague() == null) {
      return ask.rechecks() == 0
          ? accept(new DepartureAsked(request))
          : reject(COLLEAGUE_MISSING, "field", "colleague");
    }
    return !ask.isColleagueFit() || SecondPerson.isSame(request.colleague(), request.inspector())
        ? reject(COLLEAGUE_UNFIT, "field", "colleague")
        : accept(new DepartureAsked(request));
  }

  private static Decision<DepartureEvent> agree(AgreeDeparture agree, DepartureRequest request) {
    if (!mayHandOver(agree.by(), request) && !isConcerned(agree.by(), request)) {
      return reject(DEPARTURE_FOREIGN);
    } else if (isConcerned(agree.by(), request)) {
      return reject(DEPARTURE_NEEDS_SECOND_PERSON);
    }
    return accept(
        new DepartureAgreed(agree.by().account(), agree.today(), agree.visits(), agree.rechecks()));
  }

  /** Who asked, who leaves, and who takes over. */
  private static boolean isConcerned(Officer officer, DepartureRequest request) {
    return Stream.of(request.by(), request.inspector(), request.colleague())
        .anyMatch(one -> one != null && SecondPerson.isSame(one, officer.account()));
  }

  /** Another person, or whoever asked. */
  private static Decision<DepartureEvent> decline(
      DeclineDeparture decline, DepartureRequest request) {
    if (!mayHandOver(decline.by(), request)) {
      return reject(DEPARTURE_FOREIGN);
    }
    return ReasonText.isInWords(decline.reason())
        ? accept(new DepartureDeclined(decline.by().account(), decline.reason(), decline.today()))
        : reject(REASON_UNFIT, "field", "reason");
  }

  /** Only what was agreed to is asked again. */
  private static Decision<DepartureEvent> repeat(RepeatHandovers repeat, Departure.Agreed agreed) {
    if (!mayHandOver(repeat.by(), agreed.request())) {
      return reject(DEPARTURE_FOREIGN);
    }
    List<String> his = repeat.visits().stream().filter(agreed.visits()::contains).toList();
    List<String> left = repeat.rechecks().stream().filter(agreed.rechecks()::contains).toList();
    return his.isEmpty() && left.isEmpty()
        ? accept()
        : accept(
            new HandoversRepeated(
                repeat.by().account(), repeat.today(), his, left.isEmpty() ? null : left));
  }

  @Override
  public Departure evolve(Departure departure, DepartureEvent event) {
    return switch (event) {
      case DepartureAsked(var request) -> new Departure.Asked(request);
      case DepartureAgreed(var by, var on, var visits, var rechecks) ->
          new Departure.Agreed(departure.asked().orElseThrow(), by, on, visits, rechecks);
      case DepartureDeclined(var by, var reason, var on) ->
          new Departure.Declined(departure.asked().orElseThrow(), by, reason, on);
      case HandoversRepeated repeated -> departure;
    };
  }
}
