package cn.doublerandom.draw.plan.rest;

import cn.doublerandom.draw.ProgrammeRejection;
import cn.doublerandom.draw.plan.application.Programmes;
import cn.doublerandom.draw.programme.Programme;
import cn.doublerandom.draw.programme.ProgrammeContent;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.text.PublicText;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 每期抽查实施方案. */
@Path("/api/v1/tasks/{task}/programme")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes", description = "每期抽查实施方案")
public class ProgrammeResource {
  private static final int MOST_BATCHES = 1000;

  @Inject Programmes programmes;
  @Inject Requests requests;

  /** What the office writes; the fields of the programme, each with its limit. */
  public record Body(
      @PublicText @NotBlank @Size(max = 200) @Schema(examples = "道路运输行业第一期随机抽查实施方案") String title,
      @Nullable @Size(max = 100) @Schema(examples = "清交双随机办〔2023〕2号") String documentNumber,
      @NotEmpty @Size(max = 100) @Schema(examples = "[\"道路运输经营行为检查\"]")
          List<@NotBlank @Size(max = 200) String> items,
      @NotNull @Schema(examples = "2023-03-20") LocalDate checkFrom,
      @NotNull @Schema(examples = "2023-06-30") LocalDate checkTo,
      @Min(1) @Max(1000) @Schema(examples = "6") int teams,
      @PublicText @NotBlank @Size(max = 1000) @Schema(examples = "3月15日集中培训抽查检查工作指引")
          String training,
      @PublicText @NotBlank @Size(max = 200) @Schema(examples = "实地检查") String method,
      @PublicText @NotBlank @Size(max = 200) @Schema(examples = "局法制安全科") String contact) {
    /** What the office writes, for the application. */
    public ProgrammeContent content() {
      return new ProgrammeContent(
          title,
          Objects.requireNonNullElse(documentNumber, ""),
          items,
          checkFrom,
          checkTo,
          teams,
          training,
          method,
          contact);
    }
  }

  /**
   * A programme as shown.
   *
   * @param phase DRAFT, RETURNED, APPROVED or PUBLISHED
   * @param returnedBy who sent it back; absent where nobody did, as is why
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record State(
      String task,
      String phase,
      ProgrammeContent programme,
      @Nullable LocalDate approvedOn,
      @Nullable LocalDate publishedOn,
      @Nullable String returnedBy,
      @Nullable String reason) {
    static State of(String task, Programme programme) {
      return switch (programme) {
        case Programme.Absent() -> throw new ProblemException(ProgrammeRejection.PROGRAMME_UNKNOWN);
        case Programme.Draft(var content, var by) ->
            new State(task, "DRAFT", content, null, null, null, null);
        case Programme.Returned(var content, var touched, var by, var reason) ->
            new State(task, "RETURNED", content, null, null, by, reason);
        case Programme.Approved(var content, var on, var by) ->
            new State(task, "APPROVED", content, on, null, null, null);
        case Programme.Published(var content, var approvedOn, var on, var by) ->
            new State(task, "PUBLISHED", content, approvedOn, on, null, null);
      };
    }
  }

  @PUT
  @Versioned
  @Conditional
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      summary =
          "Write the programme of a batch, within the window of its task; batches count from 1")
  public Uni<RestResponse<State>> draft(
      @PathParam("task") @Size(max = 64) String task,
      @QueryParam("batch") @DefaultValue("1") @Min(1) @Max(MOST_BATCHES) int batch,
      @NotNull @Valid Body body) {
    return programmes
        .draft(task, batch, body.content(), () -> requests.context(body))
        .map(handled -> Answers.ok(handled, programme -> State.of(task, programme)));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/return")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Send the programme back to who wrote it, with a reason")
  public Uni<RestResponse<State>> giveBack(
      @PathParam("task") @Size(max = 64) String task,
      @QueryParam("batch") @DefaultValue("1") @Min(1) @Max(MOST_BATCHES) int batch,
      @NotNull @Valid PlanStepResource.Reason body) {
    return programmes
        .giveBack(task, batch, body.reason(), requests.context(body))
        .map(handled -> Answers.ok(handled, programme -> State.of(task, programme)));
  }

  @POST
  @Creates
  @Versioned
  @Approves(read = "/api/v1/tasks/{task}/programme/draft")
  @Path("/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Approve the programme; not by who wrote it")
  public Uni<RestResponse<State>> approve(
      @PathParam("task") @Size(max = 64) String task,
      @QueryParam("batch") @DefaultValue("1") @Min(1) @Max(MOST_BATCHES) int batch) {
    return programmes
        .approve(task, batch, requests.context("approve"))
        .map(handled -> Answers.created(handled, programme -> State.of(task, programme)));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/publication")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER})
  @Operation(summary = "Publish the approved programme; the task can be drawn from now on")
  public Uni<RestResponse<State>> publish(
      @PathParam("task") @Size(max = 64) String task,
      @QueryParam("batch") @DefaultValue("1") @Min(1) @Max(MOST_BATCHES) int batch) {
    return programmes
        .publish(task, batch, () -> requests.context("publish"))
        .map(handled -> Answers.created(handled, programme -> State.of(task, programme)));
  }

  @GET
  @Versioned
  @Path("/draft")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "A programme whether published or not; who approves it names its ETag")
  public Uni<RestResponse<State>> any(
      @PathParam("task") @Size(max = 64) String task,
      @QueryParam("batch") @DefaultValue("1") @Min(1) @Max(MOST_BATCHES) int batch) {
    return programmes
        .any(task, batch)
        .map(loaded -> Answers.versioned(State.of(task, loaded.state()), loaded.version()));
  }

  @GET
  @PermitAll
  @Operation(summary = "The published programme of a task")
  public Uni<State> one(
      @PathParam("task") @Size(max = 64) String task,
      @QueryParam("batch") @DefaultValue("1") @Min(1) @Max(MOST_BATCHES) int batch) {
    return programmes.published(task, batch).map(programme -> State.of(task, programme));
  }
}
