package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.application.Receipts;
import cn.doublerandom.inspection.application.Receipts.ReceiptLink;
import cn.doublerandom.inspection.rest.FollowUpResource.ReceiptRequest;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
import cn.doublerandom.servicekit.ui.PageCodes;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 回执: what the receiver of a notification or transfer sees by his link, without an account. */
@Path("/ui/receipts")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ReceiptPages {
  private static final String BY_LINK = "receiver-by-link";
  private static final String BUREAU = "bureau";

  @Inject
  @Location("inspection/receipt.html")
  Template receiptPage;

  @Inject Desk desk;
  @Inject Receipts receipts;
  @Inject PageCodes codes;

  /** It was received; the link is used up, and this says so. */
  @GET
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> thanks() {
    return desk.show(
        Uni.createFrom()
            .item(() ->
                receiptPage
                    .data("thanks", true)
                    .data("received", null)
                    .data("at", "")
                    .data("form", desk.forms().blank())));
  }

  @GET
  @Path("/{visit}/{number}/{secret}")
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(
      @PathParam("visit") @Size(max = 160) String visit,
      @PathParam("number") int number,
      @PathParam("secret") @Size(max = 64) String secret) {
    return desk.show(page(visit, number, secret, desk.forms().blank()));
  }

  @POST
  @Path("/{visit}/{number}/{secret}")
  @Consumes(Forms.FIELDS)
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> receive(
      @PathParam("visit") @Size(max = 160) String visit,
      @PathParam("number") int number,
      @PathParam("secret") @Size(max = 64) String secret,
      byte[] body) {
    var link = new ReceiptLink(visit, number, codes.of(secret));
    return desk.act(
        body,
        form -> {
          ReceiptRequest paper = form.as(ReceiptRequest.class);
          return receipts.acknowledge(
              link, paper.receivedAs(), paper.reference(), form.contextOf(BY_LINK, paper));
        },
        done -> PageAddress.of(InspectionPlaces.receipts()).with(BUREAU, desk.here().value(BUREAU)),
        form -> page(visit, number, secret, form));
  }

  private Uni<TemplateInstance> page(String visit, int number, String secret, FilledForm form) {
    return receipts
        .received(new ReceiptLink(visit, number, codes.of(secret)))
        .map(received ->
            receiptPage
                .data("thanks", false)
                .data("received", received)
                .data(
                    "at",
                    PageAddress.of(
                            InspectionPlaces.receipt(visit, Integer.toString(number), secret))
                        .with(BUREAU, desk.here().value(BUREAU)))
                .data("form", form));
  }
}
