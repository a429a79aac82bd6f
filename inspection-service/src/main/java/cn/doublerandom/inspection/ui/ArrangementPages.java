package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.Arrangements;
import cn.doublerandom.inspection.rest.ArrangementResource.DayDecline;
import cn.doublerandom.inspection.rest.ArrangementResource.DayRequest;
import cn.doublerandom.inspection.rest.ArrangementResource.HandoverRequest;
import cn.doublerandom.inspection.rest.ArrangementResource.HandoverReturn;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 改期、移交 on the page of the visit, as {@code …/api/v1/visits/{visit}/…} does it. */
@Path("/ui/visits/{visit}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ArrangementPages {
  @Inject Desk desk;
  @Inject VisitPage page;
  @Inject Arrangements arrangements;
  @Inject VisitReader reader;

  @POST
  @Path("/day")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> ask(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "day",
        body,
        form -> {
          DayRequest asked = form.as(DayRequest.class);
          return arrangements.askDay(
              visit, asked.day(), asked.reason(), reader.officer(), () -> form.context(asked));
        });
  }

  @POST
  @Path("/day-approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> agree(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "day-approval",
        body,
        form -> arrangements.agreeDay(visit, reader.officer(), () -> form.approval("agree-day")));
  }

  @POST
  @Path("/day-decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "day-decline",
        body,
        form -> {
          DayDecline why = form.as(DayDecline.class);
          return arrangements.declineDay(visit, why.reason(), reader.officer(), form.context(why));
        });
  }

  @POST
  @Path("/handover")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> handOver(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "handover",
        body,
        form -> {
          HandoverRequest asked = form.as(HandoverRequest.class);
          return arrangements.askHandover(
              visit, asked.inspector(), asked.reason(), reader.officer(), form.context(asked));
        });
  }

  @POST
  @Path("/handover-return")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> takeBack(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "handover-return",
        body,
        form -> {
          HandoverReturn back = form.as(HandoverReturn.class);
          return arrangements.takeBackHandover(
              visit, back.inspector(), back.reason(), reader.officer(), form.context(back));
        });
  }

  private Uni<RestResponse<String>> act(
      String visit,
      String step,
      byte[] body,
      Function<Form, Uni<Handled<VisitEvent, Visit>>> command) {
    return desk.act(
        body,
        command,
        done ->
            Desk.seen(InspectionPlaces.visit(visit), VisitStreams.VISIT.of(visit), done.version()),
        form -> page.of(visit, step, form));
  }
}
