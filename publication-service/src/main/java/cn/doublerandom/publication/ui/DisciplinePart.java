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
  /** Where the page names a link that was made just now: number and secret. */
  static final String LINK = "link";

  private final DisciplineWork work;
  private final SecurityIdentity identity;
  private final Requests requests;
  private final Desk desk;

  @Inject
  DisciplinePart(DisciplineWork work, SecurityIdentity identity, Requests requests, Desk desk) {
    this.work = work;
    this.identity = identity;
    this.requests = requests;
    this.desk = desk;
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
        .data("linkIssued", issued(shown.content().resultId()));
  }

  private @Nullable String issued(String resultId) {
    String[] link = desk.here().value(LINK).split(" ", 2);
    return link.length == 2
        ? PublicationPlaces.named(
                PageAddress.of(PublicationPlaces.discipline(resultId, link[0], link[1])), resultId)
            .toString()
        : null;
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
