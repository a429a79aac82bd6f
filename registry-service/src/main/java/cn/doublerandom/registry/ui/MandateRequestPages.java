package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.Offices;
import cn.doublerandom.registry.office.Office;
import cn.doublerandom.registry.office.OfficeMandate;
import cn.doublerandom.registry.rest.SubjectStatusResource.RequestEnd;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
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

/** 三定职责 that wait. */
@Path("/ui/requests/mandates")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class MandateRequestPages {
  @Inject RequestDesk desk;
  @Inject Offices offices;

  @GET
  @Path("/{unit}")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("unit") @Size(max = 58) String unit) {
    return desk.show(request(unit));
  }

  @POST
  @Path("/{unit}/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approve(
      @PathParam("unit") @Size(max = 58) String unit, byte[] body) {
    return desk.decide(
        body,
        RegistryStreams.OFFICE.of(unit),
        form -> offices.approve(unit, form.approval("approve-mandate")),
        () -> request(unit));
  }

  @POST
  @Path("/{unit}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.APPROVER, Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("unit") @Size(max = 58) String unit, byte[] body) {
    return desk.decide(
        body,
        RegistryStreams.OFFICE.of(unit),
        form -> {
          RequestEnd end = form.as(RequestEnd.class);
          return offices.end(unit, end.reason(), form.context(end));
        },
        () -> request(unit));
  }

  private Uni<ShownRequest> request(String unit) {
    return offices
        .known(unit)
        .flatMap(loaded ->
            offices
                .uncovered(loaded.state())
                .map(uncovered -> shown(unit, loaded.state(), uncovered, loaded.version())));
  }

  /** A mandate in full: by its level, too, items are claimed. */
  private List<RequestFact> of(OfficeMandate mandate) {
    List<RequestFact> facts = new ArrayList<>();
    facts.add(new RequestFact(desk.words().level(), desk.ofOffices().levelOf(mandate.level())));
    facts.add(new RequestFact(desk.words().document(), mandate.document()));
    mandate
        .clauses()
        .forEach(clause ->
            facts.add(
                new RequestFact(
                    desk.words().clauses(),
                    clause.number()
                        + " "
                        + clause.duty()
                        + "（"
                        + String.join("、", clause.fields())
                        + "）")));
    return facts;
  }

  private ShownRequest shown(String unit, Office office, List<String> uncovered, long version) {
    Office.MandateAsked asked =
        office
            .asked()
            .orElseThrow(() -> new ProblemException(RegistryRejection.MANDATE_NOT_REQUESTED));
    List<RequestFact> facts = new ArrayList<>();
    facts.addAll(of(asked.mandate()));
    office
        .mandate()
        .ifPresent(before ->
            of(before)
                .forEach(fact ->
                    facts.add(new RequestFact(desk.words().ofNow(fact.label()), fact.value()))));
    if (!uncovered.isEmpty()) {
      facts.add(new RequestFact(desk.words().uncovered(), String.join("、", uncovered)));
    }
    facts.add(new RequestFact(desk.words().by(), asked.by()));
    return new ShownRequest(
        unit,
        "mandate",
        null,
        facts,
        "",
        List.of(asked.by()),
        version,
        RequestActs.ofTwo(
            RegistryPlaces.request("mandates", unit),
            List.of(Roles.APPROVER),
            List.of(Roles.APPROVER, Roles.REGISTRAR, Roles.COORDINATOR)));
  }
}
