package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.registry.application.StatusRequests;
import cn.doublerandom.registry.subject.Departure;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Refuses;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
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
  @Inject StatusRequests statuses;
  @Inject SecurityIdentity identity;
  @Inject Requests requests;

  /** A change of status with its reason and first day. */
  public record StatusChange(
      @NotNull @Schema(examples = "SUSPENDED") SubjectStatus status,
      @NotNull @Size(max = 500) @Schema(examples = "企业申请停业") String reason,
      @NotNull @Schema(examples = "2023-03-01") LocalDate effective) {}

  /**
   * A status that waits for a second person.
   *
   * @param status as it is where only something else leaves
   * @param effective its first day
   * @param batch the import it came with; absent where it was asked alone
   * @param departure what leaves beside the status: labels, a lower class, a later first day;
   *     absent where nothing does
   * @param text all of it in words
   * @param was who the subject is, where that is to change; absent where it stays, or is new
   * @param becomes who it is to be, of who is new the whole entry; absent where it stays
   */
  public record StatusRequest(
      String subject,
      SubjectStatus status,
      String reason,
      LocalDate effective,
      String requestedBy,
      @Nullable String batch,
      @Nullable Departure departure,
      String text,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SubjectDetails was,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SubjectDetails becomes) {
    static StatusRequest of(StatusRequests.Waiting waiting) {
      SubjectDirectory.Entry entry = waiting.entry();
      Subject.StatusAsked asked = Objects.requireNonNull(entry.statusAsked());
      return new StatusRequest(
          entry.details().id(),
          asked.status(),
          asked.reason(),
          asked.effective(),
          asked.by(),
          asked.batch(),
          asked.departure(),
          asked.inWordsOf(entry.details().status()),
          waiting.was(),
          waiting.becomes());
    }
  }

  /** Why what was asked for will not be. */
  public record RequestEnd(
      @NotNull @Size(max = 500) @Schema(examples = "与登记机关核实，该企业未停业") String reason) {}

  @POST
  @Versioned
  @Conditional
  @Path("/{id}/status")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      summary =
          "Change the status with a reason from a day on; one that is to come is waited for, and"
              + " what is known of later days stays. Gone, suspended, or back from either:"
              + " another person must agree, whatever the day")
  public Uni<RestResponse<ChangedSubject>> change(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid StatusChange change) {
    return statuses
        .change(id, change.status(), change.reason(), change.effective(), requests.context(change))
        .map(this::answer);
  }

  @GET
  @Versioned
  @Refuses(409)
  @Path("/{id}/status")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(
      summary =
          "The status that waits for a second person; who decides reads the old and the new entry,"
              + " and names its ETag")
  public Uni<RestResponse<StatusRequest>> waiting(@PathParam("id") @Size(max = 64) String id) {
    boolean decides = identity.hasRole(Roles.APPROVER) || identity.hasRole(Roles.REGISTRAR);
    return statuses
        .waiting(id, decides, BusinessClock.day(requests.now()))
        .map(loaded -> Answers.versioned(StatusRequest.of(loaded.state()), loaded.version()));
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/subjects/{id}/status")
  @Path("/{id}/status/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(
      summary =
          "Another person agrees to a status that was asked for; agreed tells it and the day from"
              + " which it holds")
  public Uni<RestResponse<ChangedSubject>> approve(@PathParam("id") @Size(max = 64) String id) {
    return statuses.approve(id, requests.context("approve-status")).map(this::answer);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{id}/status/decline")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person does not agree, with a reason: the entry stays as it was")
  public Uni<RestResponse<ChangedSubject>> decline(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid RequestEnd end) {
    return statuses.decline(id, end.reason(), requests.context(end)).map(this::answer);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{id}/status/withdrawal")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Whoever asked takes it back, with a reason: the entry stays as it was")
  public Uni<RestResponse<ChangedSubject>> withdraw(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid RequestEnd end) {
    return statuses.withdraw(id, end.reason(), requests.context(end)).map(this::answer);
  }

  private RestResponse<ChangedSubject> answer(Handled<SubjectEvent, Subject> handled) {
    LocalDate today = BusinessClock.day(requests.now());
    Handled.Done<SubjectEvent, Subject> done = Answers.require(handled);
    return Answers.versioned(ChangedSubject.of(done, today), done.version());
  }
}
