package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.exclusion.ExclusionCommand;
import cn.doublerandom.draw.exclusion.ExclusionEvent;
import cn.doublerandom.draw.exclusion.ExclusionList;
import cn.doublerandom.draw.exclusion.HandExclusion;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 人工排除: who is left out of the next round of a task, why, and who agreed. */
@Path("/api/v1/tasks/{task}/exclusions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "draws", description = "抽取")
public class ExclusionResource {
  @Inject CommandHandler<ExclusionCommand, ExclusionEvent, ExclusionList> exclusions;
  @Inject CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  @Inject Register register;
  @Inject Requests requests;

  @ConfigProperty(name = "suite.region")
  String region;

  /**
   * @param reason in words
   * @param evidence what shows it
   * @param sha256 of the document, where there is one
   */
  public record Wanted(
      @NotBlank @Size(max = 64) @Schema(examples = "91130534MA0583325Y") String subject,
      @NotNull
          @Pattern(regexp = "UNDER_INVESTIGATION|OTHER", message = "{words.exclusion-reason}")
          @Schema(examples = "UNDER_INVESTIGATION")
          String code,
      @NotBlank @Size(max = 500) @Schema(examples = "正由执法大队立案调查") String reason,
      @NotBlank @Size(max = 500) @Schema(examples = "立案决定书 清交立〔2023〕7号") String evidence,
      @Nullable @Pattern(regexp = "[0-9a-f]{64}", message = "{words.hex-64}") String sha256) {}

  /**
   * One exclusion.
   *
   * @param approvedBy absent as long as nobody else agreed
   */
  public record Listed(HandExclusion exclusion, String by, @Nullable String approvedBy) {}

  @POST
  @Creates
  @Versioned
  @Conditional
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      summary = "Ask that a subject be left out of the next round; another person must agree")
  public Uni<RestResponse<List<Listed>>> request(
      @PathParam("task") @Size(max = 64) String task, @NotNull @Valid Wanted body) {
    LocalDate today = BusinessClock.day(requests.now());
    var wanted =
        new HandExclusion(
            body.subject(), body.code(), body.reason(), body.evidence(), body.sha256());
    return Uni.createFrom()
        .completionStage(() -> register.snapshot(today))
        .invoke(snapshot -> {
          if (snapshot.subjects().stream().noneMatch(s -> s.id().equals(body.subject()))) {
            throw new ProblemException(
                DrawRejection.SUBJECT_OUT_OF_SCOPE, List.of(), Map.of("subject", body.subject()));
          }
        })
        .flatMap(known -> stream(task))
        .flatMap(stream ->
            exclusions.handle(
                stream,
                new ExclusionCommand.RequestExclusion(wanted, requests.actor()),
                requests.context(body)))
        .map(handled -> Answers.created(handled, ExclusionResource::listed));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/{subject}/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person agrees; the exclusion stands in public with its reason")
  public Uni<RestResponse<List<Listed>>> approve(
      @PathParam("task") @Size(max = 64) String task,
      @PathParam("subject") @Size(max = 64) String subject) {
    return stream(task)
        .flatMap(stream ->
            exclusions.handle(
                stream,
                new ExclusionCommand.ApproveExclusion(subject, requests.actor()),
                requests.context("approve")))
        .map(handled -> Answers.created(handled, ExclusionResource::listed));
  }

  @GET
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "The exclusions by hand of the next round")
  public Uni<List<Listed>> all(@PathParam("task") @Size(max = 64) String task) {
    return stream(task).flatMap(exclusions::load).map(loaded -> listed(loaded.state()));
  }

  private static List<Listed> listed(ExclusionList list) {
    return list.all().values().stream()
        .sorted(Comparator.comparing(e -> e.exclusion().subject()))
        .map(e -> new Listed(e.exclusion(), e.by(), e.approvedBy().orElse(null)))
        .toList();
  }

  /** Of the round a freeze would begin; once it is frozen nobody is left out any more. */
  private Uni<String> stream(String task) {
    return draws
        .load(DrawStreams.task(region, task))
        .map(loaded -> {
          if (loaded.state() instanceof TaskDraws.Frozen
              || loaded.state() instanceof TaskDraws.Committed) {
            throw new ProblemException(DrawRejection.DRAW_OPEN);
          }
          return DrawStreams.exclusions(region, task, loaded.state().nextRound());
        });
  }
}
