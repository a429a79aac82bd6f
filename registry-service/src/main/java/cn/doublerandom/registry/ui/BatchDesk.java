package cn.doublerandom.registry.ui;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.registry.application.LastAppended;
import cn.doublerandom.registry.batch.BatchRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Shows a batch with what may be done with all of it, and does that. */
@RequestScoped
public class BatchDesk {
  private final Desk desk;
  private final Requests requests;
  private final SecurityIdentity identity;
  private final Template page;

  @Inject
  BatchDesk(
      Desk desk,
      Requests requests,
      SecurityIdentity identity,
      @Location("registry/batch.html") Template page) {
    this.desk = desk;
    this.requests = requests;
    this.identity = identity;
    this.page = page;
  }

  Uni<RestResponse<String>> show(Uni<ShownBatch> batch) {
    return desk.show(batch.map(shown -> page(shown, desk.forms().blank())));
  }

  /** Decides on all of it; blocks. */
  Uni<RestResponse<String>> decide(
      byte[] body, Function<Form, LastAppended> decision, Supplier<Uni<ShownBatch>> again) {
    return desk.does(
        body,
        form -> Uni.createFrom().item(() -> RequestDesk.decided(desk, form, decision.apply(form))),
        form -> again.get().map(shown -> page(shown, form)));
  }

  private TemplateInstance page(ShownBatch shown, FilledForm sent) {
    if (shown.lines().isEmpty()) {
      throw new ProblemException(BatchRejection.BATCH_DECIDED);
    }
    boolean own = SecondPerson.isAmong(requests.actor(), shown.touchedBy());
    RequestActs acts = shown.acts();
    return page.data("batch", shown)
        .data("own", own)
        .data("approval", own ? null : address(acts.approval()))
        .data("decline", own ? null : address(acts.decline()))
        .data("withdrawal", own ? address(acts.withdrawal()) : null)
        .data("reasons", acts.reasons())
        .data("approving", form(ShownRequest.APPROVE, sent))
        .data("declining", form(ShownRequest.DECLINE, sent))
        .data("withdrawing", form(ShownRequest.WITHDRAW, sent));
  }

  private FilledForm form(String act, FilledForm sent) {
    return sent.value(ShownRequest.ACT).equals(act) ? sent : desk.forms().blank();
  }

  private @Nullable String address(RequestActs.@Nullable Act act) {
    return act != null && act.roles().stream().anyMatch(identity::hasRole) ? act.address() : null;
  }
}
