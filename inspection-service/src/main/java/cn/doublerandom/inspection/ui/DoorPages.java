package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.application.Doors;
import cn.doublerandom.inspection.rest.CheckCodeResource.RecusalRequest;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
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

/** 扫码入企: what a subject sees by its code, on any phone and without an account. */
@Path("/ui/checks")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class DoorPages {
  private static final String BY_CODE = "subject-by-code";
  private static final String BUREAU = "bureau";

  @Inject
  @Location("inspection/door.html")
  Template doorPage;

  @Inject
  @Location("inspection/door-code.html")
  Template codePage;

  @Inject Desk desk;
  @Inject Doors doors;
  @Inject Requests requests;

  /** Where the code is typed; with one it goes on. */
  @GET
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> ask() {
    String code = desk.here().value("code").strip();
    return code.isEmpty()
        ? desk.show(typed(FilledForm.asked(desk.here().query())))
        : desk.show(
            doors
                .open(code, BusinessClock.day(requests.now()))
                .map(door -> shown(door, desk.forms().blank(), false))
                .onFailure(ProblemException.class)
                .recoverWithItem(unknown ->
                    typed(desk.askedInVain("code", InspectionRejection.CHECK_CODE_UNKNOWN))));
  }

  private TemplateInstance typed(FilledForm form) {
    return codePage.data("query", form).data("named", desk.here().value(BUREAU));
  }

  @GET
  @Path("/{code}")
  @PermitAll
  @Operation(hidden = true)
  public Uni<RestResponse<String>> door(@PathParam("code") @Size(max = 20) String code) {
    return desk.show(page(code, desk.forms().blank()));
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
              code, asked.inspector(), asked.reason(), () -> requests.contextOf(BY_CODE));
        },
        done -> told(code, done),
        form -> page(code, form));
  }

  private PageAddress told(String code, Handled.Done<?, ?> done) {
    return PageAddress.of(InspectionPlaces.door(code))
        .with(BUREAU, desk.here().value(BUREAU))
        .with("asked", done.version());
  }

  private Uni<TemplateInstance> page(String code, FilledForm form) {
    boolean asked = !desk.here().value("asked").isEmpty();
    return doors
        .open(code, BusinessClock.day(requests.now()))
        .map(door -> shown(door, form, asked));
  }

  private TemplateInstance shown(Doors.Door door, FilledForm form, boolean asked) {
    return doorPage
        .data("door", door)
        .data("form", form)
        .data("asked", asked)
        .data(
            "recuse",
            PageAddress.of(InspectionPlaces.door(door.code()) + "/recusals")
                .with(BUREAU, desk.here().value(BUREAU)))
        .data(
            "officers",
            door.officers().stream().map(one -> new Choice(one.number(), one.number())).toList());
  }
}
