package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.application.RepairWork;
import cn.doublerandom.publication.application.ShownResult;
import cn.doublerandom.publication.result.ResultNotice;
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

/** 信用修复 on the page of one result: what the firm asked for, and what may be done about it. */
@RequestScoped
class RepairPart {
  private final RepairWork work;
  private final SecurityIdentity identity;
  private final Requests requests;

  @Inject
  RepairPart(RepairWork work, SecurityIdentity identity, Requests requests) {
    this.work = work;
    this.identity = identity;
    this.requests = requests;
  }

  /** The page with them. */
  Uni<TemplateInstance> onto(TemplateInstance page, ShownResult shown) {
    return work.of(shown.content().resultId(), requests.actor(), BusinessClock.day(requests.now()))
        .map(found -> onto(page, shown, found));
  }

  private TemplateInstance onto(
      TemplateInstance page, ShownResult shown, Optional<RepairWork.Found> found) {
    boolean coordinator = identity.hasRole(Roles.COORDINATOR);
    return page.data("repairs", found.map(f -> f.repairs().asked()).orElse(List.of()))
        .data("repairWaits", shown.notice() != null && shown.notice().isRepairAsked())
        .data("readsRepairs", coordinator || identity.hasRole(Roles.SUPERVISOR))
        .data("mayRepair", coordinator && found.filter(f -> f.whyNot() == null).isPresent())
        .data("whyNotRepair", found.map(RepairWork.Found::whyNot).orElse(null))
        .data(
            "ended", Optional.ofNullable(shown.notice()).flatMap(ResultNotice::ended).orElse(null));
  }
}
