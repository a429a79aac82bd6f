package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.application.ObjectionWork;
import cn.doublerandom.publication.application.ObjectionWork.OwnResult;
import cn.doublerandom.publication.result.Objection;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.BodyLimits;
import cn.doublerandom.servicekit.rest.MediaTypes;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 异议: a firm objects to the published result about it, for anybody who has its code. */
@Path("/api/v1/objections/{resultId}/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "objections", description = "异议")
public class ObjectionResource {
  /** Who has the code is the firm. */
  public static final String BY_CODE = "subject-by-code";

  @Inject ObjectionWork work;
  @Inject Requests requests;

  /** What the firm says; the bureau reads it, the public does not. */
  public record ObjectionRequest(
      @NotBlank @Size(max = 2000) @Schema(examples = "检查当日车辆已报停，有停运登记为证") String statement) {}

  /**
   * It was taken.
   *
   * @param receipt number under which the firm asks for it
   * @param dueOn last day of the answer
   */
  public record ObjectionReceived(String receipt, LocalDate raisedOn, LocalDate dueOn) {
    static ObjectionReceived of(Publication publication) {
      Publication.Published published = (Publication.Published) publication;
      Objection one = published.objections().open().orElseThrow();
      return new ObjectionReceived(
          Objection.receipt(published.content().resultId(), one.number()), one.on(), one.dueOn());
    }
  }

  @GET
  @PermitAll
  @Operation(
      summary = "What the firm sees by its code: the result, its objections and the answers",
      description =
          "404 `objection-code-unknown` for any code that is not that of the result. Whoever asks often waits:"
              + " 429.")
  public Uni<OwnResult> seen(
      @PathParam("resultId") @Size(max = 160) String resultId,
      @PathParam("code") @Size(max = 20) String code) {
    return work.seen(resultId, code, BusinessClock.day(requests.now()));
  }

  @POST
  @Creates
  @Versioned
  @PermitAll
  @Operation(summary = "Object to the result; one objection waits at a time, five at most")
  public Uni<RestResponse<ObjectionReceived>> raise(
      @PathParam("resultId") @Size(max = 160) String resultId,
      @PathParam("code") @Size(max = 20) String code,
      @NotNull @Valid ObjectionRequest body) {
    return work.raise(resultId, code, body.statement(), requests.contextOf(BY_CODE))
        .map(done -> Answers.created(done, ObjectionReceived::of));
  }

  @POST
  @Path("/evidence")
  @Creates
  @Versioned
  @Extension(name = BodyLimits.MOST_BYTES, value = BodyLimits.DOCUMENT)
  @Consumes({MediaTypes.BYTES, MediaTypes.FORM})
  @PermitAll
  @Blocking
  @Operation(
      summary =
          "Add a file to the objection that waits: PDF, JPEG or PNG, 8 MB at most, five files",
      description =
          "What it is its bytes say (422 `objection-evidence-unfit`), and whether all of it is there (422 `file-not-whole`).")
  public Uni<RestResponse<ObjectionReceived>> attach(
      @PathParam("resultId") @Size(max = 160) String resultId,
      @PathParam("code") @Size(max = 20) String code,
      File body)
      throws IOException {
    return work.attach(resultId, code, requests.file(body), requests.contextOf(BY_CODE))
        .map(done -> Answers.created(done, ObjectionReceived::of));
  }
}
