package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.AbsenceRequests;
import cn.doublerandom.registry.application.InspectorPerson;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorDetails;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 请假, 离岗, 在岗, or another entry of an inspector, that waits. */
@Path("/ui/requests/absences")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class AbsenceRequestPages {
  @Inject RequestDesk desk;
  @Inject AbsenceRequests absences;

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
        RegistryStreams.INSPECTOR.of(id),
        form -> absences.approve(id, form.approval("approve-absence")),
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
        RegistryStreams.INSPECTOR.of(id),
        form -> {
          RequestEnd end = form.as(RequestEnd.class);
          return absences.decline(id, end.reason(), form.context(end));
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
        RegistryStreams.INSPECTOR.of(id),
        form -> {
          RequestEnd end = form.as(RequestEnd.class);
          return absences.withdraw(id, end.reason(), form.context(end));
        },
        () -> request(id));
  }

  private Uni<ShownRequest> request(String id) {
    boolean decides = desk.hasRole(Roles.APPROVER) || desk.hasRole(Roles.REGISTRAR);
    return absences.waiting(id, decides).map(loaded -> shown(id, loaded.state(), loaded.version()));
  }

  private ShownRequest shown(String id, AbsenceRequests.Waiting waiting, long version) {
    Inspector.AbsenceAsked asked = Objects.requireNonNull(waiting.entry().absenceAsked());
    List<RequestFact> facts = new ArrayList<>();
    facts.add(new RequestFact(desk.words().content(), desk.asked().of(asked)));
    facts.add(desk.facts().one("编号", id));
    facts.addAll(of(waiting, desk.facts()));
    if (waiting.was() != null) {
      facts.add(new RequestFact(desk.words().now(), words(waiting.was())));
    }
    if (waiting.becomes() != null) {
      facts.add(new RequestFact(desk.words().then(), words(waiting.becomes())));
    }
    if (asked.batch() != null) {
      facts.add(new RequestFact(desk.words().batch(), asked.batch()));
    }
    facts.add(new RequestFact(desk.words().by(), asked.by()));
    return new ShownRequest(
        id + " " + waiting.asked().name(),
        "absence",
        RegistryPlaces.inspector(id),
        facts,
        asked.leave() == null ? "" : asked.leave().reason(),
        List.of(asked.by()),
        version,
        RequestActs.ofThree(
            RegistryPlaces.request("absences", id),
            List.of(Roles.APPROVER),
            List.of(Roles.REGISTRAR)));
  }

  /** Who it is; of who arrives all of the entry, of another what changes. */
  static List<RequestFact> of(AbsenceRequests.Waiting waiting, RequestFacts said) {
    InspectorDetails asked = waiting.asked().details();
    List<RequestFact> facts = new ArrayList<>();
    facts.add(said.one("姓名", waiting.asked().name()));
    if (!waiting.arrives()) {
      facts.add(said.one("单位", waiting.entry().details().unit()));
      facts.addAll(said.changes(waiting.facts()));
      return facts;
    }
    facts.add(said.one("执法证号", asked.certificate()));
    if (!asked.more().provincialCertificate().isEmpty()) {
      facts.add(said.one("省政府执法证号", asked.more().provincialCertificate()));
    }
    facts.addAll(said.entry(waiting.facts()));
    return facts;
  }

  private static String words(InspectorPerson person) {
    return person.name()
        + " "
        + person.details().certificate()
        + " "
        + person.details().more().provincialCertificate();
  }
}
