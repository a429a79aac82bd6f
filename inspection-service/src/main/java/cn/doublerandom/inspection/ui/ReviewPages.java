package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.ResultReviews;
import cn.doublerandom.inspection.rest.ReviewResource.LegalOpinion;
import cn.doublerandom.inspection.rest.ReviewResource.ResultReturn;
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

/** 组长确认、法制审核、退回 on the page of the visit, as {@code …/api/v1/visits/{visit}/result/…} does it. */
@Path("/ui/visits/{visit}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ReviewPages {
  @Inject Desk desk;
  @Inject VisitPage page;
  @Inject ResultReviews reviews;
  @Inject VisitReader reader;

  @POST
  @Path("/confirmation")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> confirm(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "confirmation",
        body,
        form -> reviews.confirm(visit, reader.officer(), form.approval("confirm-result")));
  }

  @POST
  @Path("/return")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> giveBack(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "return",
        body,
        form -> {
          ResultReturn why = form.as(ResultReturn.class);
          return reviews.giveBack(visit, reader.officer(), false, why.reason(), form.context(why));
        });
  }

  @POST
  @Path("/legal-review")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.LEGAL_REVIEWER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> pass(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "legal-review",
        body,
        form -> {
          LegalOpinion said = form.as(LegalOpinion.class);
          return reviews.pass(visit, reader.reader(), said.opinion(), form.approval(said));
        });
  }

  @POST
  @Path("/legal-return")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.LEGAL_REVIEWER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> giveBackLegally(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "legal-return",
        body,
        form -> {
          ResultReturn why = form.as(ResultReturn.class);
          return reviews.giveBack(visit, reader.reader(), true, why.reason(), form.context(why));
        });
  }

  @POST
  @Path("/hold")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.UNIT_LEAD, Roles.LEGAL_REVIEWER, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> hold(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "hold",
        body,
        form -> {
          ResultReturn why = form.as(ResultReturn.class);
          return reviews.hold(visit, reader.reader(), why.reason(), form.context(why));
        });
  }

  @POST
  @Path("/lifting")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.LEGAL_REVIEWER, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> lift(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "lifting",
        body,
        form -> {
          ResultReturn why = form.as(ResultReturn.class);
          return reviews.lift(visit, reader.reader(), why.reason(), form.context(why));
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
