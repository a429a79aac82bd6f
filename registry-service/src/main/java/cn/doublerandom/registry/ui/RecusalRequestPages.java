package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.RecusalRequests;
import cn.doublerandom.registry.inspector.RecusalAsked;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 回避, or its revocation, that waits. */
@Path("/ui/requests/recusals")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class RecusalRequestPages {
  @Inject RequestDesk desk;
  @Inject RecusalRequests recusals;
  @Inject WhoIsMeant who;

  @GET
  @Path("/{id}/{subject}")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(
      @PathParam("id") @Size(max = 64) String id,
      @PathParam("subject") @Size(max = 64) String subject) {
    return desk.show(request(id, subject));
  }

  @POST
  @Path("/{id}/{subject}/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approve(
      @PathParam("id") @Size(max = 64) String id,
      @PathParam("subject") @Size(max = 64) String subject,
      byte[] body) {
    return desk.decide(
        body,
        RegistryStreams.INSPECTOR.of(id),
        form -> recusals.approve(id, subject, form.approval("approve-recusal " + subject)),
        () -> request(id, subject));
  }

  @POST
  @Path("/{id}/{subject}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("id") @Size(max = 64) String id,
      @PathParam("subject") @Size(max = 64) String subject,
      byte[] body) {
    return desk.decide(
        body,
        RegistryStreams.INSPECTOR.of(id),
        form -> {
          RequestEnd end = form.as(RequestEnd.class);
          return recusals.decline(id, subject, end.reason(), form.context(end));
        },
        () -> request(id, subject));
  }

  @POST
  @Path("/{id}/{subject}/withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> withdraw(
      @PathParam("id") @Size(max = 64) String id,
      @PathParam("subject") @Size(max = 64) String subject,
      byte[] body) {
    return desk.decide(
        body,
        RegistryStreams.INSPECTOR.of(id),
        form -> {
          RequestEnd end = form.as(RequestEnd.class);
          return recusals.withdraw(id, subject, end.reason(), form.context(end));
        },
        () -> request(id, subject));
  }

  private Uni<ShownRequest> request(String id, String subject) {
    return recusals
        .waiting(id, subject)
        .flatMap(loaded ->
            who.inspector(id)
                .flatMap(officer ->
                    who.subject(subject)
                        .map(firm -> Stream.concat(officer.stream(), firm.stream()).toList()))
                .map(both -> shown(id, subject, loaded.state(), both, loaded.version())));
  }

  private ShownRequest shown(
      String id, String subject, List<RecusalAsked> asked, List<RequestFact> both, long version) {
    List<RequestFact> facts = new ArrayList<>(both);
    asked.forEach(one -> {
      facts.add(new RequestFact(desk.words().content(), desk.asked().of(one)));
      facts.addAll(desk.facts().recusal(one.recusal()));
    });
    return new ShownRequest(
        id + " · " + subject,
        asked.getFirst().revokes() ? "recusal-revoked" : "recusal",
        RegistryPlaces.inspector(id),
        facts,
        Objects.requireNonNullElse(asked.getFirst().revokedFor(), ""),
        asked.stream().map(RecusalAsked::by).distinct().toList(),
        version,
        RequestActs.ofThree(
            RegistryPlaces.request("recusals", id, subject),
            List.of(Roles.APPROVER),
            List.of(Roles.REGISTRAR)));
  }
}
