package cn.doublerandom.publication.ui;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.publication.application.DisciplineWork;
import cn.doublerandom.publication.application.ShownResult;
import cn.doublerandom.publication.result.AskedChange;
import cn.doublerandom.publication.result.Discipline;
import cn.doublerandom.publication.result.Disciplines;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 联合惩戒 on the page of one result: what was proposed, and what may be done about it. */
@RequestScoped
class DisciplinePart {
  /** What the page calls the link of a receiver, which it shows once. */
  static final String LINK = "linkIssued";

  private final Desk desk;
  private final DisciplineWork work;
  private final SecurityIdentity identity;
  private final Requests requests;

  @Inject
  DisciplinePart(Desk desk, DisciplineWork work, SecurityIdentity identity, Requests requests) {
    this.desk = desk;
    this.work = work;
    this.identity = identity;
    this.requests = requests;
  }

  /** The page with them. */
  Uni<TemplateInstance> onto(TemplateInstance page, ShownResult shown) {
    return work.of(
            shown.content().resultId(),
            requests.actor(),
            requests.unit(),
            BusinessClock.day(requests.now()))
        .map(found -> onto(page, shown, found));
  }

  private TemplateInstance onto(
      TemplateInstance page, ShownResult shown, Optional<DisciplineWork.Found> found) {
    boolean publisher = identity.hasRole(Roles.PUBLISHER);
    boolean holds = shown.notice() != null && shown.notice().holds();
    return page.data("disciplines", found.map(f -> f.disciplines().all()).orElse(List.of()))
        .data("disciplineWaits", found.flatMap(f -> f.disciplines().waiting()).isPresent())
        .data("mayPropose", publisher && found.filter(f -> f.whyNotPropose() == null).isPresent())
        .data(
            "mayEndorse",
            identity.hasRole(Roles.COORDINATOR)
                && found.filter(f -> f.whyNotDecide() == null).isPresent())
        .data(
            "mayRetract",
            publisher
                && found.flatMap(f -> f.disciplines().waiting()).filter(this::isOwn).isPresent())
        .data("whyNotEndorse", found.map(DisciplineWork.Found::whyNotDecide).orElse(null))
        .data(
            "unanswered",
            publisher && shown.isPublic() && shown.content().isOf(requests.unit())
                ? found.map(f -> unanswered(f.disciplines(), holds)).orElse(List.of())
                : List.of())
        .data("askedEnds", falls(shown.asked()))
        .data("ends", found.map(f -> ends(f.disciplines())).orElse(""))
        .data(
            "endsIf",
            found
                .map(f -> ends(f.disciplines()))
                .filter(what -> !what.isEmpty())
                .map(words()::willEndIf)
                .orElse(""))
        .data(LINK, "");
  }

  private boolean isOwn(Discipline waiting) {
    return SecondPerson.isSame(waiting.by(), requests.actor());
  }

  private DisciplineWords words() {
    return desk.words(DisciplineWords.class);
  }

  /** Whether the result does not bear joint discipline any more, once another agrees. */
  private static boolean falls(@Nullable AskedChange asked) {
    return asked instanceof AskedChange.Withdrawal
        || (asked instanceof AskedChange.Correction correction
            && !ResultCode.areFinding(correction.codes()));
  }

  /** What follows for joint discipline where the result falls; empty where there is none. */
  private String ends(Disciplines known) {
    List<String> told = known.receivers();
    String ends = told.isEmpty() ? "" : words().willEnd(told.size(), String.join("、", told));
    return known.waiting().isPresent() ? (ends + " " + words().willFall()).strip() : ends;
  }

  /** Where a receiver says what it did. */
  static String link(String resultId, int number, String secret) {
    return PublicationPlaces.named(
            PageAddress.of(
                PublicationPlaces.discipline(resultId, Integer.toString(number), secret)),
            resultId)
        .toString();
  }

  /** Receivers that have not answered yet, the measure or its end, by number and name. */
  private List<Choice> unanswered(Disciplines known, boolean holds) {
    return known.all().stream()
        .flatMap(one ->
            one.stands()
                ? one.terms().authorities().stream()
                    .filter(authority -> holds && !one.isDoneBy(authority))
                    .map(authority -> choice(one, authority, authority + " · " + measure(one)))
                : one.leftToEnd().stream()
                    .map(authority ->
                        choice(one, authority, words().receiverOfEnding(authority, measure(one)))))
        .toList();
  }

  private static Choice choice(Discipline one, String authority, String text) {
    return new Choice(one.number() + " " + authority, text);
  }

  private static String measure(Discipline one) {
    return one.terms().measure();
  }
}
