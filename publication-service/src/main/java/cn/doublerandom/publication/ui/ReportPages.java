package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.application.Reporting;
import cn.doublerandom.publication.report.Report;
import cn.doublerandom.publication.report.ReportPeriod;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 月报、年报 in one press (R66): the month that runs, or whichever is asked for. */
@Path("/ui/reports")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ReportPages {
  /** More are read in the workbook. */
  private static final int MOST_OWED = 200;

  @Inject
  @Location("publication/reports.html")
  Template page;

  @Inject Desk desk;
  @Inject Reporting reporting;
  @Inject Requests requests;

  @GET
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> report(
      @QueryParam("period") @Size(max = 7) @Nullable String period) {
    LocalDate today = BusinessClock.day(requests.now());
    return desk.show(reporting.of(asked(period, today), today).map(this::page));
  }

  private TemplateInstance page(Report report) {
    return page.data("report", report)
        .data("owed", report.owed().stream().limit(MOST_OWED).toList());
  }

  private static ReportPeriod asked(@Nullable String period, LocalDate today) {
    if (period == null || period.isBlank()) {
      return ReportPeriod.monthOf(today);
    }
    return Reporting.period(period.strip(), today);
  }
}
