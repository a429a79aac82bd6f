package cn.doublerandom.inspection.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.application.Revisits;
import cn.doublerandom.inspection.revisit.RevisitEvent;
import cn.doublerandom.inspection.revisit.RevisitSummary;
import cn.doublerandom.inspection.revisit.TaskRevisits;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 回头看: the sample of a task's closed visits, step by step, and how far both results agree. */
@Path("/api/v1/revisits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "revisits", description = "回头看")
public class RevisitResource {
  static final String TASK = "[0-9A-Za-z.-]{1,64}";

  private static final String HEX = "[0-9a-f]{64}";

  @Inject Revisits revisits;
  @Inject Requests requests;

  /**
   * A sample to be drawn.
   *
   * @param size how many visits of the task are seen again
   */
  public record SampleRequest(@NotNull @Min(1) @Max(2000) @Schema(examples = "2") Integer size) {}

  /**
   * What a witness promises.
   *
   * @param commitment of what he will reveal, under his own account as its name (protocol §4)
   */
  public record SamplePromise(
      @NotNull
          @Pattern(regexp = HEX, message = "{words.hex-64}")
          @Schema(examples = "86006072981eb8c05b845a5c5fe66c8fc8d45ad6156555055b2326292a898292")
          String commitment) {}

  /**
   * What the operator promises.
   *
   * @param operatorCommitment hash of his secret (protocol §4)
   */
  public record SampleCommitment(
      @NotNull
          @Pattern(regexp = HEX, message = "{words.hex-64}")
          @Schema(examples = "86006072981eb8c05b845a5c5fe66c8fc8d45ad6156555055b2326292a898292")
          String operatorCommitment) {}

  /**
   * What a witness has promised.
   *
   * @param nonce 32 hexadecimal digits
   * @param value whatever he chose
   */
  public record SampleReveal(
      @NotNull
          @Pattern(regexp = "[0-9a-f]{32}", message = "{words.hex-32}")
          @Schema(examples = "86006072981eb8c05b845a5c5fe66c8f")
          String nonce,
      @NotNull @Size(max = 1024) @Schema(examples = "351642") String value) {}

  /**
   * The operator's secret.
   *
   * @param operatorSecret 64 hexadecimal digits
   */
  public record SampleSecret(
      @NotNull
          @Pattern(regexp = HEX, message = "{words.hex-64}")
          @Schema(examples = "86006072981eb8c05b845a5c5fe66c8fc8d45ad6156555055b2326292a898292")
          String operatorSecret) {}

  /** Why a sample is given up. */
  public record SampleVoid(
      @NotBlank @Size(max = 500) @Schema(examples = "操作人的秘密遗失，无法公布") String reason) {}

  @GET
  @RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.COORDINATOR, Roles.APPROVER, Roles.WITNESS})
  @Operation(
      summary = "Tasks with a sample of closed visits, by plan and task",
      description = "What was found is told to supervisors and auditors alone.")
  public Uni<Page<RevisitSummary>> list(@BeanParam @Valid Paging paging) {
    return revisits
        .list(paging.afterKey(), paging.limit() + 1)
        .map(found ->
            Page.of(found.stream().map(this::seen).toList(), paging.limit(), RevisitSummary::task));
  }

  @GET
  @Versioned
  @Path("/{task}")
  @RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.COORDINATOR, Roles.APPROVER, Roles.WITNESS})
  @Operation(
      summary = "The sample of a task, who is seen again by whom, and the agreement per first team",
      description =
          "`agreed` of `compared` items have the same codes; `low` and `high` are the interval of Wilson for 95 of a hundred, in thousandths.")
  public Uni<RestResponse<RevisitSummary>> one(
      @PathParam("task") @Pattern(regexp = TASK, message = "{words.task}") String task) {
    return revisits.one(task).map(found -> Answers.versioned(seen(found.state()), found.version()));
  }

  private RevisitSummary seen(RevisitSummary whole) {
    return requests.person().isOneOf(List.of(Roles.SUPERVISOR, Roles.AUDITOR))
        ? whole
        : whole.ofTheDraw();
  }

  @GET
  @Path("/{task}/bundle")
  @RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.COORDINATOR, Roles.APPROVER, Roles.WITNESS})
  @Operation(summary = "The file the sample is verified with, as that of any draw")
  public Uni<RestResponse<Map<String, Object>>> bundle(
      @PathParam("task") @Pattern(regexp = TASK, message = "{words.task}") String task) {
    return revisits
        .bundle(task)
        .map(bundle ->
            RestResponse.ResponseBuilder.ok(bundle)
                .header("Content-Disposition", "attachment; filename=\"revisit-" + task + ".json\"")
                .build());
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/{task}/sample")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      summary = "Freeze the closed visits of a task, to draw some of them",
      description =
          "409 `revisit-task-open` while a result is not final; 409 `revisit-sample-stands` where it was drawn: it is not drawn again.")
  public Uni<RestResponse<RevisitSummary>> freeze(
      @PathParam("task") @Pattern(regexp = TASK, message = "{words.task}") String task,
      @NotNull @Valid SampleRequest body) {
    return revisits
        .freeze(task, body.size(), BusinessClock.day(requests.now()), requests.contexts(body))
        .map(handled -> created(task, handled));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{task}/promise")
  @RolesAllowed({Roles.WITNESS, Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR})
  @Operation(
      summary = "A witness promises with his own account; never who froze the list",
      description = "403 `revisit-witness-partial` for who froze it.")
  public Uni<RestResponse<RevisitSummary>> promise(
      @PathParam("task") @Pattern(regexp = TASK, message = "{words.task}") String task,
      @NotNull @Valid SamplePromise body) {
    return revisits
        .promise(task, body.commitment(), requests.context(body))
        .map(handled -> ok(task, handled));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{task}/commitment")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(summary = "Commit to the frozen list and to a secret of one's own: who froze it")
  public Uni<RestResponse<RevisitSummary>> commit(
      @PathParam("task") @Pattern(regexp = TASK, message = "{words.task}") String task,
      @NotNull @Valid SampleCommitment body) {
    return revisits
        .commit(task, body.operatorCommitment(), requests.context(body))
        .map(handled -> ok(task, handled));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{task}/reveal")
  @RolesAllowed({Roles.WITNESS, Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR})
  @Operation(summary = "A witness reveals what he promised, after the commit")
  public Uni<RestResponse<RevisitSummary>> reveal(
      @PathParam("task") @Pattern(regexp = TASK, message = "{words.task}") String task,
      @NotNull @Valid SampleReveal body) {
    return revisits
        .reveal(task, body.nonce(), body.value(), requests.context(body))
        .map(handled -> ok(task, handled));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{task}/execution")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(summary = "Reveal the operator's secret, last of all: the sample is drawn by it")
  public Uni<RestResponse<RevisitSummary>> draw(
      @PathParam("task") @Pattern(regexp = TASK, message = "{words.task}") String task,
      @NotNull @Valid SampleSecret body) {
    return revisits
        .draw(task, body.operatorSecret(), requests.context(body))
        .map(handled -> ok(task, handled));
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/revisits/{task}")
  @Path("/{task}/void")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      summary = "Give up a sample that is not drawn: another supervisor than who froze it",
      description = "It stays to be read with its reason. 403 `revisit-void-alone`.")
  public Uni<RestResponse<RevisitSummary>> abandon(
      @PathParam("task") @Pattern(regexp = TASK, message = "{words.task}") String task,
      @NotNull @Valid SampleVoid body) {
    return revisits
        .abandon(task, body.reason(), requests.context(body))
        .map(handled -> ok(task, handled));
  }

  private RestResponse<RevisitSummary> ok(
      String task, Handled<RevisitEvent, TaskRevisits> handled) {
    return Answers.ok(handled, known -> seen(RevisitSummary.of(task, known)));
  }

  private RestResponse<RevisitSummary> created(
      String task, Handled<RevisitEvent, TaskRevisits> handled) {
    return Answers.created(handled, known -> seen(RevisitSummary.of(task, known)));
  }
}
