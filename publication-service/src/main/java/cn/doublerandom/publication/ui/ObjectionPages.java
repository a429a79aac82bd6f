package cn.doublerandom.publication.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.application.ObjectionCodes;
import cn.doublerandom.publication.application.ObjectionWork;
import cn.doublerandom.publication.application.ObjectionWork.OwnResult;
import cn.doublerandom.publication.rest.ObjectionResource;
import cn.doublerandom.publication.rest.ObjectionResource.ObjectionRequest;
import cn.doublerandom.servicekit.page.BureauPages;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import cn.doublerandom.servicekit.ui.PageCodes;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
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
import java.io.File;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 异议 of a firm to the result about it, as {@code ObjectionResource} takes it. */
@Path("/ui/objections")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ObjectionPages {
  private static final String BUREAU = "bureau";
  private static final String FILE = "file";

  @Inject
  @Location("portal/objection-code.html")
  Template codePage;

  @Inject
  @Location("portal/objection.html")
  Template objectionPage;

  @Inject Desk desk;
  @Inject BureauPages pages;
  @Inject ObjectionWork work;
  @Inject Requests requests;
  @Inject PageCodes codes;

  /** Where number and code are typed; an address of before that has both goes on. */
  @GET
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> ask() {
    String result = desk.here().value("result").strip();
    String code = ObjectionCodes.written(desk.here().value("code"));
    if (isElsewhere(result)) {
      return Uni.createFrom()
          .item(() ->
              Desk.seeOther(
                  code.isEmpty()
                      ? PublicationPlaces.named(
                          PageAddress.of(PublicationPlaces.objections()).with("result", result),
                          result)
                      : place(result, code)));
    }
    return result.isEmpty() || code.isEmpty()
        ? desk.show(pages.named(Uni.createFrom().item(() -> typed(blank(result)))))
        : work.seen(result, code, BusinessClock.day(requests.now()))
            .map(own -> Desk.seeOther(place(result, code)))
            .onFailure(ProblemException.class)
            .recoverWithUni(unknown ->
                desk.show(
                    pages.named(
                        Uni.createFrom()
                            .item(() ->
                                typed(
                                    blank(result)
                                        .with("code", code)
                                        .refused(
                                            desk.askedInVain(
                                                    "code",
                                                    PublicationRejection.OBJECTION_CODE_UNKNOWN)
                                                .faults(),
                                            false))))));
  }

  /** Number and code as they were typed: they stand in no address. */
  @POST
  @Consumes(Forms.FIELDS)
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> look(byte[] body) {
    return desk.does(
        body,
        form -> {
          String result = form.value("result").strip();
          String code = ObjectionCodes.written(form.value("code"));
          return isElsewhere(result)
              ? Uni.createFrom().item(place(result, code))
              : work.seen(result, code, BusinessClock.day(requests.now()))
                  .map(own -> place(result, code));
        },
        form -> pages.named(Uni.createFrom().item(() -> typed(form))));
  }

  private FilledForm blank(String result) {
    return desk.forms().blank().with("result", result);
  }

  private PageAddress place(String result, String code) {
    return ofBureau(PageAddress.of(PublicationPlaces.objection(result, code)), result);
  }

  /** That of the number, where it is not the first; else the one that is asked. */
  private PageAddress ofBureau(PageAddress place, String result) {
    String own = PublicationPlaces.bureauOf(result);
    return place.with(BUREAU, own.isEmpty() ? desk.here().value(BUREAU) : own);
  }

  private boolean isElsewhere(String result) {
    return desk.here().value(BUREAU).isEmpty() && !PublicationPlaces.bureauOf(result).isEmpty();
  }

  private TemplateInstance typed(FilledForm form) {
    return codePage
        .data("query", form)
        .data(
            "to",
            PageAddress.of(PublicationPlaces.objections()).with(BUREAU, desk.here().value(BUREAU)));
  }

  @GET
  @Path("/{result}/{code}")
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(
      @PathParam("result") @Size(max = 160) String result,
      @PathParam("code") @Size(max = 20) String code) {
    return desk.show(
        codes.isOver(code)
            ? pages.named(Uni.createFrom().item(() -> typed(blank(result))))
            : page(result, code, "", desk.forms().blank()));
  }

  @POST
  @Path("/{result}/{code}")
  @Consumes(Forms.FIELDS)
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> raise(
      @PathParam("result") @Size(max = 160) String result,
      @PathParam("code") @Size(max = 20) String code,
      byte[] body) {
    return desk.act(
        body,
        form -> {
          ObjectionRequest said = form.as(ObjectionRequest.class);
          return work.raise(
              result,
              codes.of(code),
              said.statement(),
              form.contextOf(ObjectionResource.BY_CODE, said));
        },
        done -> seen(result, code, done),
        form -> page(result, code, "raise", form));
  }

  @POST
  @Path("/{result}/{code}/evidence")
  @Consumes(Forms.PARTS)
  @PermitAll
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> attach(
      @PathParam("result") @Size(max = 160) String result,
      @PathParam("code") @Size(max = 20) String code,
      File body) {
    return desk.does(
        body,
        form ->
            work.attach(
                    result,
                    codes.of(code),
                    sent(form),
                    requests.contextOf(ObjectionResource.BY_CODE))
                .map(Refusals::require)
                .map(done -> seen(result, code, done)),
        form -> page(result, code, "attach", form));
  }

  private java.nio.file.Path sent(Form form) {
    return form.file()
        .orElseThrow(() ->
            new ProblemException(
                EdgeRejection.FIELD_INVALID,
                List.of(
                    new Problem.FieldError(
                        FILE, null, "invalid", desk.words(ObjectionWords.class).noFile())),
                Map.of()));
  }

  private PageAddress seen(String result, String code, Handled.Done<?, ?> done) {
    return PageAddress.of(PublicationPlaces.objection(result, code))
        .with(BUREAU, desk.here().value(BUREAU))
        .with("taken", done.version());
  }

  private Uni<TemplateInstance> page(String result, String code, String act, FilledForm form) {
    return pages.named(
        work.seen(result, codes.of(code), BusinessClock.day(requests.now()))
            .map(own -> shown(own, code, act, form)));
  }

  private TemplateInstance shown(OwnResult own, String code, String act, FilledForm form) {
    PageAddress to =
        PageAddress.of(PublicationPlaces.objection(own.resultId(), code))
            .with(BUREAU, desk.here().value(BUREAU));
    PageAddress evidence =
        PageAddress.of(PublicationPlaces.objection(own.resultId(), code) + "/evidence")
            .with(BUREAU, desk.here().value(BUREAU));
    boolean waits = own.objections().stream().anyMatch(one -> one.outcome() == null);
    return objectionPage
        .data("own", own)
        .data("taken", waits && !desk.here().value("taken").isEmpty())
        .data("waits", waits)
        .data("to", to)
        .data("evidence", evidence)
        .data(
            "repair",
            PageAddress.of(PublicationPlaces.repair(own.resultId(), code))
                .with(BUREAU, desk.here().value(BUREAU)))
        .data("raise", act.equals("attach") ? desk.forms().blank() : form)
        .data("attach", act.equals("attach") ? form : desk.forms().blank());
  }
}
