package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.departure.DepartureDirectory;
import cn.doublerandom.inspection.departure.DepartureRequest;
import cn.doublerandom.inspection.departure.DepartureSummary;
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
import java.util.stream.Stream;

/** 待办: an officer leaves, and another person has to agree that his work is handed over. */
@ApplicationScoped
class WaitingDepartures {
  private static final int MOST = 200;
  private static final MatterPlace PLACE = new MatterPlace("/inspection/ui/departures/{id}");

  private final DepartureDirectory directory;

  @Inject
  WaitingDepartures(DepartureDirectory directory) {
    this.directory = directory;
  }

  Uni<Matters> of(Officer officer, Person person, LocalDate today) {
    return person.isOneOf(List.of(Roles.UNIT_LEAD, Roles.COORDINATOR))
        ? Uni.createFrom()
            .completionStage(() -> directory.asked(MOST))
            .map(found ->
                Matters.all(
                    found.stream()
                        .filter(one -> Departures.reads(officer, one.request().unit()))
                        .filter(one -> !isConcerned(officer.account(), one.request()))
                        .map(one -> matter(one, today))
                        .toList()))
        : Uni.createFrom().item(Matters.NONE);
  }

  private static boolean isConcerned(String account, DepartureRequest request) {
    return Stream.of(request.by(), request.inspector(), request.colleague())
        .anyMatch(one -> one != null && SecondPerson.isSame(one, account));
  }

  private static Matter matter(DepartureSummary one, LocalDate today) {
    DepartureRequest request = one.request();
    return new Matter(
        "departure",
        "同意或者退回 %s 的调离移交（%s调离）"
            .formatted(request.inspector(), DayWords.chinese(request.leavesOn(), today)),
        "Agree to the hand-over of all %s has open (leaves on %s), or decline it"
            .formatted(request.inspector(), DayWords.english(request.leavesOn(), today)),
        request.on(),
        request.leavesOn(),
        PLACE.of(one.id()));
  }
}
