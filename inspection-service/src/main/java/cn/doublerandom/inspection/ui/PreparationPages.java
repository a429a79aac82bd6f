package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.Preparations;
import cn.doublerandom.inspection.application.VisitRecusals;
import cn.doublerandom.inspection.preparation.Preparation;
import cn.doublerandom.inspection.preparation.PreparationEvent;
import cn.doublerandom.inspection.preparation.Recusal;
import cn.doublerandom.inspection.rest.PreparationResource.ApprovalRequest;
import cn.doublerandom.inspection.rest.PreparationResource.Reasoned;
import cn.doublerandom.inspection.rest.PreparationResource.RecusalDecision;
import cn.doublerandom.inspection.rest.PreparationResource.Served;
import cn.doublerandom.inspection.rest.PreparationResource.Training;
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

/** Before the door: each step as {@code …/api/v1/visits/{visit}/preparation/…} does it. */
@Path("/ui/visits/{visit}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class PreparationPages {
  @Inject Desk desk;
  @Inject VisitPage page;
  @Inject Preparations preparations;
  @Inject VisitRecusals recusals;
  @Inject VisitReader reader;

  @POST
  @Path("/training")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> train(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "training",
        body,
        form -> {
          Training said = form.as(Training.class);
          return preparations.train(visit, said.content(), () -> form.own(said));
        });
  }

  @POST
  @Path("/approval-request")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> ask(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "approval-request",
        body,
        form -> {
          ApprovalRequest asked = form.as(ApprovalRequest.class);
          return preparations.ask(visit, asked.unannounced(), () -> form.context(asked));
        });
  }

  @POST
  @Path("/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approve(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "approval",
        body,
        form -> preparations.approve(visit, () -> form.approval("approve-visit")));
  }

  @POST
  @Path("/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "decline",
        body,
        form -> {
          Reasoned why = form.as(Reasoned.class);
          return preparations.decline(visit, why.reason(), () -> form.context(why));
        });
  }

  @POST
  @Path("/approval-withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> takeBack(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "approval-withdrawal",
        body,
        form -> {
          Reasoned why = form.as(Reasoned.class);
          return preparations.takeBack(visit, why.reason(), () -> form.context(why));
        });
  }

  @POST
  @Path("/notice")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> serve(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "notice",
        body,
        form -> {
          Served served = form.as(Served.class);
          return preparations.serve(
              visit, served.way(), served.receivedAs(), () -> form.context(served));
        });
  }

  @POST
  @Path("/code")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> code(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "code",
        body,
        form -> preparations.issueCode(visit, () -> form.context("issue-code")));
  }

  @POST
  @Path("/recusal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> declare(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "recusal",
        body,
        form -> {
          Reasoned why = form.as(Reasoned.class);
          return recusals.declare(
              visit, reader.officer().account(), why.reason(), () -> form.context(why));
        });
  }

  @POST
  @Path("/recusals/{inspector}")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decide(
      @PathParam("visit") @Size(max = 160) String visit,
      @PathParam("inspector") @Size(max = 64) String inspector,
      byte[] body) {
    return act(
        visit,
        "decision-" + inspector,
        body,
        form -> {
          RecusalDecision so = form.as(RecusalDecision.class);
          return page.readable(visit)
              .flatMap(readable ->
                  recusals.decide(
                      visit,
                      inspector,
                      so.decision() == Recusal.Outcome.RECUSED,
                      so.reason(),
                      () -> form.approval(so)));
        });
  }

  private Uni<RestResponse<String>> act(
      String visit,
      String step,
      byte[] body,
      Function<Form, Uni<Handled<PreparationEvent, Preparation>>> command) {
    return desk.act(
        body,
        command,
        done ->
            Desk.seen(
                InspectionPlaces.visit(visit), VisitStreams.PREPARATION.of(visit), done.version()),
        form -> page.of(visit, step, form));
  }
}
