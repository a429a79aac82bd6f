package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.registry.application.ErasureAsked;
import cn.doublerandom.registry.application.InspectorErasures;
import cn.doublerandom.registry.application.InspectorImports;
import cn.doublerandom.registry.application.Inspectors;
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
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.quarkus.security.identity.SecurityIdentity;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 执法检查人员名录库 and 回避. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inspectors", description = "执法检查人员名录库")
public class InspectorResource {
  @Inject Inspectors inspectors;
  @Inject InspectorImports imports;
  @Inject InspectorErasures erasures;
  @Inject SecurityIdentity identity;
  @Inject Requests requests;

  /** Why a name is to be made unreadable for ever. */
  public record Erasure(@NotBlank @Size(max = 1000) String reason) {}

  /** How far an erasure is: REQUESTED, ERASED, or ENDED without it. */
  public record ErasureState(String id, String state) {}

  @POST
  @Conditional
  @Path("/inspectors/imports")
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
  @Operation(summary = "Import inspectors, csv or xlsx with a header row; names are sealed")
  public ImportReport load(File file, @BeanParam ImportOptions options) throws IOException {
    return ImportReport.of(imports.take(requests.file(file), options.wish(), requests::context));
  }

  @POST
  @Conditional
  @Path("/inspectors/imports/marked")
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
  @Produces(MediaTypes.XLSX)
  @RolesAllowed(Roles.REGISTRAR)
  @Blocking
  @Operation(
      summary = "The file as xlsx with its bad cells marked and explained; nothing is stored")
  public byte[] marked(File file) throws IOException {
    return imports.marked(requests.file(file), requests::context);
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/inspectors/{id}/erasure")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Ask that the name of one who left be made unreadable for ever")
  public Uni<RestResponse<ErasureState>> requestErasure(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid Erasure body) {
    return erasures
        .request(id, body.reason(), requests.context(body))
        .map(handled -> Answers.created(handled, state -> new ErasureState(id, "REQUESTED")));
  }

  /**
   * An erasure that was asked for.
   *
   * @param state REQUESTED or ERASED
   * @param requestedBy who asked last
   */
  public record ErasureRequest(String id, String state, String reason, String requestedBy) {
    static RestResponse<ErasureRequest> read(
        String id, CommandHandler.Loaded<ErasureAsked> loaded) {
      ErasureAsked asked = loaded.state();
      return Answers.versioned(
          new ErasureRequest(
              id, asked.isApproved() ? "ERASED" : "REQUESTED", asked.reason(), asked.by()),
          loaded.version());
    }
  }

  @GET
  @Versioned
  @Refuses(409)
  @Path("/inspectors/{id}/erasure")
  @RolesAllowed({Roles.REGISTRAR, Roles.APPROVER, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(summary = "The erasure that was asked for; who approves it names its ETag")
  public Uni<RestResponse<ErasureRequest>> erasure(@PathParam("id") @Size(max = 64) String id) {
    return erasures.waiting(id).map(loaded -> ErasureRequest.read(id, loaded));
  }

  @POST
  @Approves(read = "/api/v1/inspectors/{id}/erasure")
  @Path("/inspectors/{id}/erasure/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Approve: the person's key is destroyed; nobody can undo this")
  public Uni<ErasureState> approveErasure(@PathParam("id") @Size(max = 64) String id) {
    return erasures
        .approve(id, requests.context("erasure-approval"))
        .map(done -> new ErasureState(id, "ERASED"));
  }

  /**
   * Whether an inspector can be drawn on a day.
   *
   * @param reasons empty where eligible
   * @param conflicts subjects the inspector may not inspect, declared or following from the
   *     register
   */
  public record EligibilityAnswer(
      String id, LocalDate on, boolean eligible, List<Reason> reasons, List<Recusal> conflicts) {
    /** One reason, by code and in words. */
    public record Reason(String code, String text, String english) {}
  }

  @GET
  @Path("/inspectors/{id}/eligibility")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(summary = "Whether the inspector can be drawn on a day, and why not")
  public Uni<EligibilityAnswer> eligibility(
      @PathParam("id") @Size(max = 64) String id, @QueryParam("on") @NotNull LocalDate on) {
    return inspectors
        .on(on, id)
        .map(day ->
            new EligibilityAnswer(
                id,
                on,
                day.eligibility().isEligible(),
                day.eligibility().reasons().stream()
                    .map(r -> new EligibilityAnswer.Reason(r.name(), r.text(), r.english()))
                    .toList(),
                day.conflicts()));
  }

  @GET
  @Path("/inspectors")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(summary = "The register by number, as of today or of the day ?asOf= names")
  public Uni<Page<InspectorEntry>> list(
      @BeanParam @Valid Paging paging, @QueryParam("asOf") @Nullable LocalDate asOf) {
    LocalDate day = asOf == null ? today() : asOf;
    return inspectors
        .page(paging.afterKey(), paging.limit() + 1, day)
        .map(rows -> rows.stream().map(listed -> InspectorEntry.masked(listed, day)).toList())
        .map(entries -> Page.of(entries, paging.limit(), InspectorEntry::id));
  }

  @GET
  @Versioned
  @Path("/inspectors/{id}")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(
      summary =
          "One inspector with the name and what waits for another person; the number of the"
              + " certificate for who keeps the register")
  public Uni<RestResponse<InspectorEntry>> one(@PathParam("id") @Size(max = 64) String id) {
    LocalDate day = today();
    return inspectors
        .one(id, identity.hasRole(Roles.REGISTRAR), day)
        .map(opened -> Answers.versioned(InspectorEntry.of(opened, day), opened.version()));
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
