package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.application.Reporting;
import cn.doublerandom.publication.report.Report;
import cn.doublerandom.publication.report.ReportPeriod;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.MediaTypes;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 月报、年报 (R66): what a bureau reports of a month or a year. */
@Path("/api/v1/reports")
@RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
@Tag(name = "reports", description = "月报、年报")
public class ReportResource {
  @Inject Reporting reporting;
  @Inject Requests requests;

  @GET
  @Path("/{period}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The report of a month or a year, as of today",
      description =
          "Counted from the notices: subjects drawn, completion, publication, findings, coverage, by task,"
              + " and everything that is not public yet. Each share says what it is of.")
  public Uni<Report> report(
      @PathParam("period") @Size(max = 7) @Parameter(example = "2023-03") String period) {
    LocalDate today = BusinessClock.day(requests.now());
    return reporting.of(Reporting.period(period, today), today);
  }

  @GET
  @Path("/{period}/table")
  @Produces(MediaTypes.XLSX)
  @Operation(summary = "The same as a workbook")
  public Uni<RestResponse<byte[]>> table(
      @PathParam("period") @Size(max = 7) @Parameter(example = "2023-03") String period) {
    LocalDate today = BusinessClock.day(requests.now());
    ReportPeriod of = Reporting.period(period, today);
    return reporting
        .table(of, today)
        .map(file ->
            RestResponse.ResponseBuilder.ok(file)
                .header(
                    "Content-Disposition", "attachment; filename=\"report-" + of.text() + ".xlsx\"")
                .build());
  }
}
