package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.RecusalRequests;
import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.registry.inspector.RecusalAsked;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.ApprovesBatch;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Recusals that wait for a second person, and what a table or a request asked for, at once. */
@Path("/api/v1/recusal-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inspectors", description = "执法检查人员名录库")
public class RecusalRequestResource {
  /** Requests on a page, of all its inspectors. */
  private static final int MOST_ON_A_PAGE = 1_000;

  @Inject RecusalRequests recusals;
  @Inject InspectorDirectory directory;
  @Inject Requests requests;

  /**
   * The recusals of one inspector that wait.
   *
   * @param requests in the order they were asked for
   */
  public record InspectorRequests(String inspector, List<RecusalRequest> requests) {
    static InspectorRequests of(InspectorDirectory.Entry entry, String batch) {
      return new InspectorRequests(
          entry.details().id(),
          entry.recusalsAsked().stream()
              .filter(asked -> batch.isEmpty() || batch.equals(asked.batch()))
              .map(RecusalRequest::of)
              .toList());
    }
  }

  /**
   * What waits of one pair.
   *
   * @param revokedFor why it is to be revoked; absent where it is to be declared
   * @param text all of it in words
   */
  public record RecusalRequest(
      String subject,
      String reason,
      String requestedBy,
      String batch,
      @Nullable String revokedFor,
      String text) {
    static RecusalRequest of(RecusalAsked asked) {
      return new RecusalRequest(
          asked.recusal().subject(),
          asked.recusal().reason(),
          asked.by(),
          asked.batch(),
          asked.revokedFor(),
          asked.inWords());
    }
  }

  /**
   * What became of a batch.
   *
   * @param approved recusals that hold, or are revoked, now
   */
  public record RecusalApproval(String batch, int approved) {}

  /**
   * What became of a batch.
   *
   * @param ended recusals of which everything stays as it was
   */
  public record RecusalEnd(String batch, int ended) {}

  @GET
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(summary = "Recusals that wait for a second person, by inspector")
  public Uni<Page<InspectorRequests>> waiting(
      @BeanParam @Valid Paging paging,
      @QueryParam("batch") @DefaultValue("") @Size(max = 64) String batch) {
    return Uni.createFrom()
        .completionStage(
            () -> directory.recusalsAsked(batch, paging.afterKey(), paging.limit() + 1))
        .map(rows ->
            Page.of(
                rows.stream().map(row -> InspectorRequests.of(row, batch)).toList(),
                paging.limit(),
                InspectorRequests::inspector,
                row -> row.requests().size(),
                MOST_ON_A_PAGE));
  }

  @POST
  @Path("/{batch}/approval")
  @RolesAllowed(Roles.APPROVER)
  @Blocking
  @ApprovesBatch
  @Operation(
      summary = "Another person agrees to all recusals of a batch that still wait",
      description =
          "Refused, 409 `batch-incomplete`, as long as rows of its table are being stored, and for ever"
              + " where that broke off: decline or withdraw it, and send the table again.")
  public RecusalApproval approve(@PathParam("batch") @Size(max = 64) String batch) {
    return new RecusalApproval(
        batch,
        recusals.approveBatch(batch, requests.context("approve-recusals " + batch)).entries());
  }

  @POST
  @Path("/{batch}/decline")
  @RolesAllowed(Roles.APPROVER)
  @Blocking
  @Conditional
  @Operation(summary = "Another person agrees to no recusal of a batch, with a reason")
  public RecusalEnd decline(
      @PathParam("batch") @Size(max = 64) String batch,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    return new RecusalEnd(
        batch, recusals.declineBatch(batch, end.reason(), requests.context(end)).entries());
  }

  @POST
  @Path("/{batch}/withdrawal")
  @RolesAllowed(Roles.REGISTRAR)
  @Blocking
  @Conditional
  @Operation(summary = "Whoever asked takes the batch back, with a reason")
  public RecusalEnd withdraw(
      @PathParam("batch") @Size(max = 64) String batch,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    return new RecusalEnd(
        batch, recusals.withdrawBatch(batch, end.reason(), requests.context(end)).entries());
  }
}
