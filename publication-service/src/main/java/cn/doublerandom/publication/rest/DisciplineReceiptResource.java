package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.application.DisciplineWork;
import cn.doublerandom.publication.application.DisciplineWork.Asked;
import cn.doublerandom.publication.application.DisciplineWork.DisciplineLink;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.text.PublicText;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 联合惩戒的反馈: a receiver says once by its link what it did, without an account. */
@Path("/api/v1/disciplines/{resultId}/{number}/{secret}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "joint-discipline", description = "联合惩戒")
public class DisciplineReceiptResource {
  /** Who has the link is its receiver. */
  public static final String BY_LINK = "receiver-by-link";

  @Inject DisciplineWork work;
  @Inject Requests requests;

  /**
   * What the receiver did; everybody reads it beside the result.
   *
   * @param ending true where it is about the end of the measure, and not about the measure
   */
  public record DeedRequest(
      @Nullable Boolean ending,
      @PublicText @NotBlank @Size(max = 500) @Schema(examples = "已列入政府采购限制名单") String deed) {
    /** Whether it is about the end. */
    public boolean isOfEnding() {
      return Boolean.TRUE.equals(ending);
    }
  }

  /** It was taken. */
  public record DeedTaken(String resultId, String deed) {}

  @GET
  @PermitAll
  @Operation(
      summary = "What a receiver is asked to do, by its link",
      description =
          "404 `discipline-link-unknown` for a link that is wrong, replaced or used up. Where the"
              + " measure has ended with its result, `ended` says why and since when.")
  public Uni<Asked> asked(
      @PathParam("resultId") @Size(max = 160) String resultId,
      @PathParam("number") @Min(1) @Max(9) int number,
      @PathParam("secret") @Size(max = 64) String secret) {
    return work.asked(new DisciplineLink(resultId, number, secret));
  }

  @POST
  @Creates
  @Versioned
  @PermitAll
  @Operation(
      summary = "The receiver says what it did; the link is used up",
      description =
          "Of a measure that has ended with `ending` true, else 409 `discipline-ended`; of one that"
              + " stands without it, else 409 `discipline-stands`. Then the link stays.")
  public Uni<RestResponse<DeedTaken>> done(
      @PathParam("resultId") @Size(max = 160) String resultId,
      @PathParam("number") @Min(1) @Max(9) int number,
      @PathParam("secret") @Size(max = 64) String secret,
      @NotNull @Valid DeedRequest body) {
    return work.acknowledge(
            new DisciplineLink(resultId, number, secret),
            body.isOfEnding(),
            body.deed(),
            requests.contextOf(BY_LINK))
        .map(handled -> Answers.created(handled, known -> new DeedTaken(resultId, body.deed())));
  }
}
