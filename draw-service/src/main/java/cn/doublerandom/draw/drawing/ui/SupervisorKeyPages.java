package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.deposit.SupervisorKeyEvent.SupervisorKeyRegistered;
import cn.doublerandom.draw.drawing.application.Deposits;
import cn.doublerandom.draw.drawing.rest.CeremonyRequests;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * 监督人钥匙: made and kept in the browser of the supervisor, known here by its public half, which the
 * operator's secret of a draw is sealed to.
 */
@Path("/ui/supervisor-keys")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class SupervisorKeyPages {
  @Inject
  @Location("draw/supervisor-keys.html")
  Template page;

  @Inject Desk desk;
  @Inject Deposits deposits;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  @GET
  @RolesAllowed({Roles.SUPERVISOR, Roles.COORDINATOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> all() {
    return desk.show(page(desk.forms().blank()));
  }

  /** As {@code POST /api/v1/supervisor-keys}. */
  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> register(byte[] body) {
    return desk.act(
        body,
        form -> {
          var said = form.as(CeremonyRequests.SupervisorKey.class);
          return deposits.register(said.publicKey(), form.context(said));
        },
        done -> Desk.seen(DrawPlaces.supervisorKeys(), DrawStreams.SUPERVISOR_KEYS, done.version()),
        this::page);
  }

  private Uni<TemplateInstance> page(FilledForm form) {
    return deposits
        .keys()
        .map(List::reversed)
        .map((List<SupervisorKeyRegistered> newestFirst) ->
            page.data("all", newestFirst)
                .data("form", form)
                .data("account", requests.account())
                .data("may", identity.hasRole(Roles.SUPERVISOR)));
  }
}
