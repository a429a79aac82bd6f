package cn.doublerandom.publication.ui;

import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.publication.application.DisciplineWork;
import cn.doublerandom.publication.application.DisciplineWork.DisciplineLink;
import cn.doublerandom.publication.rest.DisciplineReceiptResource;
import cn.doublerandom.publication.rest.DisciplineReceiptResource.DeedRequest;
import cn.doublerandom.servicekit.page.BureauPages;
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

/** 联合惩戒的反馈 by the link of a receiver, as {@code DisciplineReceiptResource} takes it. */
@Path("/ui/disciplines")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class DisciplinePages {
  private static final String BUREAU = "bureau";

  @Inject
  @Location("portal/discipline.html")
  Template answerPage;

  @Inject Desk desk;
  @Inject BureauPages pages;
  @Inject DisciplineWork work;
  @Inject PageCodes codes;

  /** It was received; the link is used up, and this says so. */
  @GET
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> thanks() {
    return desk.show(
        pages.named(
            Uni.createFrom()
                .item(() ->
                    answerPage
                        .data("thanks", true)
                        .data("asked", null)
                        .data("to", "")
                        .data("form", desk.forms().blank()))));
  }

  @GET
  @Path("/{result}/{number}/{secret}")
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(
      @PathParam("result") @Size(max = 160) String result,
      @PathParam("number") int number,
      @PathParam("secret") @Size(max = 64) String secret) {
    return desk.show(page(result, number, secret, desk.forms().blank()));
  }

  @POST
  @Path("/{result}/{number}/{secret}")
  @Consumes(Forms.FIELDS)
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> done(
      @PathParam("result") @Size(max = 160) String result,
      @PathParam("number") int number,
      @PathParam("secret") @Size(max = 64) String secret,
      byte[] body) {
    var link = new DisciplineLink(result, number, codes.of(secret));
    return desk.act(
        body,
        form -> {
          DeedRequest said = form.as(DeedRequest.class);
          return work.acknowledge(
              link,
              said.isOfEnding(),
              said.deed(),
              form.contextOf(DisciplineReceiptResource.BY_LINK, said));
        },
        taken ->
            PageAddress.of(PublicationPlaces.disciplines()).with(BUREAU, desk.here().value(BUREAU)),
        form -> page(result, number, secret, form));
  }

  private Uni<TemplateInstance> page(String result, int number, String secret, FilledForm form) {
    return pages.named(
        work.asked(new DisciplineLink(result, number, codes.of(secret)))
            .map(asked ->
                answerPage
                    .data("thanks", false)
                    .data("asked", asked)
                    .data(
                        "to",
                        PageAddress.of(
                                PublicationPlaces.discipline(
                                    result, Integer.toString(number), secret))
                            .with(BUREAU, desk.here().value(BUREAU)))
                    .data("form", form)));
  }
}
