package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
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
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who waits for a second person, and what an import asked for, all of it at once. */
@Path("/api/v1/status-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subjects", description = "检查对象名录库")
public class StatusBatchResource {
  @Inject CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;
  @Inject SubjectDirectory directory;
  @Inject Requests requests;

  /**
   * What became of a batch.
   *
   * @param approved entries whose change holds now
   */
  public record BatchApproval(String batch, int approved) {}

  /**
   * What became of a batch.
   *
   * @param declined entries that stay as they were
   */
  public record BatchDecline(String batch, int declined) {}

  @GET
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(summary = "Who waits for a second person to go or to come back, by id")
  public Uni<Page<SubjectStatusResource.StatusRequest>> waiting(
      @BeanParam @Valid Paging paging,
      @QueryParam("batch") @DefaultValue("") @Size(max = 64) String batch) {
    return Uni.createFrom()
        .completionStage(() -> directory.statusAsked(batch, paging.afterKey(), paging.limit() + 1))
        .map(rows ->
            Page.of(
                rows.stream().map(SubjectStatusResource.StatusRequest::of).toList(),
                paging.limit(),
                SubjectStatusResource.StatusRequest::subject));
  }

  @POST
  @Path("/{batch}/approval")
  @RolesAllowed(Roles.APPROVER)
  @Blocking
  @Conditional
  @Operation(summary = "Another person agrees to all that an import asked for and that still waits")
  public BatchApproval approve(@PathParam("batch") @Size(max = 64) String batch) {
    LocalDate today = BusinessClock.day(requests.now());
    return new BatchApproval(
        batch,
        decide(
            batch,
            new SubjectCommand.ApproveStatus(requests.actor(), batch, today),
            requests.context("approve-status " + batch)));
  }

  @POST
  @Path("/{batch}/decline")
  @RolesAllowed(Roles.APPROVER)
  @Blocking
  @Conditional
  @Operation(
      summary = "Another person agrees to nothing of what an import asked for, with a reason")
  public BatchDecline decline(
      @PathParam("batch") @Size(max = 64) String batch,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    return new BatchDecline(
        batch,
        decide(
            batch,
            new SubjectCommand.DeclineStatus(requests.actor(), end.reason(), batch),
            requests.context(end)));
  }

  private int decide(String batch, SubjectCommand decision, CommandContext context) {
    return new BatchDecision<SubjectCommand, SubjectEvent, Subject, SubjectDirectory.Entry>(
            subjects,
            entry -> RegistryStreams.SUBJECT + entry.details().id(),
            entry -> entry.details().id(),
            Imports.ATOMIC,
            StatusBatchResource::isUnasked,
            RegistryRejection.STATUS_NOT_REQUESTED)
        .decide((after, limit) -> directory.statusAsked(batch, after, limit), decision, context);
  }

  /** Whatever became of an entry since then, but not what is wrong with the decision itself. */
  private static boolean isUnasked(Rejection rejection) {
    return rejection != RegistryRejection.STATUS_NEEDS_SECOND_PERSON
        && rejection != RegistryRejection.REASON_MISSING;
  }
}
