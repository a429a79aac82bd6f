package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.application.LetterWork;
import cn.doublerandom.publication.application.LetterWork.OwnLetter;
import cn.doublerandom.publication.application.LetterWork.Receipt;
import cn.doublerandom.publication.application.LetterWork.Sent;
import cn.doublerandom.publication.letter.LetterFigures;
import cn.doublerandom.publication.letter.LetterKind;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Refuses;
import cn.doublerandom.servicekit.rest.Requests;
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

/** 公众来信: anybody writes to the bureau without an account. */
@Path("/api/v1/letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "letters", description = "公众来信")
public class LetterResource {
  /** Nobody is known by name here. */
  public static final String BY_ANYBODY = "public";

  @Inject LetterWork work;
  @Inject Requests requests;

  /**
   * What somebody writes; the bureau reads it, the public does not.
   *
   * @param about number of a public result; absent where it is about none
   * @param contact how to reach who writes; absent where he does not say
   */
  public record LetterRequest(
      @NotNull LetterKind kind,
      @Nullable @Size(max = 160) @Schema(examples = "130534-2023001-001-1-91130534MA0023063G")
          String about,
      @NotBlank @Size(max = 2000) @Schema(examples = "公示页面在手机上打不开") String text,
      @Nullable @Size(max = 100) @Schema(examples = "手机号或者邮箱") String contact) {
    @Override
    public String toString() {
      return "LetterRequest[not told]";
    }

    /**
     * @param key of the form; empty where none was filled
     */
    public Sent sent(String key) {
      return new Sent(kind, about == null ? "" : about, text, contact == null ? "" : contact, key);
    }
  }

  @POST
  @Creates
  @Refuses(409)
  @PermitAll
  @Operation(
      summary = "Write to the bureau; number and code of the receipt are told once",
      description =
          "409 `letters-full` where too many wait. Words and contact are deleted 90 days after the answer."
              + " Whoever writes often waits: 429.")
  public Uni<RestResponse<Receipt>> write(@NotNull @Valid LetterRequest body) {
    return work.write(body.sent(""), requests.contextOf(BY_ANYBODY))
        .map(receipt -> RestResponse.status(RestResponse.Status.CREATED, receipt));
  }

  @GET
  @Path("/{id}/{code}")
  @PermitAll
  @Operation(
      summary = "What became of a letter, for who has its receipt",
      description =
          "404 `letter-unknown` for any code that is not that of the letter. Whoever asks often waits: 429.")
  public Uni<OwnLetter> seen(
      @PathParam("id") @Size(max = 60) String id, @PathParam("code") @Size(max = 20) String code) {
    return work.seen(id, code, BusinessClock.day(requests.now()));
  }

  @GET
  @Path("/figures/{year}")
  @PermitAll
  @Operation(summary = "What became of the letters of a year, in numbers")
  public Uni<LetterFigures> figures(@PathParam("year") @Min(2000) @Max(2999) int year) {
    return work.figures(year, BusinessClock.day(requests.now()));
  }
}
