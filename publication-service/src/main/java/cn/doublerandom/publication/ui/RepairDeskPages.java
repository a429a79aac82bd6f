package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.application.RepairWork;
import cn.doublerandom.publication.rest.RepairResource.RepairProposal;
import cn.doublerandom.publication.rest.RepairResource.RepairRefusal;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Forms;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 信用修复的决定 at the desk, as {@code RepairResource} does it. */
@Path("/ui/notices/{id}/repair")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class RepairDeskPages {
  @Inject RepairWork work;
  @Inject NoticePage notice;
  @Inject Requests requests;

  @POST
  @Path("/proposal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> propose(
      @PathParam("id") @Size(max = 160) String id, byte[] body) {
    return notice.act(
        id,
        body,
        form -> {
          RepairProposal given = form.as(RepairProposal.class);
          return work.propose(id, given.reason(), requests.actor(), today(), form.context(given));
        },
        "asked",
        NoticePage.Act.REPAIR);
  }

  @POST
  @Path("/refusal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> refuse(
      @PathParam("id") @Size(max = 160) String id, byte[] body) {
    return notice.act(
        id,
        body,
        form -> {
          RepairRefusal given = form.as(RepairRefusal.class);
          return work.refuse(id, given.reason(), requests.actor(), today(), form.context(given));
        },
        "unrepaired",
        NoticePage.Act.UNREPAIR);
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
