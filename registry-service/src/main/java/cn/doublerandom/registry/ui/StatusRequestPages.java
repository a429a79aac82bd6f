package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.StatusRequests;
import cn.doublerandom.registry.rest.SubjectStatusResource.RequestEnd;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 登记状态, a new subject or another name, that waits. */
@Path("/ui/requests/status")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class StatusRequestPages {
  @Inject RequestDesk desk;
  @Inject StatusRequests statuses;
  @Inject Requests requests;

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
        form -> statuses.approve(id, form.approval("approve-status")),
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
          return statuses.decline(id, end.reason(), form.context(end));
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
          return statuses.withdraw(id, end.reason(), form.context(end));
        },
        () -> request(id));
  }

  private Uni<ShownRequest> request(String id) {
    boolean decides = desk.hasRole(Roles.APPROVER) || desk.hasRole(Roles.REGISTRAR);
    return statuses
        .waiting(id, decides, BusinessClock.day(requests.now()))
        .map(loaded -> shown(loaded.state(), loaded.version()));
  }

  /** Of who is new all of the entry; of another what changes, and of a person who it is. */
  static List<RequestFact> of(StatusRequests.Waiting waiting, RequestFacts said) {
    List<RequestFact> facts = new ArrayList<>();
    SubjectKind kind = waiting.stands().kind();
    facts.add(said.one("编码", waiting.entry().details().id()));
    if (waiting.isNew()) {
      facts.add(said.kind(kind));
      facts.addAll(said.entry(waiting.facts()));
    } else {
      if (kind == SubjectKind.PERSON) {
        facts.add(said.one("名称", waiting.stands().name()));
      }
      facts.addAll(said.changes(waiting.facts()));
    }
    return facts;
  }

  private ShownRequest shown(StatusRequests.Waiting waiting, long version) {
    SubjectDetails known = waiting.entry().details();
    Subject.StatusAsked asked = Objects.requireNonNull(waiting.entry().statusAsked());
    List<RequestFact> facts = new ArrayList<>();
    facts.add(new RequestFact(desk.words().content(), desk.asked().of(asked, known.status())));
    facts.addAll(of(waiting, desk.facts()));
    facts.add(new RequestFact(desk.words().from(), asked.effective().toString()));
    if (asked.batch() != null) {
      facts.add(new RequestFact(desk.words().batch(), asked.batch()));
    }
    facts.add(new RequestFact(desk.words().by(), asked.by()));
    String at = RegistryPlaces.request("status", known.id());
    return new ShownRequest(
        known.name(),
        known.status() == SubjectStatus.UNCONFIRMED ? "entry" : "status",
        RegistryPlaces.subject(known.id()),
        facts,
        asked.reason(),
        List.copyOf(asked.touchedBy()),
        version,
        RequestActs.ofThree(at, List.of(Roles.APPROVER), List.of(Roles.REGISTRAR)));
  }
}
