package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.Awaiting;
import cn.doublerandom.draw.drawing.application.DrawDesk;
import cn.doublerandom.draw.drawing.application.Draws;
import cn.doublerandom.draw.drawing.rest.DrawRequests;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.decider.SecondPerson;
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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 作废: two people who had no hand in the draw, each with a reason. */
@Path("/ui")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class VoidPages {
  @Inject
  @Location("draw/void.html")
  Template page;

  @Inject Desk desk;
  @Inject Awaiting awaiting;
  @Inject DrawDesk standing;
  @Inject Draws draws;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  @GET
  @Path("/draws/{drawId}/void")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("drawId") @Size(max = 100) String drawId) {
    return desk.show(page(drawId, desk.forms().blank()));
  }

  /** As {@code POST …/void-approvals}. */
  @POST
  @Path("/draws/{drawId}/void")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approve(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return desk.act(
        body,
        form -> {
          var said = form.as(DrawRequests.VoidApproval.class);
          return draws.approveVoid(drawId, said.reason(), form.approval(said));
        },
        done -> DrawPage.seen(drawId, done.version()),
        form -> page(drawId, form));
  }

  @POST
  @Path("/draws/{drawId}/void/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return end(drawId, body, false);
  }

  @POST
  @Path("/draws/{drawId}/void/withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> withdraw(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return end(drawId, body, true);
  }

  private Uni<RestResponse<String>> end(String drawId, byte[] body, boolean own) {
    return desk.act(
        body,
        form -> {
          var said = form.as(DrawRequests.VoidApproval.class);
          return draws.endVoid(drawId, said.reason(), own, form.context(said));
        },
        done -> DrawPage.seen(drawId, done.version()),
        form -> page(drawId, form));
  }

  private Uni<TemplateInstance> page(String drawId, FilledForm form) {
    return Uni.combine()
        .all()
        .unis(awaiting.voiding(drawId), standing.of(drawId, requests.actor(), requests.now()))
        .usingConcurrencyOf(1)
        .with((first, seen) -> page(drawId, first, seen, form));
  }

  private boolean isMine(String account) {
    return SecondPerson.isSame(account, requests.actor());
  }

  private TemplateInstance page(
      String drawId,
      CommandHandler.Loaded<Optional<TaskDraws.Approval>> first,
      DrawDesk.Seen seen,
      FilledForm form) {
    boolean english = desk.readsEnglish();
    return page.data("drawId", drawId)
        .data("first", first.state().orElse(null))
        .data("phase", DrawPhase.of(seen))
        .data("own", first.state().filter(one -> isMine(one.by())).isPresent())
        .data("may", identity.hasRole(Roles.APPROVER))
        .data(
            "cannot",
            identity.hasRole(Roles.APPROVER) && !form.isRefused()
                ? seen.inTheWay().voiding().map(r -> english ? r.english() : r.text()).orElse("")
                : "")
        .data("form", form.over(Long.toString(first.version()), Map.of()));
  }
}
