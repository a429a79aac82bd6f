package cn.doublerandom.registry.ui;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.ErasureAsked;
import cn.doublerandom.registry.application.Erasures;
import cn.doublerandom.registry.application.InspectorErasures;
import cn.doublerandom.registry.application.People;
import cn.doublerandom.registry.rest.SubjectStatusResource.RequestEnd;
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

  @POST
  @Path("/subject/{id}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> declineSubject(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.decide(
        body,
        RegistryStreams.ERASURE.of(People.subject(id).name()),
        form -> {
          RequestEnd end = form.as(RequestEnd.class);
          return erasures.declineOfSubject(id, end.reason(), form.context(end));
        },
        () -> ofSubject(id));
  }

  @POST
  @Path("/subject/{id}/withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> withdrawSubject(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.decide(
        body,
        RegistryStreams.ERASURE.of(People.subject(id).name()),
        form -> {
          RequestEnd end = form.as(RequestEnd.class);
          return erasures.withdrawOfSubject(id, end.reason(), form.context(end));
        },
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

  @POST
  @Path("/expert/{id}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> declineExpert(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.decide(
        body,
        RegistryStreams.ERASURE.of(People.expert(id).name()),
        form -> {
          RequestEnd end = form.as(RequestEnd.class);
          return erasures.declineOfExpert(id, end.reason(), form.context(end));
        },
        () -> ofExpert(id));
  }

  @POST
  @Path("/expert/{id}/withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> withdrawExpert(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.decide(
        body,
        RegistryStreams.ERASURE.of(People.expert(id).name()),
        form -> {
          RequestEnd end = form.as(RequestEnd.class);
          return erasures.withdrawOfExpert(id, end.reason(), form.context(end));
        },
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

  @POST
  @Path("/inspector/{id}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> declineInspector(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.decide(
        body,
        RegistryStreams.INSPECTOR.of(id),
        form -> {
          RequestEnd end = form.as(RequestEnd.class);
          return inspectors.decline(id, end.reason(), form.context(end));
        },
        () -> ofInspector(id));
  }

  @POST
  @Path("/inspector/{id}/withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> withdrawInspector(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.decide(
        body,
        RegistryStreams.INSPECTOR.of(id),
        form -> {
          RequestEnd end = form.as(RequestEnd.class);
          return inspectors.withdraw(id, end.reason(), form.context(end));
        },
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
        List.copyOf(asked.state().touchedBy()),
        asked.version(),
        acts(RegistryPlaces.request("erasures", whose, id), asked.state().isApproved()));
  }

  /** What was agreed to and broke off is only gone on with. */
  private static RequestActs acts(String at, boolean approved) {
    List<String> deciders = List.of(Roles.APPROVER);
    return approved
        ? RequestActs.ofOne(at, deciders, true)
        : RequestActs.ofErasure(at, deciders, List.of(Roles.REGISTRAR));
  }
}
