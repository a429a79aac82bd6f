package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.Merges;
import cn.doublerandom.registry.rest.SubjectStatusResource.RequestEnd;
import cn.doublerandom.registry.subject.Subject;
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

/** 合并, or its reversal, that waits. */
@Path("/ui/requests/merges")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class MergeRequestPages {
  @Inject RequestDesk desk;
  @Inject Merges merges;
  @Inject WhoIsMeant who;

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("id") @Size(max = 64) String id) {
    return desk.show(request(id));
  }

  @POST
  @Path("/{id}/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approve(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.decide(
        body,
        RegistryStreams.SUBJECT.of(id),
        form -> merges.approve(id, form.approval("approve-merge")),
        () -> request(id));
  }

  @POST
  @Path("/{id}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.decide(
        body,
        RegistryStreams.SUBJECT.of(id),
        form -> {
          RequestEnd end = form.as(RequestEnd.class);
          return merges.decline(id, end.reason(), form.context(end));
        },
        () -> request(id));
  }

  @POST
  @Path("/{id}/withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> withdraw(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.decide(
        body,
        RegistryStreams.SUBJECT.of(id),
        form -> {
          RequestEnd end = form.as(RequestEnd.class);
          return merges.withdraw(id, end.reason(), form.context(end));
        },
        () -> request(id));
  }

  private Uni<ShownRequest> request(String id) {
    return merges
        .waiting(id)
        .flatMap(loaded ->
            both(id, loaded.state())
                .map(entries -> shown(id, loaded.state(), entries, loaded.version())));
  }

  /** Who is merged, and into whom. */
  private Uni<List<RequestFact>> both(String id, Subject.Asked asked) {
    return who.subject(id)
        .flatMap(entry ->
            asked
                .into()
                .map(into -> who.subject(into).map(other -> stands(entry, other)))
                .orElseGet(() -> Uni.createFrom().item(entry)));
  }

  private List<RequestFact> stands(List<RequestFact> entry, List<RequestFact> other) {
    List<RequestFact> facts = new ArrayList<>(entry);
    other.forEach(
        fact -> facts.add(new RequestFact(desk.words().ofInto(fact.label()), fact.value())));
    return facts;
  }

  private ShownRequest shown(
      String id, Subject.Asked asked, List<RequestFact> entries, long version) {
    List<RequestFact> facts = new ArrayList<>(entries);
    facts.add(new RequestFact(desk.words().from(), asked.effective().toString()));
    facts.add(new RequestFact(desk.words().by(), asked.by()));
    return new ShownRequest(
        id,
        asked.into().isPresent() ? "merge" : "unmerge",
        RegistryPlaces.subject(id),
        facts,
        asked.reason(),
        List.copyOf(asked.touchedBy()),
        version,
        RequestActs.ofThree(
            RegistryPlaces.request("merges", id),
            List.of(Roles.APPROVER),
            List.of(Roles.REGISTRAR)));
  }
}
