package cn.doublerandom.publication.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.publication.application.ObjectionAnswers;
import cn.doublerandom.publication.application.ObjectionWork;
import cn.doublerandom.publication.application.ObjectionWork.IssuedCode;
import cn.doublerandom.publication.result.Objection;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Refuses;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.MediaTypes;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.text.PublicText;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 异议的答复: the code for the firm's notice, and what becomes of its objections. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "objections", description = "异议")
public class ObjectionAnswerResource {
  @Inject ObjectionWork work;
  @Inject ObjectionAnswers answers;
  @Inject Requests requests;

  /** Why the result stands; everybody reads it beside the result. */
  public record ObjectionRejection(
      @PublicText @NotBlank @Size(max = 500) @Schema(examples = "停运登记在检查之后") String reason) {}

  /**
   * What is right, of one item.
   *
   * @param codes result codes of the item
   * @param reason everybody reads it beside the result
   */
  public record ObjectionCorrection(
      @NotBlank @Size(max = 64) @Schema(examples = "HB-JT-001") String itemCode,
      @NotNull @Size(max = 18) List<@NotNull @Size(max = 2) String> codes,
      @PublicText @NotBlank @Size(max = 500) @Schema(examples = "异议成立，录入有误") String reason) {}

  /** Why the publication is to hold no more; everybody reads it beside the result. */
  public record ObjectionWithdrawal(
      @PublicText @NotBlank @Size(max = 500) @Schema(examples = "异议成立，检查对象认定有误") String reason) {}

  @POST
  @Path("/results/{resultId}/objection-code")
  @Creates
  @Conditional
  @RolesAllowed(Roles.PUBLISHER)
  @Operation(
      summary = "A code for the notice the firm gets, told once; the one before is void",
      description = "By a publisher of a unit that inspected.")
  public Uni<RestResponse<IssuedCode>> issue(@PathParam("resultId") @Size(max = 160) String id) {
    return work.issue(
            id, requests.actor(), requests.unit(), today(), requests.context("objection-code"))
        .map(code -> RestResponse.status(RestResponse.Status.CREATED, code));
  }

  @GET
  @Path("/results/{resultId}/objections")
  @Versioned
  @Refuses(409)
  @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
  @Operation(summary = "The objections to a result with what the firm says, oldest first")
  public Uni<RestResponse<List<Objection>>> list(
      @PathParam("resultId") @Size(max = 160) String id) {
    return work.known(id)
        .map(loaded -> Answers.versioned(loaded.state().raised(), loaded.version()));
  }

  @GET
  @Path("/results/{resultId}/objections/{number}/evidence/{sha256}")
  @Produces(MediaTypes.BYTES)
  @Refuses(409)
  @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
  @Operation(summary = "A file that came with an objection, byte for byte")
  public Uni<RestResponse<byte[]>> file(
      @PathParam("resultId") @Size(max = 160) String id,
      @PathParam("number") @Min(1) @Max(1000) int number,
      @PathParam("sha256") @Pattern(regexp = "[0-9a-f]{64}", message = "{words.hex-64}")
          String sha256) {
    return work.file(
        id,
        number,
        sha256,
        (mediaType, content) ->
            RestResponse.ResponseBuilder.ok(content, mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + sha256 + "\"")
                .build());
  }

  @POST
  @Path("/results/{resultId}/objection/rejection")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      summary = "The result stands: ask that the objection be rejected; another person agrees",
      description =
          "Who inspected, recorded or published does not ask. Agreed to under"
              + " `/results/{resultId}/change/approval`; that answers the firm.")
  public Uni<RestResponse<NoticeResource.Pending>> reject(
      @PathParam("resultId") @Size(max = 160) String id, @NotNull @Valid ObjectionRejection body) {
    return answers
        .reject(id, body.reason(), requests.actor(), today(), requests.context(body))
        .map(ObjectionAnswerResource::answer);
  }

  @POST
  @Path("/results/{resultId}/objection/correction")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      summary = "The firm is right: ask for the correction of one item; another person agrees",
      description = "Agreed to under `/results/{resultId}/change/approval`; that answers the firm.")
  public Uni<RestResponse<NoticeResource.Pending>> correct(
      @PathParam("resultId") @Size(max = 160) String id, @NotNull @Valid ObjectionCorrection body) {
    return answers
        .correct(
            id,
            body.itemCode(),
            body.codes(),
            body.reason(),
            requests.actor(),
            today(),
            requests.context(body))
        .map(ObjectionAnswerResource::answer);
  }

  @POST
  @Path("/results/{resultId}/objection/withdrawal")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      summary = "The firm is right: ask that the publication hold no more; another person agrees",
      description = "Agreed to under `/results/{resultId}/change/approval`; that answers the firm.")
  public Uni<RestResponse<NoticeResource.Pending>> withdraw(
      @PathParam("resultId") @Size(max = 160) String id, @NotNull @Valid ObjectionWithdrawal body) {
    return answers
        .withdraw(id, body.reason(), requests.actor(), today(), requests.context(body))
        .map(ObjectionAnswerResource::answer);
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }

  private static RestResponse<NoticeResource.Pending> answer(
      Handled<ResultEvent, Publication> handled) {
    return Answers.ok(handled, NoticeResource::pending);
  }
}
