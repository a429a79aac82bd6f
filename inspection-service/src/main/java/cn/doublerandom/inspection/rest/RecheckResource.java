package cn.doublerandom.inspection.rest;

import cn.doublerandom.inspection.application.Rechecks;
import cn.doublerandom.inspection.application.Rechecks.OwnRecheck;
import cn.doublerandom.inspection.application.Rechecks.ToRecheck;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 责令改正复查 as a visit of its own, for the two officers it is planned for. */
@Path("/api/v1/rechecks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rechecks", description = "责令改正复查")
public class RecheckResource {
  @Inject Rechecks rechecks;
  @Inject Officers officers;

  @GET
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary = "The re-checks one goes on oneself and that are not over, the first day first")
  public Uni<List<OwnRecheck>> own() {
    return rechecks.own(officers.officer());
  }

  @GET
  @Versioned
  @Path("/{visitId}/{number}")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary =
          "The re-check of an order: its day, its officers, what was ordered and what was seen",
      description =
          "It is recorded at `/visits/{visitId}/follow-ups/{number}/recheck` and confirmed below it, by its two officers and from its day on.")
  public Uni<RestResponse<ToRecheck>> one(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("number") @Min(1) @Max(1000) int number) {
    return rechecks
        .one(visitId, number, officers.officer())
        .map(found -> Answers.versioned(found, found.version()));
  }
}
