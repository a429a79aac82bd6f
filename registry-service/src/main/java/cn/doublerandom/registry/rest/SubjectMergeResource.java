package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.registry.application.Merges;
import cn.doublerandom.registry.application.Subjects;
import cn.doublerandom.registry.rest.SubjectStatusResource.RequestEnd;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Refuses;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 合并: an entry stands for another; two people say so, and two take it back. */
@Path("/api/v1/subjects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subjects", description = "检查对象名录库")
public class SubjectMergeResource {
  @Inject Merges merges;
  @Inject Requests requests;

  /** Says that an entry is a duplicate. */
  public record MergeRequest(
      @NotBlank @Size(max = 64) @Schema(examples = "91130534MA1014419A") String into,
      @NotBlank @Size(max = 500) @Schema(examples = "同一企业换照前后的两个条目") String reason,
      @NotNull LocalDate effective) {}

  /** Takes a merge back. */
  public record UnmergeRequest(
      @NotBlank @Size(max = 500) @Schema(examples = "经核实为两家企业") String reason,
      @NotNull LocalDate effective) {}

  /**
   * A merge that waits for a second person.
   *
   * @param into the entry it is to stand for; absent where a merge is to be taken back
   */
  public record WaitingMerge(
      String subject,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String into,
      String reason,
      LocalDate effective,
      String requestedBy) {
    static WaitingMerge of(String id, Subject.Asked asked) {
      return new WaitingMerge(
          id, asked.into().orElse(null), asked.reason(), asked.effective(), asked.by());
    }
  }

  @GET
  @Versioned
  @Refuses(409)
  @Path("/{id}/merge")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(
      summary = "The merge, or its reversal, that waits for a second person, who names its ETag")
  public Uni<RestResponse<WaitingMerge>> waiting(@PathParam("id") @Size(max = 64) String id) {
    return merges
        .waiting(id)
        .map(loaded -> Answers.versioned(WaitingMerge.of(id, loaded.state()), loaded.version()));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{id}/merge")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      summary =
          "Say that the entry is a duplicate of another; once another person agrees it is kept"
              + " and never drawn")
  public Uni<RestResponse<SubjectDetails>> merge(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid MergeRequest merge) {
    return merges
        .request(id, merge.into(), merge.reason(), merge.effective(), requests.context(merge))
        .map(this::answer);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{id}/unmerge")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Ask that a merge be taken back; another person must agree")
  public Uni<RestResponse<SubjectDetails>> unmerge(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid UnmergeRequest unmerge) {
    return merges
        .requestUnmerge(id, unmerge.reason(), unmerge.effective(), requests.context(unmerge))
        .map(this::answer);
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/subjects/{id}/merge")
  @Path("/{id}/merge/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person agrees to a merge, or to taking it back")
  public Uni<RestResponse<SubjectDetails>> approveMerge(
      @PathParam("id") @Size(max = 64) String id) {
    return merges.approve(id, requests.context("approve-merge")).map(this::answer);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{id}/merge/decline")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person does not agree, with a reason: the entry stays as it was")
  public Uni<RestResponse<SubjectDetails>> declineMerge(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid RequestEnd end) {
    return merges.decline(id, end.reason(), requests.context(end)).map(this::answer);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{id}/merge/withdrawal")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Whoever asked takes it back, with a reason: the entry stays as it was")
  public Uni<RestResponse<SubjectDetails>> withdrawMerge(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid RequestEnd end) {
    return merges.withdraw(id, end.reason(), requests.context(end)).map(this::answer);
  }

  private RestResponse<SubjectDetails> answer(Handled<SubjectEvent, Subject> handled) {
    LocalDate today = BusinessClock.day(requests.now());
    return Answers.ok(handled, subject -> Subjects.details(subject, today));
  }
}
