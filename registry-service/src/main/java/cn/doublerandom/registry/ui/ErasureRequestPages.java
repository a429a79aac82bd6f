package cn.doublerandom.registry.ui;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.registry.application.ErasureAsked;
import cn.doublerandom.registry.application.Erasures;
import cn.doublerandom.registry.application.InspectorErasures;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.ui.Forms;
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
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 个人信息删除 that waits. */
@Path("/ui/requests/erasures")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ErasureRequestPages {
  @Inject RequestDesk desk;
  @Inject Erasures erasures;
  @Inject InspectorErasures inspectors;
  @Inject WhoIsMeant who;

  @GET
  @Path("/subject/{id}")
  @RolesAllowed({Roles.REGISTRAR, Roles.APPROVER, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> subject(@PathParam("id") @Size(max = 64) String id) {
    return desk.show(ofSubject(id));
  }

  @POST
  @Path("/subject/{id}/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approveSubject(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.does(
        body,
        form ->
            erasures
                .approveOfSubject(id, form.approval("erasure-approval"))
                .map(gone -> desk.decided(form, gone)),
        () -> ofSubject(id));
  }

  @GET
  @Path("/expert/{id}")
  @RolesAllowed({Roles.REGISTRAR, Roles.APPROVER, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> expert(@PathParam("id") @Size(max = 64) String id) {
    return desk.show(ofExpert(id));
  }

  @POST
  @Path("/expert/{id}/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approveExpert(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.does(
        body,
        form ->
            erasures
                .approveOfExpert(id, form.approval("erasure-approval"))
                .map(gone -> desk.decided(form, gone)),
        () -> ofExpert(id));
  }

  @GET
  @Path("/inspector/{id}")
  @RolesAllowed({Roles.REGISTRAR, Roles.APPROVER, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> inspector(@PathParam("id") @Size(max = 64) String id) {
    return desk.show(ofInspector(id));
  }

  @POST
  @Path("/inspector/{id}/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approveInspector(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.does(
        body,
        form ->
            inspectors
                .approve(id, form.approval("erasure-approval"))
                .map(gone -> desk.decided(form, gone)),
        () -> ofInspector(id));
  }

  private Uni<ShownRequest> ofSubject(String id) {
    return erasures
        .waitingOfSubject(id)
        .flatMap(asked ->
            who.subject(id)
                .map(whom -> shown("subject", id, RegistryPlaces.subject(id), whom, asked)));
  }

  private Uni<ShownRequest> ofExpert(String id) {
    return erasures
        .waitingOfExpert(id)
        .flatMap(asked -> who.expert(id).map(whom -> shown("expert", id, null, whom, asked)));
  }

  private Uni<ShownRequest> ofInspector(String id) {
    return inspectors
        .waiting(id)
        .flatMap(asked ->
            who.inspector(id)
                .map(whom -> shown("inspector", id, RegistryPlaces.inspector(id), whom, asked)));
  }

  private ShownRequest shown(
      String whose,
      String id,
      @Nullable String entry,
      List<RequestFact> whom,
      CommandHandler.Loaded<ErasureAsked> asked) {
    List<RequestFact> facts = new ArrayList<>(whom);
    facts.add(new RequestFact(desk.words().by(), asked.state().by()));
    return new ShownRequest(
        id,
        "erasure",
        entry,
        facts,
        asked.state().reason(),
        List.of(asked.state().by()),
        asked.version(),
        RequestActs.ofOne(
            RegistryPlaces.request("erasures", whose, id), List.of(Roles.APPROVER), true));
  }
}
