package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.application.RepairWork;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.Repair;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/** 信用修复: a firm asks that the publication about it end early, by the code of its notice. */
@Path("/api/v1/objections/{resultId}/{code}/repair")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "repairs", description = "信用修复")
public class OwnRepairResource {
  @Inject RepairWork work;
  @Inject Requests requests;

  /** What the firm put right; the bureau reads it, the public does not. */
  public record RepairRequest(
      @NotBlank @Size(max = 2000) @Schema(examples = "灭火器已更换并经复查合格，罚款已缴清") String statement) {}

  /**
   * It was taken.
   *
   * @param receipt number under which the firm asks for it
   */
  public record RepairReceived(String receipt, LocalDate askedOn) {
    static RepairReceived of(Publication publication) {
      Publication.Published published = (Publication.Published) publication;
      Repair one = published.repairs().waiting().orElseThrow();
      return new RepairReceived(
          Repair.receipt(published.content().resultId(), one.number()), one.on());
    }
  }

  @POST
  @Creates
  @Versioned
  @PermitAll
  @Operation(
      summary = "Ask that the publication of a finding end early; for anybody who has its code",
      description =
          "Once the least time has passed (409 `repair-too-early`), one at a time, five at most. What became of it"
              + " stands in `repair` of what the firm sees by its code.")
  public Uni<RestResponse<RepairReceived>> ask(
      @PathParam("resultId") @Size(max = 160) String resultId,
      @PathParam("code") @Size(max = 20) String code,
      @NotNull @Valid RepairRequest body) {
    return work.ask(
            resultId,
            code,
            body.statement(),
            BusinessClock.day(requests.now()),
            requests.contextOf(ObjectionResource.BY_CODE))
        .map(done -> Answers.created(done, RepairReceived::of));
  }
}
