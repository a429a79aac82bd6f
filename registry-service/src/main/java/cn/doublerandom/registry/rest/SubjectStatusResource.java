package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 登记状态: who goes and who comes back waits for a second person. */
@Path("/api/v1/subjects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subjects", description = "检查对象名录库")
public class SubjectStatusResource {
  /** As many as one import stores at once. */
  private static final int AT_ONCE = Imports.ATOMIC;

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Inject CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;
  @Inject SubjectDirectory directory;
  @Inject Requests requests;

  /** A change of status with its reason and first day. */
  public record StatusChange(
      @NotNull @Schema(examples = "SUSPENDED") SubjectStatus status,
      @NotNull @Size(max = 500) @Schema(examples = "企业申请停业") String reason,
      @NotNull @Schema(examples = "2023-03-01") LocalDate effective) {}

  /**
   * A status that waits for a second person.
   *
   * @param effective its first day
   * @param batch the import it came with; absent where it was asked alone
   */
  public record StatusRequest(
      String subject,
      SubjectStatus status,
      String reason,
      LocalDate effective,
      String requestedBy,
      @Nullable String batch) {
    static StatusRequest of(SubjectDirectory.Entry entry) {
      Subject.StatusAsked asked = Objects.requireNonNull(entry.statusAsked());
      return new StatusRequest(
          entry.details().id(),
          asked.status(),
          asked.reason(),
          asked.effective(),
          asked.by(),
          asked.batch());
    }
  }

  /**
   * What became of a batch.
   *
   * @param approved entries whose status holds now
   */
  public record BatchApproval(String batch, int approved) {}

  @POST
  @Versioned
  @Conditional
  @Path("/{id}/status")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      summary =
          "Change the status with a reason from a day on; one that is to come is waited for, and"
              + " what is known of later days stays. Cancelled or moved out, back from there, or"
              + " suspended since a day that is past: another person must agree")
  public Uni<RestResponse<SubjectDetails>> change(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid StatusChange change) {
    LocalDate today = today();
    var command =
        new SubjectCommand.ChangeStatus(
            change.status(), change.reason(), change.effective(), today, requests.actor());
    return subjects
        .handle(RegistryStreams.SUBJECT + id, command, requests.context(change))
        .map(handled -> Answers.ok(handled, subject -> SubjectResource.details(subject, today)));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{id}/status/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person agrees to a status that was asked for")
  public Uni<RestResponse<SubjectDetails>> approve(@PathParam("id") @Size(max = 64) String id) {
    LocalDate today = today();
    return subjects
        .handle(
            RegistryStreams.SUBJECT + id,
            new SubjectCommand.ApproveStatus(requests.actor(), null),
            requests.context("approve-status"))
        .map(handled -> Answers.ok(handled, subject -> SubjectResource.details(subject, today)));
  }

  @GET
  @Path("/status-requests")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(summary = "Who waits for a second person to go or to come back, by id")
  public Uni<Page<StatusRequest>> waiting(
      @BeanParam @Valid Paging paging,
      @QueryParam("batch") @DefaultValue("") @Size(max = 64) String batch) {
    return Uni.createFrom()
        .completionStage(() -> directory.statusAsked(batch, paging.afterKey(), paging.limit() + 1))
        .map(rows ->
            Page.of(
                rows.stream().map(StatusRequest::of).toList(),
                paging.limit(),
                StatusRequest::subject));
  }

  @POST
  @Path("/status-requests/{batch}/approval")
  @RolesAllowed(Roles.APPROVER)
  @Blocking
  @Conditional
  @Operation(summary = "Another person agrees to all that an import asked for and that still waits")
  public BatchApproval approveAll(@PathParam("batch") @Size(max = 64) String batch) {
    // A key is of one transaction; what later ones approve, a repetition finds approved.
    CommandContext context = requests.context("approve-status " + batch);
    int approved = 0;
    String after = "";
    while (true) {
      String last = after;
      List<SubjectDirectory.Entry> page =
          Reading.await(() -> directory.statusAsked(batch, last, AT_ONCE));
      if (page.isEmpty()) {
        break;
      }
      approved += approve(page, batch, context);
      context = context.withoutKey();
      after = page.getLast().details().id();
    }
    if (approved == 0) {
      throw new ProblemException(RegistryRejection.STATUS_NOT_REQUESTED);
    }
    return new BatchApproval(batch, approved);
  }

  /** All of them or none; whoever waits no more by now is left out. */
  private int approve(List<SubjectDirectory.Entry> page, String batch, CommandContext context) {
    Map<String, SubjectCommand> commands = new LinkedHashMap<>();
    page.forEach(entry ->
        commands.put(
            RegistryStreams.SUBJECT + entry.details().id(),
            new SubjectCommand.ApproveStatus(requests.actor(), batch)));
    Map<String, Handled<SubjectEvent, Subject>> outcomes = handle(commands, context);
    List<String> waitNoMore =
        outcomes.entrySet().stream()
            .filter(e -> isUnasked(e.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (!waitNoMore.isEmpty()) {
      commands.keySet().removeAll(waitNoMore);
      outcomes = commands.isEmpty() ? Map.of() : handle(commands, context);
    }
    outcomes.values().forEach(Answers::require);
    return outcomes.size();
  }

  private static boolean isUnasked(Handled<SubjectEvent, Subject> outcome) {
    return outcome instanceof Handled.Refused<SubjectEvent, Subject>(var rejection, var details)
        && rejection != RegistryRejection.STATUS_NEEDS_SECOND_PERSON;
  }

  private Map<String, Handled<SubjectEvent, Subject>> handle(
      Map<String, SubjectCommand> commands, CommandContext context) {
    return subjects.handleAll(commands, context).await().atMost(PATIENCE);
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
