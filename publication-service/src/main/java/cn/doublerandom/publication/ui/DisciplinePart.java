package cn.doublerandom.publication.ui;

import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.publication.application.DisciplineWork;
import cn.doublerandom.publication.application.ShownResult;
import cn.doublerandom.publication.result.Discipline;
import cn.doublerandom.publication.result.Disciplines;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** 联合惩戒 on the page of one result: what was proposed, and what may be done about it. */
@RequestScoped
class DisciplinePart {
  /** What the page calls the link of a receiver, which it shows once. */
  static final String LINK = "linkIssued";

  private final DisciplineWork work;
  private final SecurityIdentity identity;
  private final Requests requests;

  @Inject
  DisciplinePart(DisciplineWork work, SecurityIdentity identity, Requests requests) {
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
    return page.data("disciplines", found.map(f -> f.disciplines().all()).orElse(List.of()))
        .data("disciplineWaits", found.flatMap(f -> f.disciplines().waiting()).isPresent())
        .data("mayPropose", publisher && found.filter(f -> f.whyNotPropose() == null).isPresent())
        .data(
            "mayEndorse",
            identity.hasRole(Roles.COORDINATOR)
                && found.filter(f -> f.whyNotDecide() == null).isPresent())
        .data("whyNotEndorse", found.map(DisciplineWork.Found::whyNotDecide).orElse(null))
        .data(
            "unanswered",
            publisher
                    && shown.notice() != null
                    && shown.notice().holds()
                    && shown.content().isOf(requests.unit())
                ? found.map(f -> unanswered(f.disciplines())).orElse(List.of())
                : List.of())
        .data(LINK, "");
  }

  /** Where a receiver says what it did. */
  static String link(String resultId, int number, String secret) {
    return PublicationPlaces.named(
            PageAddress.of(
                PublicationPlaces.discipline(resultId, Integer.toString(number), secret)),
            resultId)
        .toString();
  }

  /** Receivers that have not answered yet, by number and name. */
  private static List<Choice> unanswered(Disciplines known) {
    return known.all().stream()
        .filter(Discipline::stands)
        .flatMap(one ->
            one.terms().authorities().stream()
                .filter(authority -> !one.isDoneBy(authority))
                .map(authority ->
                    new Choice(
                        one.number() + " " + authority, authority + " · " + one.terms().measure())))
        .toList();
  }
}
