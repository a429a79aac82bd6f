package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.drawing.application.HandExclusions;
import cn.doublerandom.draw.exclusion.ExclusionList;
import cn.doublerandom.draw.exclusion.HandExclusion;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.text.PublicText;
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
import java.util.Comparator;
import java.util.List;
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
  @Inject HandExclusions exclusions;
  @Inject Requests requests;

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
      @PublicText @NotBlank @Size(max = 500) @Schema(examples = "正由执法大队立案调查") String reason,
      @PublicText @NotBlank @Size(max = 500) @Schema(examples = "立案决定书 清交立〔2023〕7号")
          String evidence,
      @Nullable @Pattern(regexp = "[0-9a-f]{64}", message = "{words.hex-64}") String sha256) {}

  /**
   * One exclusion.
   *
   * @param approvedBy absent as long as nobody else agreed
   */
  public record Listed(HandExclusion exclusion, String by, @Nullable String approvedBy) {}

  /**
   * @param reason why it is taken back or not agreed to, in words
   */
  public record ExclusionEnd(
      @PublicText @NotBlank @Size(max = 500) @Schema(examples = "搬迁已经完成") String reason) {}

  /**
   * One that came to nothing.
   *
   * @param endedBy who took it back or did not agree
   * @param withdrawn whether it was taken back
   */
  public record EndedExclusion(
      HandExclusion exclusion, String by, String endedBy, String reason, boolean withdrawn) {}

  @POST
  @Creates
  @Versioned
  @Conditional
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      summary = "Ask that a subject be left out of the next round; another person must agree")
  public Uni<RestResponse<List<Listed>>> request(
      @PathParam("task") @Size(max = 64) String task, @NotNull @Valid Wanted body) {
    var wanted =
        new HandExclusion(
            body.subject(), body.code(), body.reason(), body.evidence(), body.sha256());
    return exclusions
        .request(task, wanted, () -> requests.context(body))
        .map(handled -> Answers.created(handled, ExclusionResource::listed));
  }

  @POST
  @Creates
  @Versioned
  @Approves(read = "/api/v1/tasks/{task}/exclusions")
  @Path("/{subject}/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person agrees; the exclusion stands in public with its reason")
  public Uni<RestResponse<List<Listed>>> approve(
      @PathParam("task") @Size(max = 64) String task,
      @PathParam("subject") @Size(max = 64) String subject) {
    return exclusions
        .approve(task, subject, () -> requests.context("approve"))
        .map(handled -> Answers.created(handled, ExclusionResource::listed));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/{subject}/withdrawal")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Whoever asked takes it back, as long as nobody agreed")
  public Uni<RestResponse<List<Listed>>> withdraw(
      @PathParam("task") @Size(max = 64) String task,
      @PathParam("subject") @Size(max = 64) String subject,
      @NotNull @Valid ExclusionEnd body) {
    return exclusions
        .withdraw(task, subject, body.reason(), () -> requests.context(body))
        .map(handled -> Answers.created(handled, ExclusionResource::listed));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/{subject}/decline")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person does not agree; the subject stays in the draw")
  public Uni<RestResponse<List<Listed>>> decline(
      @PathParam("task") @Size(max = 64) String task,
      @PathParam("subject") @Size(max = 64) String subject,
      @NotNull @Valid ExclusionEnd body) {
    return exclusions
        .decline(task, subject, body.reason(), () -> requests.context(body))
        .map(handled -> Answers.created(handled, ExclusionResource::listed));
  }

  @GET
  @Path("/ended")
  @Versioned
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "What was asked for the next round and taken back or not agreed to, and why")
  public Uni<RestResponse<List<EndedExclusion>>> ended(
      @PathParam("task") @Size(max = 64) String task) {
    return exclusions
        .all(task)
        .map(loaded ->
            Answers.versioned(
                loaded.state().ended().stream()
                    .map(one ->
                        new EndedExclusion(
                            one.entry().exclusion(),
                            one.entry().by(),
                            one.by(),
                            one.reason(),
                            one.withdrawn()))
                    .toList(),
                loaded.version()));
  }

  @GET
  @Versioned
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "The exclusions by hand of the next round; who approves one names the ETag")
  public Uni<RestResponse<List<Listed>>> all(@PathParam("task") @Size(max = 64) String task) {
    return exclusions
        .all(task)
        .map(loaded -> Answers.versioned(listed(loaded.state()), loaded.version()));
  }

  private static List<Listed> listed(ExclusionList list) {
    return list.all().values().stream()
        .sorted(Comparator.comparing(e -> e.exclusion().subject()))
        .map(e -> new Listed(e.exclusion(), e.by(), e.approvedBy().orElse(null)))
        .toList();
  }
}
