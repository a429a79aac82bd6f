package cn.doublerandom.inspection.departure;

import static cn.doublerandom.inspection.DepartureRejection.COLLEAGUE_MISSING;
import static cn.doublerandom.inspection.DepartureRejection.COLLEAGUE_UNFIT;
import static cn.doublerandom.inspection.DepartureRejection.DEPARTURE_ASKED;
import static cn.doublerandom.inspection.DepartureRejection.DEPARTURE_DAY_UNFIT;
import static cn.doublerandom.inspection.DepartureRejection.DEPARTURE_FOREIGN;
import static cn.doublerandom.inspection.DepartureRejection.DEPARTURE_NEEDS_SECOND_PERSON;
import static cn.doublerandom.inspection.DepartureRejection.DEPARTURE_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.departure.DepartureCommand.AgreeDeparture;
import cn.doublerandom.inspection.departure.DepartureCommand.AskDeparture;
import cn.doublerandom.inspection.departure.DepartureCommand.DeclineDeparture;
import cn.doublerandom.inspection.departure.DepartureCommand.RepeatHandovers;
import cn.doublerandom.inspection.departure.DepartureEvent.DepartureAgreed;
import cn.doublerandom.inspection.departure.DepartureEvent.DepartureAsked;
import cn.doublerandom.inspection.departure.DepartureEvent.DepartureDeclined;
import cn.doublerandom.inspection.departure.DepartureEvent.HandoversRepeated;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An officer leaves: one says so, another agrees. */
class DepartureDeciderTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 6, 16);
  private static final String WHY = "调到公路养护中心";
  private static final Officer LEAD = new Officer("lead", "大队", Officer.Reach.UNIT);
  private static final Officer DEPUTY = new Officer("lead2", "大队", Officer.Reach.UNIT);
  private static final Officer OTHER = new Officer("lead3", "养护中心", Officer.Reach.UNIT);
  private static final Officer OFFICE = new Officer("c", "法制安全科", Officer.Reach.BUREAU);
  private static final DepartureAsked ASKED = new DepartureAsked(request("JC005", WHY, 14));
  private static final List<String> VISITS = List.of("d-1-S", "d-1-T");
  private static final DepartureAgreed AGREED =
      new DepartureAgreed("c", TODAY, VISITS, List.of("r-1"));

  private final DeciderSpecification<DepartureCommand, DepartureEvent, Departure> departure =
      DeciderSpecification.of(new DepartureDecider());

  private static DepartureRequest request(@Nullable String colleague, String why, int days) {
    return new DepartureRequest("JC003", "大队", TODAY.plusDays(days), why, colleague, "lead", TODAY);
  }

  private static AskDeparture ask(Officer by) {
    return new AskDeparture(ASKED.request(), by, 1, true);
  }

  private static AgreeDeparture agree(Officer by) {
    return new AgreeDeparture(by, TODAY, VISITS, List.of("r-1"));
  }

  @Test
  void the_lead_of_his_unit_or_the_office_says_that_an_officer_leaves() {
    departure.given().when(ask(LEAD)).then(ASKED);
    departure.given().when(ask(OFFICE)).then(ASKED);
    departure.given().when(ask(OTHER)).thenRejected(DEPARTURE_FOREIGN);
    departure
        .given()
        .when(ask(new Officer("jc003", "大队", Officer.Reach.UNIT)))
        .thenRejected(DEPARTURE_FOREIGN);
    departure
        .given()
        .when(ask(new Officer("JC004", "大队", Officer.Reach.TEAM)))
        .thenRejected(DEPARTURE_FOREIGN);
    departure.given(ASKED).when(ask(OFFICE)).thenRejected(DEPARTURE_ASKED);
    departure.given(ASKED, AGREED).when(ask(OFFICE)).then(ASKED);
  }

  @Test
  void what_is_asked_has_a_day_a_reason_and_a_colleague_who_may_serve() {
    departure
        .given()
        .when(new AskDeparture(request(null, "1", 3), LEAD, 0, true))
        .thenRejected(REASON_UNFIT, Map.of("field", "reason"));
    for (int days : List.of(-1, 367)) {
      departure
          .given()
          .when(new AskDeparture(request(null, WHY, days), LEAD, 0, true))
          .thenRejected(DEPARTURE_DAY_UNFIT, Map.of("field", "leavesOn"));
    }
    departure
        .given()
        .when(new AskDeparture(request(null, WHY, 3), LEAD, 1, true))
        .thenRejected(COLLEAGUE_MISSING, Map.of("field", "colleague"));
    departure
        .given()
        .when(new AskDeparture(request(null, WHY, 3), LEAD, 0, true))
        .then(new DepartureAsked(request(null, WHY, 3)));
    departure
        .given()
        .when(new AskDeparture(request("JC005", WHY, 3), LEAD, 1, false))
        .thenRejected(COLLEAGUE_UNFIT, Map.of("field", "colleague"));
    departure
        .given()
        .when(new AskDeparture(request("jc003", WHY, 3), LEAD, 1, true))
        .thenRejected(COLLEAGUE_UNFIT, Map.of("field", "colleague"));
  }

  @Test
  void who_asked_who_leaves_and_who_takes_over_do_not_agree() {
    departure.given(ASKED).when(agree(OFFICE)).then(AGREED);
    departure
        .given(ASKED)
        .when(agree(DEPUTY))
        .then(new DepartureAgreed("lead2", TODAY, VISITS, List.of("r-1")));
    for (String concerned : List.of("LEAD", "jc003", "JC005")) {
      departure
          .given(ASKED)
          .when(agree(new Officer(concerned, "大队", Officer.Reach.UNIT)))
          .thenRejected(DEPARTURE_NEEDS_SECOND_PERSON);
    }
    departure.given(ASKED).when(agree(OTHER)).thenRejected(DEPARTURE_FOREIGN);
    departure.given().when(agree(OFFICE)).thenRejected(DEPARTURE_UNKNOWN);
    departure.given(ASKED, AGREED).when(agree(OFFICE)).thenRejected(DEPARTURE_UNKNOWN);
  }

  @Test
  void it_is_declined_or_taken_back_with_a_reason() {
    var declined = new DepartureDeclined("lead", "调令尚未下达", TODAY);
    departure.given(ASKED).when(new DeclineDeparture(LEAD, "调令尚未下达", TODAY)).then(declined);
    departure
        .given(ASKED)
        .when(new DeclineDeparture(OFFICE, "。", TODAY))
        .thenRejected(REASON_UNFIT, Map.of("field", "reason"));
    departure
        .given(ASKED)
        .when(new DeclineDeparture(OTHER, "调令尚未下达", TODAY))
        .thenRejected(DEPARTURE_FOREIGN);
    departure
        .given(ASKED, declined)
        .when(new DeclineDeparture(LEAD, "调令尚未下达", TODAY))
        .thenRejected(DEPARTURE_UNKNOWN);
    departure.given(ASKED, declined).when(ask(LEAD)).then(ASKED);
  }

  @Test
  void only_what_was_agreed_to_is_asked_again() {
    departure
        .given(ASKED, AGREED)
        .when(new RepeatHandovers(LEAD, TODAY, List.of("d-1-T", "d-9-X"), List.of()))
        .then(new HandoversRepeated("lead", TODAY, List.of("d-1-T"), null));
    departure
        .given(ASKED, AGREED)
        .when(new RepeatHandovers(LEAD, TODAY, List.of(), List.of("r-1", "r-9")))
        .then(new HandoversRepeated("lead", TODAY, List.of(), List.of("r-1")));
    departure
        .given(ASKED, AGREED)
        .when(new RepeatHandovers(LEAD, TODAY, List.of(), List.of("r-9")))
        .then();
    departure
        .given(ASKED)
        .when(new RepeatHandovers(LEAD, TODAY, VISITS, List.of()))
        .thenRejected(DEPARTURE_UNKNOWN);
    departure
        .given(ASKED, AGREED)
        .when(new RepeatHandovers(OTHER, TODAY, VISITS, List.of()))
        .thenRejected(DEPARTURE_FOREIGN);
  }
}
