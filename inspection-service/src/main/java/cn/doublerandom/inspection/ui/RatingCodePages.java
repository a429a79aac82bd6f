package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.application.Preparations;
import cn.doublerandom.inspection.application.RatingCodes;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.ui.Desk;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 评价码: somebody of another unit has it made, and hands it to the firm. */
@Path("/ui/visits/{visit}/rating-code")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class RatingCodePages {
  @Inject
  @Location("inspection/rating-code.html")
  Template codePage;

  @Inject Desk desk;
  @Inject VisitPage page;
  @Inject RatingCodes codes;
  @Inject Preparations preparations;
  @Inject VisitReader reader;

  @GET
  @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("visit") @Size(max = 160) String visit) {
    return desk.show(shown(visit, desk.forms().blank(), ""));
  }

  /** The code stands on the page that answers, and nowhere else. */
  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> make(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return desk.tells(
        body,
        form ->
            codes
                .make(visit, reader.unit(), () -> form.context("rating-code"))
                .flatMap(made -> shown(visit, desk.forms().blank(), made.code())),
        form -> shown(visit, form, ""));
  }

  private Uni<TemplateInstance> shown(String visit, FilledForm form, String made) {
    return page.readable(visit)
        .flatMap(shown ->
            preparations
                .of(visit)
                .map(prepared ->
                    codePage
                        .data("shown", shown)
                        .data("done", prepared.done())
                        .data("form", form)
                        .data("made", made)));
  }
}
