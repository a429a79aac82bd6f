package cn.doublerandom.registry.rest;

import cn.doublerandom.bureau.time.HolidayNotice;
import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.bureau.time.StatutoryHoliday;
import cn.doublerandom.bureau.time.WorkdayCalendar;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.application.Workdays;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.time.CalendarCommand;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 工作日: when a period ends, and by which notices. */
@Path("/api/v1/workdays")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "workdays", description = "工作日历")
public class WorkdayResource {
  private static final int MOST_DAYS = 100;

  @Inject Workdays workdays;
  @Inject Requests requests;

  /** A notice as it is typed from the State Council's paper. */
  public record Notice(
      @NotNull
          @Pattern(regexp = "国(办)?发(明电)?〔[0-9]{4}〕[0-9]{1,4}号", message = "{words.notice-number}")
          @Schema(examples = "国办发明电〔2025〕7号")
          String number,
      @NotNull @Schema(examples = "2025-11-04") LocalDate issuedOn,
      @Min(2019) @Max(2200) @Schema(examples = "2026") int year,
      @NotNull @Size(max = MOST_DAYS) @Schema(examples = "[\"2026-01-01\"]")
          List<@NotNull LocalDate> off,
      @NotNull @Size(max = MOST_DAYS) @Schema(examples = "[\"2026-01-04\"]")
          List<@NotNull LocalDate> worked,
      @Nullable @Size(max = 7) List<@NotNull @Valid Lacking> lacking) {
    /** The same with reasons as the rules have them. */
    public static Notice of(HolidayNotice told, List<CalendarCommand.LackingHoliday> lacking) {
      return new Notice(
          told.number(),
          told.issuedOn(),
          told.year(),
          told.off(),
          told.worked(),
          lacking.stream().map(one -> new Lacking(one.holiday(), one.reason())).toList());
    }

    /** What is meant. */
    public HolidayNotice notice() {
      return new HolidayNotice(
          number,
          issuedOn,
          year,
          off.stream().sorted().toList(),
          worked.stream().sorted().toList());
    }

    /** Why it is right that it arranges no day off for some statutory holidays. */
    public List<CalendarCommand.LackingHoliday> answers() {
      return lacking == null
          ? List.of()
          : lacking.stream()
              .map(answer -> new CalendarCommand.LackingHoliday(answer.holiday(), answer.reason()))
              .toList();
    }
  }

  /** Why it is right that the notice arranges no day off for a statutory holiday. */
  public record Lacking(
      @NotNull @Schema(examples = "MID_AUTUMN") StatutoryHoliday holiday,
      @NotBlank @Size(max = 500) @Schema(examples = "国务院办公厅另行通知") String reason) {}

  @GET
  @Path("/due")
  @PermitAll
  @Operation(summary = "The last day of a period of working days that starts the day after")
  public Uni<WorkdayCalendar.Deadline> due(
      @QueryParam("from") @NotNull @Parameter(example = "2024-02-08") LocalDate from,
      @QueryParam("days") @NotNull @Parameter(example = "20") Integer days) {
    if (days < 1 || days > WorkdayCalendar.MAX_DAYS) {
      throw new ProblemException(RegistryRejection.DAYS_OUT_OF_RANGE);
    }
    return workdays.calendar().map(calendar -> calendar.after(from, days));
  }

  @GET
  @Path("/notices")
  @PermitAll
  @Operation(summary = "All holiday notices, in the order they were issued")
  public Uni<List<HolidayNotice>> notices() {
    return workdays.calendar().map(WorkdayCalendar::notices);
  }

  /**
   * A notice that waits for a second person.
   *
   * @param lacking why it is right that it arranges no day off for these holidays
   */
  public record WaitingNotice(
      HolidayNotice notice,
      Map<StatutoryHoliday, String> lacking,
      String requestedBy,
      String note) {
    static WaitingNotice of(IssuedNotices.NoticeAsked asked) {
      return new WaitingNotice(asked.notice(), asked.lacking(), asked.by(), "待另一人批准，批准之前各期限照旧计算");
    }
  }

  @GET
  @Versioned
  @Path("/notices/waiting")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(summary = "The notice that waits for a second person, who names its ETag, or none")
  public Uni<RestResponse<List<WaitingNotice>>> waiting() {
    return workdays
        .waiting()
        .map(loaded ->
            Answers.versioned(
                loaded.state().stream().map(WaitingNotice::of).toList(), loaded.version()));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/notices")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      summary =
          "Ask that a new notice count; when another person agreed open deadlines move with it,"
              + " closed ones stay. One that lacks a statutory holiday is asked for only with a"
              + " reason in lacking. Answers what waits")
  public Uni<RestResponse<List<WaitingNotice>>> issue(@NotNull @Valid Notice notice) {
    FieldRules.past("issuedOn", notice.issuedOn(), BusinessClock.day(requests.now()));
    return workdays
        .issue(notice.notice(), notice.answers(), requests.context(notice))
        .map(handled ->
            Answers.created(
                handled, issued -> issued.asked().stream().map(WaitingNotice::of).toList()));
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/workdays/notices/waiting")
  @Path("/notices/{number}/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person agrees to a notice; all notices that count")
  public Uni<RestResponse<List<HolidayNotice>>> approve(
      @PathParam("number") @Size(max = 64) String number) {
    return workdays
        .approve(number, requests.context("approve-notice"))
        .map(handled -> Answers.ok(handled, issued -> issued.calendar().notices()));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/notices/{number}/decline")
  @RolesAllowed({Roles.APPROVER, Roles.COORDINATOR})
  @Operation(
      summary =
          "Another person does not agree, or whoever typed a notice takes it back, with a reason")
  public Uni<RestResponse<List<HolidayNotice>>> decline(
      @PathParam("number") @Size(max = 64) String number,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    return workdays
        .end(number, end.reason(), requests.context(end))
        .map(handled -> Answers.ok(handled, issued -> issued.calendar().notices()));
  }
}
