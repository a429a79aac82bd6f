package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/**
 * A visit is ended with network. What phones have sent before, a statement and the signatures among
 * it, waited for that and goes into its record now: no phone asks for it again.
 */
@ApplicationScoped
public class VisitEndings {
  private final Visits visits;
  private final PhoneSettlement phones;

  @Inject
  VisitEndings(Visits visits, PhoneSettlement phones) {
    this.visits = visits;
    this.phones = phones;
  }

  /** One of the team asks that it ends, or agrees to what another asked. */
  public Uni<Handled<VisitEvent, Visit>> finish(String visitId, Supplier<CommandContext> asked) {
    return visits.finish(visitId, asked).call(handled -> phones.goOn(visitId, handled, asked));
  }

  /** Who is not of the team agrees that it ends, because no other member can. */
  public Uni<Handled<VisitEvent, Visit>> agreeEnd(
      String visitId, Officer by, String reason, Supplier<CommandContext> asked) {
    return visits
        .agreeEnd(visitId, by, reason, asked)
        .call(handled -> phones.goOn(visitId, handled, asked));
  }
}
