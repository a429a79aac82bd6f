package cn.doublerandom.registry.ui;

import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.bureau.time.WorkdayCalendar;
import cn.doublerandom.registry.application.Workdays;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 节假日: the notices by which working days are counted. */
@Path("/ui/holidays")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class HolidayPages {
  @Inject
  @Location("registry/holidays.html")
  Template page;

  @Inject Desk desk;
  @Inject Workdays workdays;
  @Inject Requests requests;

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    LocalDate from = query.day("from", BusinessClock.day(requests.now()));
    int days = query.number("days", 0);
    return desk.show(
        Uni.combine()
            .all()
            .unis(workdays.calendar(), workdays.waiting())
            .usingConcurrencyOf(1)
            .with((calendar, waiting) ->
                page(query, calendar, waiting.state()).data("due", due(calendar, from, days))));
  }

  private static @Nullable LocalDate due(WorkdayCalendar calendar, LocalDate from, int days) {
    return days < 1 || days > WorkdayCalendar.MAX_DAYS ? null : calendar.after(from, days).due();
  }

  private TemplateInstance page(
      Query query, WorkdayCalendar calendar, Optional<IssuedNotices.NoticeAsked> waiting) {
    return page.data("query", query.form())
        .data("notices", calendar.notices().reversed())
        .data("waiting", waiting.map(asked -> asked.notice().number()).orElse(null));
  }
}
