package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.application.ObjectionAnswers;
import cn.doublerandom.publication.application.ShownResult;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.page.PublicAddress;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** 异议 on the page of one result: what was said, and what may be done about it. */
@RequestScoped
class ObjectionPart {
  private final ObjectionAnswers answers;
  private final SecurityIdentity identity;
  private final Requests requests;
  private final PublicAddress address;

  @Inject
  ObjectionPart(
      ObjectionAnswers answers,
      SecurityIdentity identity,
      Requests requests,
      PublicAddress address) {
    this.address = address;
    this.answers = answers;
    this.identity = identity;
    this.requests = requests;
  }

  /** The page with them. */
  Uni<TemplateInstance> onto(TemplateInstance page, ShownResult shown) {
    return answers
        .of(shown.content().resultId(), requests.actor(), BusinessClock.day(requests.now()))
        .map(found -> onto(page, shown, found));
  }

  private TemplateInstance onto(
      TemplateInstance page, ShownResult shown, Optional<ObjectionAnswers.Found> found) {
    boolean coordinator = identity.hasRole(Roles.COORDINATOR);
    boolean holds = found.isPresent() && shown.notice() != null && shown.notice().holds();
    return page.data("issued", "")
        .data("origin", address.of("").orElse(""))
        .data("objections", found.map(f -> f.objections().raised()).orElse(List.of()))
        .data("objectionOpen", found.flatMap(f -> f.objections().open()).isPresent())
        .data("readsObjections", coordinator || identity.hasRole(Roles.SUPERVISOR))
        .data("mayAnswer", coordinator && found.filter(f -> f.whyNot() == null).isPresent())
        .data("whyNotAnswer", found.map(ObjectionAnswers.Found::whyNot).orElse(null))
        .data(
            "mayIssue",
            holds && identity.hasRole(Roles.PUBLISHER) && shown.content().isOf(requests.unit()));
  }
}
