package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.InTurn;
import cn.doublerandom.servicekit.ui.Forms;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** What is sent of a table that is to be a new plan, as {@code /api/v1/plans/imports} takes it. */
@Path("/ui/plans/imports")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class PlanImportForms {
  private static final String NEW = "";

  @Inject Importing importing;

  @POST
  @Consumes(Forms.PARTS)
  @RolesAllowed(Roles.COORDINATOR)
  @InTurn
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> file(byte[] body) {
    return importing.file(NEW, body);
  }

  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @InTurn
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> fields(byte[] body) {
    return importing.fields(NEW, body);
  }
}
