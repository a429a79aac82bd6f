package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.VisitExperts;
import cn.doublerandom.inspection.rest.VisitExpertResource.ExpertDecision;
import cn.doublerandom.inspection.rest.VisitExpertResource.ExpertOpinion;
import cn.doublerandom.inspection.rest.VisitExpertResource.ExpertRequest;
import cn.doublerandom.inspection.rest.VisitExpertResource.ExpertReturn;
import cn.doublerandom.inspection.visit.Assistance;
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

/** 专家协助: each step as {@code …/api/v1/visits/{visit}/experts/…} does it. */
@Path("/ui/visits/{visit}/experts")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class VisitExpertPages {
  @Inject Desk desk;
  @Inject VisitPage page;
  @Inject VisitExperts experts;
  @Inject VisitReader reader;

  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> ask(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "expert",
        body,
        form -> {
          ExpertRequest asked = form.as(ExpertRequest.class);
          return experts.ask(
              visit,
              asked.expert(),
              asked.entrustment(),
              asked.purpose(),
              reader.officer(),
              () -> form.context(asked));
        });
  }

  @POST
  @Path("/{expert}/decision")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decide(
      @PathParam("visit") @Size(max = 160) String visit,
      @PathParam("expert") @Size(max = 57) String expert,
      byte[] body) {
    return act(
        visit,
        "expert-decision-" + expert,
        body,
        form -> {
          ExpertDecision so = form.as(ExpertDecision.class);
          return experts.decide(
              visit,
              expert,
              so.decision() == Assistance.Outcome.BESIDE,
              so.reason(),
              reader.officer(),
              () -> form.approval(so));
        });
  }

  @POST
  @Path("/{expert}/return")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> takeBack(
      @PathParam("visit") @Size(max = 160) String visit,
      @PathParam("expert") @Size(max = 57) String expert,
      byte[] body) {
    return act(
        visit,
        "expert-return-" + expert,
        body,
        form -> {
          ExpertReturn why = form.as(ExpertReturn.class);
          return experts.takeBack(visit, expert, why.reason(), reader.officer(), form.context(why));
        });
  }

  @POST
  @Path("/{expert}/opinion")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> note(
      @PathParam("visit") @Size(max = 160) String visit,
      @PathParam("expert") @Size(max = 57) String expert,
      byte[] body) {
    return act(
        visit,
        "expert-opinion-" + expert,
        body,
        form -> {
          ExpertOpinion said = form.as(ExpertOpinion.class);
          return experts.note(visit, expert, said.opinion(), reader.officer(), form.context(said));
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
