package cn.doublerandom.inspection.rest;

import cn.doublerandom.inspection.application.Doors;
import cn.doublerandom.inspection.application.VisitRatings;
import cn.doublerandom.inspection.rating.Rating;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.rest.Unkept;
import cn.doublerandom.servicekit.time.BusinessClock;
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

/** 检查码: who stands before a subject, and why; for anybody who has the code. */
@Path("/api/v1/checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "checks", description = "扫码入企")
public class CheckCodeResource {
  /** Who asks has no account: he has shown the code. */
  private static final String BY_CODE = "subject-by-code";

  @Inject Doors doors;
  @Inject VisitRatings ratings;
  @Inject Requests requests;

  /**
   * @param inspector number of an officer of the team, or of an expert beside it
   */
  public record RecusalRequest(
      @NotBlank @Size(max = 64) @Schema(examples = "JT001") String inspector,
      @NotBlank @Size(max = 500) @Schema(examples = "该检查人员曾在我单位任职") String reason) {}

  /**
   * What the firm says of its visit: closed questions, no words and no name.
   *
   * @param certificatesShown two officers at least showed their certificates
   * @param onlyListedItems nothing was asked that the list did not have
   * @param durationAcceptable it took no longer than it had to
   * @param overall 1 (bad) to 5 (good)
   * @param ratingCode 评价码 as the firm was given it; left out where the visit is rated without one
   */
  public record RatingRequest(
      @NotNull @Schema(examples = "true") Boolean certificatesShown,
      @NotNull @Schema(examples = "true") Boolean onlyListedItems,
      @NotNull @Schema(examples = "true") Boolean durationAcceptable,
      @NotNull @Min(Rating.LEAST) @Max(Rating.MOST) @Schema(examples = "4") Integer overall,
      @Nullable @Size(max = 20) @Schema(examples = "7K3MP-9QXTB") String ratingCode) {
    public Rating rating() {
      return new Rating(certificatesShown, onlyListedItems, durationAcceptable, overall);
    }
  }

  /** It was kept; nothing is said of how many there are. */
  public record RatingReceived(boolean received) {}

  /** What was asked for waits for a decision. */
  public record RecusalReceived(String inspector) {}

  @GET
  @Path("/{code}")
  @PermitAll
  @Operation(
      summary = "Who comes, by which plan and draw, for which items and on which legal basis",
      description =
          "Six characters as on the notice. Whoever asks often waits: 429. After the result is recorded the"
              + " code is unknown. `name` and `certificates` of an officer are empty where they are not known just"
              + " now, and of who left the register (ADR 102).")
  public Uni<RestResponse<Doors.Door>> door(@PathParam("code") @Size(max = 20) String code) {
    return doors
        .open(code, BusinessClock.day(requests.now()))
        .map(door -> Unkept.of(RestResponse.ok(door)));
  }

  @POST
  @Creates
  @Versioned
  @Path("/{code}/recusals")
  @PermitAll
  @Operation(
      summary =
          "The subject asks for the recusal of an officer, or of an expert beside them, before the"
              + " visit has begun")
  public Uni<RestResponse<RecusalReceived>> ask(
      @PathParam("code") @Size(max = 20) String code, @NotNull @Valid RecusalRequest body) {
    return doors
        .askRecusal(code, body.inspector(), body.reason(), () -> requests.contextOf(BY_CODE))
        .map(done -> Answers.created(done, known -> new RecusalReceived(body.inspector())));
  }

  @GET
  @Path("/{code}/rating")
  @PermitAll
  @Operation(
      summary = "Until when the firm may rate its visit, and whether the code has rated",
      description =
          "After the end of the visit, also when its result is recorded. Of an unknown code no more is said than"
              + " that it is unknown. Whether it has rated is not told where `needsRatingCode`.")
  public Uni<VisitRatings.OwnRating> rating(@PathParam("code") @Size(max = 20) String code) {
    return ratings.own(code, BusinessClock.day(requests.now()));
  }

  @POST
  @Path("/{code}/rating")
  @PermitAll
  @Operation(
      summary = "The firm rates its visit, once, for as long after its end as the packs say",
      description =
          "Which visit was rated stands nowhere; supervisors see sums of five ratings at least (ADR 81). Where"
              + " `needsRatingCode` it takes the code that was handed to the firm: 403"
              + " `rating-code-wrong` for any other (ADR 89).")
  public Uni<RatingReceived> rate(
      @PathParam("code") @Size(max = 20) String code, @NotNull @Valid RatingRequest body) {
    return ratings
        .rate(code, body.ratingCode(), body.rating(), () -> requests.contextOf(BY_CODE))
        .map(Answers::require)
        .map(kept -> new RatingReceived(true));
  }
}
