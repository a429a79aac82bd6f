package cn.doublerandom.publication.ui;

import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.application.LetterWork;
import cn.doublerandom.publication.application.LetterWork.OwnLetter;
import cn.doublerandom.publication.letter.LetterFigures;
import cn.doublerandom.publication.letter.LetterKind;
import cn.doublerandom.publication.rest.LetterResource;
import cn.doublerandom.publication.rest.LetterResource.LetterRequest;
import cn.doublerandom.servicekit.page.BureauPages;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
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
import java.time.LocalDate;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 公众来信 for anybody, as {@code LetterResource} takes it. */
@Path("/ui/letters")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class LetterPages {
  private static final String BUREAU = "bureau";

  @Inject
  @Location("portal/letters.html")
  Template writePage;

  @Inject
  @Location("portal/letter.html")
  Template ownPage;

  @Inject Desk desk;
  @Inject BureauPages pages;
  @Inject LetterWork work;
  @Inject Requests requests;
  @Inject PageCodes codes;

  /**
   * Where somebody writes, or types what his receipt says; an address of before that has both of it
   * goes on.
   */
  @GET
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> ask() {
    String id = desk.here().value("id").strip();
    String code = desk.here().value("code").strip();
    if (isElsewhere(id)) {
      return Uni.createFrom()
          .item(() ->
              Desk.seeOther(
                  code.isEmpty()
                      ? PublicationPlaces.named(
                          PageAddress.of(PublicationPlaces.letters()).with("id", id), id)
                      : place(id, code)));
    }
    return id.isEmpty() || code.isEmpty()
        ? asks(blank(id))
        : work.seen(id, code, today())
            .map(own -> Desk.seeOther(place(id, code)))
            .onFailure(ProblemException.class)
            .recoverWithUni(unknown ->
                asks(
                    blank(id)
                        .with("code", code)
                        .refused(
                            desk.askedInVain("code", PublicationRejection.LETTER_UNKNOWN).faults(),
                            false)));
  }

  private Uni<RestResponse<String>> asks(FilledForm receipt) {
    return desk.show(pages.chosen("letters", () -> written(receipt, desk.forms().blank())));
  }

  private FilledForm blank(String id) {
    return desk.forms().blank().with("id", id);
  }

  private PageAddress place(String id, String code) {
    String own = PublicationPlaces.bureauOf(id);
    return PageAddress.of(PublicationPlaces.letter(id, code))
        .with(BUREAU, own.isEmpty() ? desk.here().value(BUREAU) : own);
  }

  private boolean isElsewhere(String id) {
    return desk.here().value(BUREAU).isEmpty() && !PublicationPlaces.bureauOf(id).isEmpty();
  }

  /** What a receipt says, as it was typed: it stands in no address. */
  @POST
  @Path("/look")
  @Consumes(Forms.FIELDS)
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> look(byte[] body) {
    return desk.does(
        body,
        form -> {
          String id = form.value("id").strip();
          String code = form.value("code").strip();
          return isElsewhere(id)
              ? Uni.createFrom().item(place(id, code))
              : work.seen(id, code, today()).map(own -> place(id, code));
        },
        form -> pages.named(written(form, desk.forms().blank())));
  }

  @POST
  @Consumes(Forms.FIELDS)
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> write(byte[] body) {
    return desk.does(
        body,
        form ->
            work.write(
                    form.as(LetterRequest.class).sent(form.ownKey()),
                    requests.contextOf(LetterResource.BY_ANYBODY))
                .map(receipt ->
                    PageAddress.of(PublicationPlaces.letter(receipt.id(), receipt.code()))
                        .with(BUREAU, desk.here().value(BUREAU))
                        .with("taken", "1")),
        form -> pages.named(written(blank(""), form)));
  }

  /** The receipt, and what became of it since. */
  @GET
  @Path("/{id}/{code}")
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(
      @PathParam("id") @Size(max = 60) String id, @PathParam("code") @Size(max = 20) String code) {
    return codes.isOver(code)
        ? asks(blank(id))
        : desk.show(
            pages.named(
                work.seen(id, codes.of(code), today()).map(own -> shown(own, codes.of(code)))));
  }

  private Uni<TemplateInstance> written(FilledForm asked, FilledForm form) {
    return work.figures(today().getYear(), today()).map(figures -> written(asked, form, figures));
  }

  private TemplateInstance written(FilledForm asked, FilledForm form, LetterFigures figures) {
    LetterWords words = desk.words(LetterWords.class);
    String bureau = desk.here().value(BUREAU);
    return writePage
        .data("query", asked)
        .data("look", PageAddress.of(PublicationPlaces.letterLook()).with(BUREAU, bureau))
        .data("write", form)
        .data("to", PageAddress.of(PublicationPlaces.letters()).with(BUREAU, bureau))
        .data("figures", figures)
        .data(
            "kinds",
            Arrays.stream(LetterKind.values())
                .map(one -> new Choice(one.name(), words.kindOf(one.name())))
                .toList());
  }

  private TemplateInstance shown(OwnLetter own, String code) {
    return ownPage
        .data("own", own)
        .data("code", code)
        .data("taken", !desk.here().value("taken").isEmpty())
        .data(
            "back",
            PageAddress.of(PublicationPlaces.letters()).with(BUREAU, desk.here().value(BUREAU)));
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
