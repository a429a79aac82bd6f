package cn.doublerandom.publication.application;

import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultDesk;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.identity.Practice;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.time.CalendarStream;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.Matters;
import cn.doublerandom.servicekit.waiting.ParkedMatters;
import cn.doublerandom.servicekit.waiting.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * 待办 of the publication: results to make public, those that should be public by now, and
 * corrections, withdrawals, joint discipline, letters, subscriptions and bulletins to decide on.
 */
@ApplicationScoped
public class WaitingResults {
  /** Of those with the oldest last day; a bureau that owes more works off these first. */
  private static final int MOST = 3_000;

  private final NoticeBoard board;
  private final ResultDesk desk;
  private final KeptStates<IssuedNotices> calendar;
  private final ParkedMatters parked;
  private final LetterAnswers letters;
  private final WebhookWork webhooks;
  private final BulletinWithdrawals withdrawals;
  private final Practice practice;

  @Inject
  WaitingResults(
      NoticeBoard board,
      ResultDesk desk,
      KeptStates<IssuedNotices> calendar,
      ParkedMatters parked,
      LetterAnswers letters,
      WebhookWork webhooks,
      BulletinWithdrawals withdrawals,
      Practice practice) {
    this.practice = practice;
    this.board = board;
    this.desk = desk;
    this.calendar = calendar;
    this.parked = parked;
    this.letters = letters;
    this.webhooks = webhooks;
    this.withdrawals = withdrawals;
  }

  /**
   * What waits for somebody; for who keeps the service running, what was set aside in it. Of an
   * exercise nothing is published (ADR 87): what could never be done waits for nobody.
   */
  public Uni<Matters> of(Person person, LocalDate today) {
    return practice.isNow()
        ? parked.of(person)
        : parked
            .of(person)
            .flatMap(
                aside -> results(person, today).map(own -> Matters.together(List.of(own, aside))));
  }

  private Uni<Matters> results(Person person, LocalDate today) {
    return calendar
        .of(CalendarStream.NAME)
        .map(notices -> new ResultMatters(today, notices.state().calendar()))
        .flatMap(matters ->
            Uni.createFrom()
                .completionStage(() -> board.unpublished(MOST))
                .map(unpublished -> matters.chosen(unpublished, person))
                .flatMap(chosen -> named(chosen, person, matters)))
        .flatMap(
            own -> changes(person, today).map(others -> Matters.together(List.of(own, others))))
        .flatMap(
            own -> disciplines(person, today).map(others -> Matters.together(List.of(own, others))))
        .flatMap(
            own -> endings(person, today).map(others -> Matters.together(List.of(own, others))))
        .flatMap(
            own -> objections(person, today).map(others -> Matters.together(List.of(own, others))))
        .flatMap(
            own -> repairs(person, today).map(others -> Matters.together(List.of(own, others))))
        .flatMap(own ->
            letters.waiting(person, today).map(others -> Matters.together(List.of(own, others))))
        .flatMap(
            own -> webhooks.waiting(person).map(others -> Matters.together(List.of(own, others))))
        .flatMap(own ->
            withdrawals.waiting(person).map(others -> Matters.together(List.of(own, others))));
  }

  /** 信用修复 to decide on. */
  private Uni<Matters> repairs(Person person, LocalDate today) {
    return person.isOneOf(List.of(Roles.COORDINATOR))
        ? Uni.createFrom()
            .completionStage(() ->
                desk.found(ResultDesk.Asked.of(ResultDesk.Stage.REPAIR_ASKED, today), 0, MOST))
            .map(asked ->
                Matters.all(
                    asked.stream()
                        .flatMap(one -> ResultMatters.repair(one, person).stream())
                        .toList()))
        : Uni.createFrom().item(Matters.NONE);
  }

  /** 异议 to answer, and those whose answer is late. */
  private Uni<Matters> objections(Person person, LocalDate today) {
    return person.isOneOf(List.of(Roles.COORDINATOR, Roles.SUPERVISOR))
        ? Uni.createFrom()
            .completionStage(
                () -> desk.found(ResultDesk.Asked.of(ResultDesk.Stage.OBJECTED, today), 0, MOST))
            .flatMap(objected ->
                calendar
                    .of(CalendarStream.NAME)
                    .map(notices -> new ResultMatters(today, notices.state().calendar()))
                    .map(matters ->
                        Matters.all(
                            objected.stream()
                                .flatMap(one -> matters.objection(one, person).stream())
                                .toList())))
        : Uni.createFrom().item(Matters.NONE);
  }

  /** Corrections and withdrawals that others asked for and this one may decide on. */
  private Uni<Matters> changes(Person person, LocalDate today) {
    return decided(
        person,
        ResultDesk.Asked.of(ResultDesk.Stage.CHANGE_ASKED, today),
        result -> ResultMatters.decides(result, person),
        ResultMatters::change);
  }

  /** 联合惩戒 that others proposed and this one may decide on. */
  private Uni<Matters> disciplines(Person person, LocalDate today) {
    return decided(
        person,
        ResultDesk.Asked.of(ResultDesk.Stage.DISCIPLINE_ASKED, today),
        result -> ResultMatters.decidesDiscipline(result, person),
        ResultMatters::discipline);
  }

  /** 联合惩戒 that has ended, until its receivers have said what they did about it. */
  private Uni<Matters> endings(Person person, LocalDate today) {
    return person.isOneOf(List.of(Roles.PUBLISHER))
        ? Uni.createFrom()
            .completionStage(() ->
                desk.found(ResultDesk.Asked.of(ResultDesk.Stage.DISCIPLINE_ENDED, today), 0, MOST))
            .map(ended ->
                Matters.all(
                    ended.stream()
                        .flatMap(one -> ResultMatters.ending(one, person, today).stream())
                        .toList()))
        : Uni.createFrom().item(Matters.NONE);
  }

  /** What coordinators decide on as the second person. */
  private Uni<Matters> decided(
      Person person,
      ResultDesk.Asked asked,
      Predicate<ResultNotice> decides,
      Function<ResultNotice, Matter> matter) {
    return person.isOneOf(List.of(Roles.COORDINATOR))
        ? Uni.createFrom()
            .completionStage(() -> desk.found(asked, 0, MOST))
            .map(found -> Matters.all(found.stream().filter(decides).map(matter).toList()))
        : Uni.createFrom().item(Matters.NONE);
  }

  private Uni<Matters> named(List<ResultNotice> chosen, Person person, ResultMatters matters) {
    List<ResultNotice> first = chosen.stream().limit(Matters.MOST).toList();
    List<String> draws = first.stream().map(r -> r.content().drawId()).distinct().toList();
    return Uni.createFrom()
        .completionStage(() -> board.drawsById(draws))
        .map(known ->
            Matters.of(
                first.stream()
                    .map(result -> matters.matter(result, person, name(result.content(), known)))
                    .toList(),
                chosen.size()));
  }

  private static String name(ResultContent content, Map<String, DrawNotice> draws) {
    return Optional.ofNullable(draws.get(content.drawId()))
        .flatMap(draw -> draw.nameOf(content.subjectId()))
        .orElse(content.subjectId());
  }
}
