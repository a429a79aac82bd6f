package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.InspectorErasures;
import cn.doublerandom.registry.rest.SubjectStatusResource.RequestEnd;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 个人信息删除 of inspectors that comes to nothing. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inspectors", description = "执法检查人员名录库")
public class InspectorErasureEndResource {
  @Inject InspectorErasures erasures;
  @Inject Requests requests;

  @POST
  @Versioned
  @Conditional
  @Path("/inspectors/{id}/erasure/decline")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person does not agree, with a reason: the name stays readable")
  public Uni<RestResponse<InspectorResource.ErasureState>> decline(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid RequestEnd end) {
    return erasures
        .decline(id, end.reason(), requests.context(end))
        .map(handled ->
            Answers.ok(handled, state -> new InspectorResource.ErasureState(id, "ENDED")));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/inspectors/{id}/erasure/withdrawal")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Whoever asked takes it back, with a reason: the name stays readable")
  public Uni<RestResponse<InspectorResource.ErasureState>> withdraw(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid RequestEnd end) {
    return erasures
        .withdraw(id, end.reason(), requests.context(end))
        .map(handled ->
            Answers.ok(handled, state -> new InspectorResource.ErasureState(id, "ENDED")));
  }
}
