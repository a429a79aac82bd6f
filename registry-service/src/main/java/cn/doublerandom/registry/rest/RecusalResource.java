package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.Inspectors;
import cn.doublerandom.registry.application.RecusalImports;
import cn.doublerandom.registry.application.RecusalRequests;
import cn.doublerandom.registry.inspector.DeclaredReason;
import cn.doublerandom.registry.inspector.DeclaringSide;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.Recusal;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Refuses;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.BodyLimits;
import cn.doublerandom.servicekit.rest.InTurn;
import cn.doublerandom.servicekit.rest.MediaTypes;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 回避: entered by tables, decided by another person. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inspectors", description = "执法检查人员名录库")
public class RecusalResource {
  @Inject RecusalImports imports;
  @Inject RecusalRequests recusals;
  @Inject Requests requests;

  @POST
  @Conditional
  @Path("/recusals/imports")
  @InTurn
  @Extension(name = BodyLimits.MOST_BYTES, value = BodyLimits.SMALL_TABLE)
  @Consumes({
    MediaTypes.CSV,
    MediaTypes.XLSX,
    MediaTypes.XLS,
    MediaTypes.TSV,
    MediaTypes.TEXT,
    MediaTypes.BYTES,
    MediaTypes.FORM
  })
  @RolesAllowed(Roles.REGISTRAR)
  @Blocking
  @Operation(summary = "Import recusals, csv or xlsx with a header row; another person must agree")
  public ImportReport loadRecusals(File file, @BeanParam ImportOptions options) throws IOException {
    return ImportReport.of(imports.take(requests.file(file), options.wish(), requests::context));
  }

  /**
   * A recusal that is asked for.
   *
   * @param from first day; absent where it always held
   * @param until last day; absent where it does not end
   * @param declaredBy absent where nobody says
   */
  public record RecusalDeclaration(
      @NotBlank @Size(max = 64) @Schema(examples = "91130534MA1014419A") String subject,
      @NotNull DeclaredReason reason,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable DeclaringSide declaredBy) {
    /** What is meant. */
    public Recusal meant() {
      return new Recusal(
          subject, reason.name(), from, until, declaredBy == null ? null : declaredBy.name());
    }
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/inspectors/{id}/recusals")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Ask that an inspector be recused from a subject; another person must agree")
  public Uni<RestResponse<List<NotedRecusal>>> declare(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid RecusalDeclaration body) {
    return recusals
        .declare(id, body.meant(), requests.context(body))
        .map(handled -> Answers.created(handled, RecusalResource::noted));
  }

  /** Why a recusal is to hold no more. */
  public record RecusalRevocation(@NotBlank @Size(max = 200) String reason) {}

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/inspectors/{id}/recusals/{subject}/revocation")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Ask that a recusal hold no more; another person must agree")
  public Uni<RestResponse<List<NotedRecusal>>> revoke(
      @PathParam("id") @Size(max = 64) String id,
      @PathParam("subject") @Size(max = 64) String subject,
      @NotNull @Valid RecusalRevocation body) {
    return recusals
        .revoke(id, subject, body.reason(), requests.context(body))
        .map(handled -> Answers.created(handled, RecusalResource::noted));
  }

  @GET
  @Versioned
  @Refuses(409)
  @Path("/inspectors/{id}/recusals/{subject}")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(
      summary =
          "What waits of one inspector and one subject for a second person, who names its ETag")
  public Uni<RestResponse<List<RecusalRequestResource.RecusalRequest>>> waiting(
      @PathParam("id") @Size(max = 64) String id,
      @PathParam("subject") @Size(max = 64) String subject) {
    return recusals
        .waiting(id, subject)
        .map(loaded ->
            Answers.versioned(
                loaded.state().stream().map(RecusalRequestResource.RecusalRequest::of).toList(),
                loaded.version()));
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/inspectors/{id}/recusals/{subject}")
  @Path("/inspectors/{id}/recusals/{subject}/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person agrees to what waits of one inspector and one subject")
  public Uni<RestResponse<List<NotedRecusal>>> approve(
      @PathParam("id") @Size(max = 64) String id,
      @PathParam("subject") @Size(max = 64) String subject) {
    return recusals
        .approve(id, subject, requests.context("approve-recusal " + subject))
        .map(handled -> Answers.ok(handled, RecusalResource::noted));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/inspectors/{id}/recusals/{subject}/decline")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person does not agree, with a reason: everything stays as it was")
  public Uni<RestResponse<List<NotedRecusal>>> decline(
      @PathParam("id") @Size(max = 64) String id,
      @PathParam("subject") @Size(max = 64) String subject,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    return recusals
        .decline(id, subject, end.reason(), requests.context(end))
        .map(handled -> Answers.ok(handled, RecusalResource::noted));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/inspectors/{id}/recusals/{subject}/withdrawal")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Whoever asked takes it back, with a reason: everything stays as it was")
  public Uni<RestResponse<List<NotedRecusal>>> withdraw(
      @PathParam("id") @Size(max = 64) String id,
      @PathParam("subject") @Size(max = 64) String subject,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    return recusals
        .withdraw(id, subject, end.reason(), requests.context(end))
        .map(handled -> Answers.ok(handled, RecusalResource::noted));
  }

  private static List<NotedRecusal> noted(Inspector inspector) {
    return NotedRecusal.of(Inspectors.registered(inspector));
  }
}
