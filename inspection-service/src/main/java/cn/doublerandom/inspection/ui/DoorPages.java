package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.application.Doors;
import cn.doublerandom.inspection.application.VisitRatings;
import cn.doublerandom.inspection.rating.Rating;
import cn.doublerandom.inspection.rest.CheckCodeResource.RatingRequest;
import cn.doublerandom.inspection.rest.CheckCodeResource.RecusalRequest;
import cn.doublerandom.inspection.visit.VisitState;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.rest.Unkept;
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
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 扫码入企: what a subject sees by its code, on any phone and without an account. */
@Path("/ui/checks")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class DoorPages {
  private static final String BY_CODE = "subject-by-code";
  private static final String BUREAU = "bureau";
  private static final List<Choice> GRADES =
      IntStream.rangeClosed(Rating.LEAST, Rating.MOST)
          .mapToObj(Integer::toString)
          .map(grade -> new Choice(grade, grade))
          .toList();

  @Inject
  @Location("inspection/door.html")
  Template doorPage;

  @Inject
  @Location("inspection/door-code.html")
  Template codePage;

  @Inject
  @Location("inspection/rating.html")
  Template ratingPage;

  @Inject Desk desk;
  @Inject Doors doors;
  @Inject VisitRatings ratings;
  @Inject Requests requests;
  @Inject PageCodes codes;

  /** Where the code is typed; an address of before that has one goes on. */
  @GET
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> ask() {
    String code = desk.here().value("code").strip();
    return code.isEmpty()
        ? desk.show(typed(desk.forms().blank()))
        : page(code, desk.forms().blank())
            .map(known -> Desk.seeOther(place(code)))
            .onFailure(ProblemException.class)
            .recoverWithUni(unknown ->
                desk.show(
                    typed(
                        desk.forms()
                            .blank()
                            .with("code", code)
                            .refused(
                                desk.askedInVain("code", InspectionRejection.CHECK_CODE_UNKNOWN)
                                    .faults(),
                                false))));
  }

  /** The code as it was typed: it stands in no address. */
  @POST
  @Consumes(Forms.FIELDS)
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> look(byte[] body) {
    return desk.does(
        body,
        form -> {
          String code = form.value("code").strip();
          return page(code, desk.forms().blank()).map(known -> place(code));
        },
        form -> Uni.createFrom().item(() -> typed(form)));
  }

  private PageAddress place(String code) {
    return PageAddress.of(InspectionPlaces.door(code)).with(BUREAU, desk.here().value(BUREAU));
  }

  private TemplateInstance typed(FilledForm form) {
    return codePage
        .data("query", form)
        .data(
            "to", PageAddress.of(InspectionPlaces.doors()).with(BUREAU, desk.here().value(BUREAU)));
  }

  @GET
  @Path("/{code}")
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> door(@PathParam("code") @Size(max = 20) String code) {
    return (codes.isOver(code)
            ? desk.show(typed(desk.forms().blank()))
            : desk.show(page(code, desk.forms().blank())))
        .map(Unkept::of);
  }

  /** 申请回避, as {@code POST /api/v1/checks/{code}/recusals} does it. */
  @POST
  @Path("/{code}/recusals")
  @Consumes(Forms.FIELDS)
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> recuse(
      @PathParam("code") @Size(max = 20) String code, byte[] body) {
    return desk.act(
            body,
            form -> {
              RecusalRequest asked = form.as(RecusalRequest.class);
              return doors.askRecusal(
                  codes.of(code),
                  asked.inspector(),
                  asked.reason(),
                  () -> form.contextOf(BY_CODE, asked));
            },
            done -> told(code, done),
            form -> page(code, form))
        .map(Unkept::of);
  }

  private PageAddress told(String code, Handled.Done<?, ?> done) {
    return place(code).with("asked", done.version());
  }

  private Uni<TemplateInstance> page(String code, FilledForm form) {
    // An address is typed by anybody: that something was asked for is said where it was.
    boolean says = !desk.here().value("asked").isEmpty();
    return doors
        .open(codes.of(code), BusinessClock.day(requests.now()))
        .flatMap(door ->
            (says ? doors.hasAsked(codes.of(code)) : Uni.createFrom().item(false))
                .map(asked -> shown(code, door, form, asked)))
        .onFailure(ProblemException.class)
        .recoverWithUni(closed ->
            rating(code, desk.forms().blank())
                .onFailure(ProblemException.class)
                .transform(unknown -> closed));
  }

  /** 评价: when the visit is over its code leads here. */
  @GET
  @Path("/{code}/rating")
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> rating(@PathParam("code") @Size(max = 20) String code) {
    return desk.show(rating(code, desk.forms().blank()));
  }

  /** As {@code POST /api/v1/checks/{code}/rating} does it. */
  @POST
  @Path("/{code}/rating")
  @Consumes(Forms.FIELDS)
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> rate(
      @PathParam("code") @Size(max = 20) String code, byte[] body) {
    return desk.act(
        body,
        form -> {
          RatingRequest said = form.as(RatingRequest.class);
          return ratings.rate(
              codes.of(code),
              said.ratingCode(),
              said.rating(),
              () -> form.contextOf(BY_CODE, said));
        },
        done -> rate(code).with("received", 1),
        form -> rating(code, form));
  }

  private PageAddress rate(String code) {
    return PageAddress.of(InspectionPlaces.rating(code)).with(BUREAU, desk.here().value(BUREAU));
  }

  private Uni<TemplateInstance> rating(String code, FilledForm form) {
    CheckWords words = desk.words(CheckWords.class);
    return ratings
        .own(codes.of(code), BusinessClock.day(requests.now()))
        .map(own ->
            ratingPage
                .data("own", own)
                .data("form", form)
                .data(
                    "received",
                    !desk.here().value("received").isEmpty()
                        && (own.isGiven() || own.needsRatingCode()))
                .data("rate", rate(code))
                .data(
                    "yesNo",
                    List.of(new Choice("true", words.yes()), new Choice("false", words.no())))
                .data("grades", GRADES));
  }

  private TemplateInstance shown(String code, Doors.Door door, FilledForm form, boolean asked) {
    return doorPage
        .data("door", door)
        .data("form", form)
        .data("asked", asked)
        .data("rate", door.state() == VisitState.FINISHED ? rate(code) : null)
        .data(
            "recuse",
            PageAddress.of(InspectionPlaces.door(code) + "/recusals")
                .with(BUREAU, desk.here().value(BUREAU)))
        .data(
            "whom",
            Stream.concat(
                    door.officers().stream().map(one -> new Choice(one.number(), one.called())),
                    door.experts().stream().map(one -> new Choice(one.number(), shown(one))))
                .toList());
  }

  private static String shown(Doors.WhoAssists one) {
    return one.name() == null ? one.number() : one.number() + " " + one.name();
  }
}
