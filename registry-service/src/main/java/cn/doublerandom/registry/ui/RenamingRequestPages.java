package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.Items;
import cn.doublerandom.registry.item.InspectionItem;
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

/** A claimed item that is to have another name. */
@Path("/ui/requests/renamings")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class RenamingRequestPages {
  private static final List<String> DECIDERS =
      List.of(Roles.REGISTRAR, Roles.COORDINATOR, Roles.UNIT_LEAD, Roles.APPROVER);

  @Inject RequestDesk desk;
  @Inject Items items;

  @GET
  @Path("/{code}")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.COORDINATOR,
    Roles.UNIT_LEAD,
    Roles.APPROVER,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("code") @Size(max = 64) String code) {
    return desk.show(request(code));
  }

  @POST
  @Path("/{code}/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.UNIT_LEAD, Roles.APPROVER})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approve(
      @PathParam("code") @Size(max = 64) String code, byte[] body) {
    return desk.decide(
        body,
        RegistryStreams.ITEM.of(code),
        form -> items.approveRenaming(code, form.approval("renaming-approval")),
        () -> request(code));
  }

  @POST
  @Path("/{code}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.UNIT_LEAD, Roles.APPROVER})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("code") @Size(max = 64) String code, byte[] body) {
    return desk.decide(
        body,
        RegistryStreams.ITEM.of(code),
        form -> {
          RequestEnd end = form.as(RequestEnd.class);
          return items.endRenaming(code, end.reason(), form.context(end));
        },
        () -> request(code));
  }

  private Uni<ShownRequest> request(String code) {
    return items.one(code).map(loaded -> shown(code, loaded.state(), loaded.version()));
  }

  private ShownRequest shown(String code, InspectionItem item, long version) {
    if (!(item instanceof InspectionItem.Claimed claimed)) {
      throw new ProblemException(RegistryRejection.RENAMING_NOT_REQUESTED);
    }
    var asked =
        claimed
            .renaming()
            .orElseThrow(() -> new ProblemException(RegistryRejection.RENAMING_NOT_REQUESTED));
    List<RequestFact> facts = new ArrayList<>();
    facts.addAll(desk.facts().changes(Items.changes(claimed.details(), asked.becomes())));
    facts.add(new RequestFact(desk.words().batch(), asked.batch()));
    facts.add(new RequestFact(desk.words().by(), asked.by()));
    return new ShownRequest(
        code,
        "renaming",
        RegistryPlaces.item(code),
        facts,
        "",
        List.of(asked.by()),
        version,
        RequestActs.ofTwo(RegistryPlaces.request("renamings", code), DECIDERS, DECIDERS));
  }
}
