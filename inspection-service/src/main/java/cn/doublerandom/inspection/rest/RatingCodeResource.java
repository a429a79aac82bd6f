package cn.doublerandom.inspection.rest;

import cn.doublerandom.inspection.application.RatingCodes;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 评价码: the code by which a firm rates its visit, and which its officers never see. */
@Path("/api/v1/visits/{visitId}/rating-code")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "checks", description = "扫码入企")
public class RatingCodeResource {
  @Inject RatingCodes codes;
  @Inject Requests requests;

  @POST
  @Creates
  @Conditional
  @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
  @Operation(
      summary =
          "A code for the firm by which it rates its visit, told once; the one before is void",
      description =
          "By somebody of no unit of the team, who hands it to the firm; who had it made stands beside the visit"
              + " (ADR 89).")
  public Uni<RestResponse<RatingCodes.MadeCode>> make(
      @PathParam("visitId") @Size(max = 160) String visitId) {
    return codes
        .make(visitId, requests.unit(), requests.contexts("rating-code"))
        .map(code -> RestResponse.status(RestResponse.Status.CREATED, code));
  }
}
