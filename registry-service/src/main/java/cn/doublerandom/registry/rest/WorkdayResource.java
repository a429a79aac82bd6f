package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.WorkdayCalendar;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 工作日: when a period ends. */
@Path("/api/v1/workdays")
@Tag(name = "workdays", description = "工作日历")
public class WorkdayResource {
  private static final WorkdayCalendar CALENDAR = WorkdayCalendar.shipped();

  @GET
  @Path("/due")
  @PermitAll
  @Operation(summary = "The last day of a period of working days that starts the day after")
  public WorkdayCalendar.Deadline due(
      @QueryParam("from") @NotNull @Parameter(example = "2024-02-08") LocalDate from,
      @QueryParam("days") @NotNull @Parameter(example = "20") Integer days) {
    if (days < 1 || days > WorkdayCalendar.MAX_DAYS) {
      throw new ProblemException(RegistryRejection.DAYS_OUT_OF_RANGE);
    }
    return CALENDAR.after(from, days);
  }
}
