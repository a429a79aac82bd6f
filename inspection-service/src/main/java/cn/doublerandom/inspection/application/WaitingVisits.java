package cn.doublerandom.inspection.application;

import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.identity.AccountNames;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.time.CalendarStream;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.Matters;
import cn.doublerandom.servicekit.waiting.ParkedMatters;
import cn.doublerandom.servicekit.waiting.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * 待办 of the inspections: the own visits, and what is late or due soon in the own unit or the
 * bureau.
 */
@ApplicationScoped
public class WaitingVisits {
  private final VisitDirectory directory;
  private final KeptStates<IssuedNotices> calendar;
  private final VisitParticulars particulars;
  private final WaitingPreparations before;
  private final WaitingArrangements arranged;
  private final WaitingDepartures departures;
  private final WaitingReviews reviews;
  private final WaitingExperts experts;
  private final WaitingGaps gaps;
  private final WaitingFollowUps following;
  private final WaitingLooks looks;
  private final WaitingHearings hearings;
  private final ParkedMatters parked;
  private final AccountNames names;
  private final Asking asking;

  @Inject
  WaitingVisits(
      VisitDirectory directory,
      KeptStates<IssuedNotices> calendar,
      VisitParticulars particulars,
      WaitingPreparations before,
      WaitingArrangements arranged,
      WaitingDepartures departures,
      WaitingReviews reviews,
      WaitingExperts experts,
      WaitingGaps gaps,
      WaitingFollowUps following,
      WaitingLooks looks,
      WaitingHearings hearings,
      ParkedMatters parked,
      AccountNames names,
      Asking asking) {
    this.names = names;
    this.asking = asking;
    this.before = before;
    this.arranged = arranged;
    this.departures = departures;
    this.reviews = reviews;
    this.experts = experts;
    this.gaps = gaps;
    this.following = following;
    this.looks = looks;
    this.hearings = hearings;
    this.particulars = particulars;
    this.directory = directory;
    this.calendar = calendar;
    this.parked = parked;
  }

  /** What waits for who keeps the service running, and nothing for anybody else. */
  public Uni<Matters> setAside(Person person) {
    return parked.of(person);
  }

  /**
   * What waits for an officer.
   *
   * @param person the same with his roles
   * @param goes whether he goes on visits himself; who leads a unit may not
   */
  public Uni<Matters> of(Officer officer, Person person, boolean goes, LocalDate today) {
    return calendar
        .of(CalendarStream.NAME)
        .flatMap(notices ->
            names
                .of(asking)
                .map(people ->
                    new VisitMatters(today, notices.state().calendar(), Map.of(), people)))
        .flatMap(matters ->
            Uni.join()
                .all(
                    own(officer, goes, matters),
                    late(officer, matters),
                    near(officer, matters),
                    before.of(officer, person, matters),
                    arranged.of(officer, person, matters),
                    departures.of(officer, person, matters.today()),
                    reviews.of(officer, person, matters),
                    experts.of(officer, person, matters),
                    gaps.of(officer, person, matters),
                    following.of(officer, person, matters),
                    looks.of(officer, goes, matters.today()),
                    hearings.of(person, matters.today()))
                .usingConcurrencyOf(1)
                .andFailFast())
        .map(Matters::together);
  }

  private Uni<Matters> own(Officer officer, boolean goes, VisitMatters matters) {
    return goes
        ? asked(() -> directory.waiting(officer.account(), Matters.MOST))
            .flatMap(
                own -> said(own, matters, (named, visit) -> named.next(visit, officer.account())))
        : Uni.createFrom().item(Matters.NONE);
  }

  private Uni<Matters> late(Officer officer, VisitMatters matters) {
    return officer.reach() == Officer.Reach.TEAM
        ? Uni.createFrom().item(Matters.NONE)
        : asked(() -> directory.late(officer, matters.today(), Matters.MOST))
            .flatMap(late -> said(late, matters, VisitMatters::late));
  }

  private Uni<Matters> near(Officer officer, VisitMatters matters) {
    return officer.reach() == Officer.Reach.TEAM
        ? Uni.createFrom().item(Matters.NONE)
        : asked(() -> directory.near(officer, matters.today(), matters.soon(), Matters.MOST))
            .flatMap(near -> said(near, matters, VisitMatters::near));
  }

  private Uni<Matters> said(
      VisitDirectory.Waiting waiting,
      VisitMatters matters,
      BiFunction<VisitMatters, VisitSummary, Matter> words) {
    return particulars
        .names(waiting.first())
        .map(matters::naming)
        .map(named ->
            Matters.of(
                waiting.first().stream().map(visit -> words.apply(named, visit)).toList(),
                waiting.total()));
  }

  private static <T> Uni<T> asked(Supplier<CompletionStage<T>> question) {
    return Uni.createFrom().completionStage(question);
  }
}
