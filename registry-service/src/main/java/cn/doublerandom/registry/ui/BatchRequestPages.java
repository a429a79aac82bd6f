package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.application.AbsenceRequests;
import cn.doublerandom.registry.application.Items;
import cn.doublerandom.registry.application.LastAppended;
import cn.doublerandom.registry.application.RecusalRequests;
import cn.doublerandom.registry.application.StatusRequests;
import cn.doublerandom.registry.rest.SubjectStatusResource.RequestEnd;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import io.smallrye.common.annotation.Blocking;
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
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** What one table asked for at once, and is decided at once. */
@Path("/ui/requests/batches")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class BatchRequestPages {
  @Inject BatchDesk desk;
  @Inject ShownBatches shown;
  @Inject StatusRequests statuses;
  @Inject AbsenceRequests absences;
  @Inject RecusalRequests recusals;
  @Inject Items items;

  @GET
  @Path("/status/{batch}")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> statuses(@PathParam("batch") @Size(max = 64) String batch) {
    return desk.show(shown.statuses(batch));
  }

  @POST
  @Path("/status/{batch}/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approveStatuses(
      @PathParam("batch") @Size(max = 64) String batch, byte[] body) {
    return decide(
        body,
        form -> statuses.approveBatch(batch, form.context("approve-status " + batch)).last(),
        () -> shown.statuses(batch));
  }

  @POST
  @Path("/status/{batch}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> declineStatuses(
      @PathParam("batch") @Size(max = 64) String batch, byte[] body) {
    return decide(
        body,
        form -> statuses.declineBatch(batch, reason(form), form.context(end(form))).last(),
        () -> shown.statuses(batch));
  }

  @POST
  @Path("/status/{batch}/withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> withdrawStatuses(
      @PathParam("batch") @Size(max = 64) String batch, byte[] body) {
    return decide(
        body,
        form -> statuses.withdrawBatch(batch, reason(form), form.context(end(form))).last(),
        () -> shown.statuses(batch));
  }

  @GET
  @Path("/absence/{batch}")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> absences(@PathParam("batch") @Size(max = 64) String batch) {
    return desk.show(shown.absences(batch));
  }

  @POST
  @Path("/absence/{batch}/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approveAbsences(
      @PathParam("batch") @Size(max = 64) String batch, byte[] body) {
    return decide(
        body,
        form -> absences.approveBatch(batch, form.context("approve-absences " + batch)).last(),
        () -> shown.absences(batch));
  }

  @POST
  @Path("/absence/{batch}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> declineAbsences(
      @PathParam("batch") @Size(max = 64) String batch, byte[] body) {
    return decide(
        body,
        form -> absences.declineBatch(batch, reason(form), form.context(end(form))).last(),
        () -> shown.absences(batch));
  }

  @POST
  @Path("/absence/{batch}/withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> withdrawAbsences(
      @PathParam("batch") @Size(max = 64) String batch, byte[] body) {
    return decide(
        body,
        form -> absences.withdrawBatch(batch, reason(form), form.context(end(form))).last(),
        () -> shown.absences(batch));
  }

  @GET
  @Path("/recusal/{batch}")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> recusals(@PathParam("batch") @Size(max = 64) String batch) {
    return desk.show(shown.recusals(batch));
  }

  @POST
  @Path("/recusal/{batch}/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approveRecusals(
      @PathParam("batch") @Size(max = 64) String batch, byte[] body) {
    return decide(
        body,
        form -> recusals.approveBatch(batch, form.context("approve-recusals " + batch)).last(),
        () -> shown.recusals(batch));
  }

  @POST
  @Path("/recusal/{batch}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> declineRecusals(
      @PathParam("batch") @Size(max = 64) String batch, byte[] body) {
    return decide(
        body,
        form -> recusals.declineBatch(batch, reason(form), form.context(end(form))).last(),
        () -> shown.recusals(batch));
  }

  @POST
  @Path("/recusal/{batch}/withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> withdrawRecusals(
      @PathParam("batch") @Size(max = 64) String batch, byte[] body) {
    return decide(
        body,
        form -> recusals.withdrawBatch(batch, reason(form), form.context(end(form))).last(),
        () -> shown.recusals(batch));
  }

  @GET
  @Path("/renaming/{batch}")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.COORDINATOR,
    Roles.UNIT_LEAD,
    Roles.APPROVER,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> renamings(@PathParam("batch") @Size(max = 64) String batch) {
    return desk.show(shown.renamings(batch));
  }

  @POST
  @Path("/renaming/{batch}/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.UNIT_LEAD, Roles.APPROVER})
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approveRenamings(
      @PathParam("batch") @Size(max = 64) String batch, byte[] body) {
    return decide(
        body,
        form -> items.approveRenamings(batch, form.context("approve-renamings " + batch)).last(),
        () -> shown.renamings(batch));
  }

  @POST
  @Path("/renaming/{batch}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.UNIT_LEAD, Roles.APPROVER})
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> declineRenamings(
      @PathParam("batch") @Size(max = 64) String batch, byte[] body) {
    return decide(
        body,
        form -> items.endRenamings(batch, reason(form), form.context(end(form))).last(),
        () -> shown.renamings(batch));
  }

  private static RequestEnd end(Form form) {
    return form.as(RequestEnd.class);
  }

  private static String reason(Form form) {
    return end(form).reason();
  }

  private Uni<RestResponse<String>> decide(
      byte[] body, Function<Form, LastAppended> decision, Supplier<Uni<ShownBatch>> again) {
    return desk.decide(body, decision, again);
  }
}
