package cn.doublerandom.registry.ui;

import cn.doublerandom.bureau.time.HolidayNotice;
import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.registry.application.Workdays;
import cn.doublerandom.registry.rest.SubjectStatusResource.RequestEnd;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.CalendarStream;
import cn.doublerandom.servicekit.ui.Forms;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 放假安排通知 that waits. */
@Path("/ui/requests/notices")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class NoticeRequestPages {
  @Inject RequestDesk desk;
  @Inject Workdays workdays;

  @GET
  @Path("/{number}")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("number") @Size(max = 64) String number) {
    return desk.show(request(number));
  }

  @POST
  @Path("/{number}/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approve(
      @PathParam("number") @Size(max = 64) String number, byte[] body) {
    return desk.decide(
        body,
        CalendarStream.NAME,
        form -> workdays.approve(number, form.approval("approve-notice")),
        () -> request(number));
  }

  @POST
  @Path("/{number}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.APPROVER, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("number") @Size(max = 64) String number, byte[] body) {
    return desk.decide(
        body,
        CalendarStream.NAME,
        form -> {
          RequestEnd end = form.as(RequestEnd.class);
          return workdays.end(number, end.reason(), form.context(end));
        },
        () -> request(number));
  }

  private Uni<ShownRequest> request(String number) {
    return workdays
        .waiting()
        .map(loaded ->
            loaded
                .state()
                .filter(asked -> asked.notice().number().equals(number))
                .map(asked -> shown(asked, loaded.version()))
                .orElseThrow(() -> new ProblemException(EdgeRejection.NOT_FOUND)));
  }

  private ShownRequest shown(IssuedNotices.NoticeAsked asked, long version) {
    HolidayNotice notice = asked.notice();
    return new ShownRequest(
        notice.number(),
        "holiday-notice",
        RegistryPlaces.holidays(),
        List.of(
            new RequestFact(desk.words().off(), days(notice.off())),
            new RequestFact(desk.words().worked(), days(notice.worked())),
            new RequestFact(desk.words().by(), asked.by())),
        String.join("；", asked.lacking().values()),
        List.of(asked.by()),
        version,
        RequestActs.ofTwo(
            RegistryPlaces.request("notices", notice.number()),
            List.of(Roles.APPROVER),
            List.of(Roles.APPROVER, Roles.COORDINATOR)));
  }

  private static String days(List<LocalDate> days) {
    return days.stream().map(LocalDate::toString).collect(Collectors.joining("、"));
  }
}
