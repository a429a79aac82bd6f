package cn.doublerandom.inspection.rest;

import cn.doublerandom.inspection.application.Receipts;
import cn.doublerandom.inspection.application.Receipts.ReceiptLink;
import cn.doublerandom.inspection.application.Receipts.Received;
import cn.doublerandom.inspection.rest.FollowUpResource.ReceiptRequest;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 回执: the receiver of a notification or transfer says once that he has it, without an account. */
@Path("/api/v1/receipts/{visitId}/{number}/{secret}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "follow-ups", description = "后续处置")
public class ReceiptResource {
  /** Who has the link is its receiver. */
  private static final String BY_LINK = "receiver-by-link";

  @Inject Receipts receipts;
  @Inject Requests requests;

  /** It was received. */
  public record ReceiptTaken(String document) {}

  @GET
  @PermitAll
  @Operation(
      summary = "What is to be received by a link",
      description = "404 `receipt-link-unknown` for a link that is wrong, replaced or used up.")
  public Uni<Received> one(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("number") @Min(1) @Max(1000) int number,
      @PathParam("secret") @Size(max = 64) String secret) {
    return receipts.received(new ReceiptLink(visitId, number, secret));
  }

  @POST
  @Creates
  @Versioned
  @PermitAll
  @Operation(summary = "The receiver says that he has it; the link is used up")
  public Uni<RestResponse<ReceiptTaken>> receive(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("number") @Min(1) @Max(1000) int number,
      @PathParam("secret") @Size(max = 64) String secret,
      @NotNull @Valid ReceiptRequest body) {
    return receipts
        .acknowledge(
            new ReceiptLink(visitId, number, secret),
            body.receivedAs(),
            body.reference(),
            requests.contextOf(BY_LINK))
        .map(handled -> Answers.created(handled, known -> new ReceiptTaken(body.reference())));
  }
}
