package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.FollowUpWork;
import cn.doublerandom.inspection.application.Rechecks;
import cn.doublerandom.inspection.followup.FollowUpEvent;
import cn.doublerandom.inspection.followup.FollowUps;
import cn.doublerandom.inspection.rest.FollowUpResource.RecheckRequest;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
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
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 责令改正复查 for its two officers: what was ordered, what they see, and the other's word. */
@Path("/ui/follow-ups/{visit}/{number}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class RecheckPages {
  @Inject
  @Location("inspection/recheck.html")
  Template onePage;

  @Inject Desk desk;
  @Inject Rechecks rechecks;
  @Inject FollowUpWork followUps;
  @Inject VisitReader reader;

  @GET
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(
      @PathParam("visit") @Size(max = 160) String visit, @PathParam("number") int number) {
    return desk.show(page(visit, number, "", desk.forms().blank()));
  }

  private Uni<TemplateInstance> page(String visit, int number, String step, FilledForm form) {
    FollowUpWords words = desk.words(FollowUpWords.class);
    return rechecks
        .one(visit, number, reader.officer())
        .map(found ->
            onePage
                .data(
                    "shown",
                    new ShownRecheck(found, reader.officer().account(), reader.today(), words))
                .data(
                    "results",
                    List.of(
                        new Choice("true", words.isCorrected()),
                        new Choice("false", words.notCorrected())))
                .data(
                    "forms",
                    new StepForms(desk.forms(), step, form, found.version(), found.version())));
  }

  @POST
  @Path("/recheck")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> look(
      @PathParam("visit") @Size(max = 160) String visit,
      @PathParam("number") int number,
      byte[] body) {
    return act(
        visit,
        number,
        "recheck",
        body,
        form -> {
          RecheckRequest seen = form.as(RecheckRequest.class);
          return followUps.state(
              visit,
              number,
              seen.corrected(),
              seen.note(),
              reader.officer(),
              () -> form.context(seen));
        });
  }

  @POST
  @Path("/confirmation")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> confirm(
      @PathParam("visit") @Size(max = 160) String visit,
      @PathParam("number") int number,
      byte[] body) {
    return act(
        visit,
        number,
        "confirmation",
        body,
        form ->
            followUps.confirm(
                visit, number, reader.officer(), () -> form.approval("confirm-recheck-" + number)));
  }

  private Uni<RestResponse<String>> act(
      String visit,
      int number,
      String step,
      byte[] body,
      Function<Form, Uni<Handled<FollowUpEvent, FollowUps>>> command) {
    return desk.act(
        body,
        command,
        done ->
            Desk.seen(
                InspectionPlaces.recheck(visit, number),
                VisitStreams.FOLLOW_UPS.of(visit),
                done.version()),
        form -> page(visit, number, step, form));
  }
}
