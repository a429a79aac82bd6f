package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.Erasures;
import cn.doublerandom.registry.rest.SubjectStatusResource.RequestEnd;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Refuses;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 个人信息删除 of subjects that are persons. */
@Path("/api/v1/subjects/{id}/erasure")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subjects", description = "检查对象名录库")
public class SubjectErasureResource {
  @Inject Erasures erasures;
  @Inject Requests requests;

  @POST
  @Creates
  @Versioned
  @Conditional
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Ask that a person who is off the register be made unreadable for ever")
  public Uni<RestResponse<InspectorResource.ErasureState>> request(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid InspectorResource.Erasure body) {
    return erasures
        .requestOfSubject(id, body.reason(), requests.context(body))
        .map(handled ->
            Answers.created(handled, state -> new InspectorResource.ErasureState(id, "REQUESTED")));
  }

  @GET
  @Versioned
  @Refuses(409)
  @RolesAllowed({Roles.REGISTRAR, Roles.APPROVER, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(summary = "The erasure that was asked for; who approves it names its ETag")
  public Uni<RestResponse<InspectorResource.ErasureRequest>> waiting(
      @PathParam("id") @Size(max = 64) String id) {
    return erasures
        .waitingOfSubject(id)
        .map(loaded -> InspectorResource.ErasureRequest.read(id, loaded));
  }

  @POST
  @Approves(read = "/api/v1/subjects/{id}/erasure")
  @Path("/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Approve: the person's key is destroyed; nobody can undo this")
  public Uni<InspectorResource.ErasureState> approve(@PathParam("id") @Size(max = 64) String id) {
    return erasures
        .approveOfSubject(id, requests.context("erasure-approval"))
        .map(done -> new InspectorResource.ErasureState(id, "ERASED"));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/decline")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person does not agree, with a reason: everything stays readable")
  public Uni<RestResponse<InspectorResource.ErasureState>> decline(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid RequestEnd end) {
    return erasures
        .declineOfSubject(id, end.reason(), requests.context(end))
        .map(handled ->
            Answers.ok(handled, state -> new InspectorResource.ErasureState(id, "ENDED")));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/withdrawal")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Whoever asked takes it back, with a reason: everything stays readable")
  public Uni<RestResponse<InspectorResource.ErasureState>> withdraw(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid RequestEnd end) {
    return erasures
        .withdrawOfSubject(id, end.reason(), requests.context(end))
        .map(handled ->
            Answers.ok(handled, state -> new InspectorResource.ErasureState(id, "ENDED")));
  }
}
