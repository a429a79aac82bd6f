package cn.doublerandom.registry.ui;

import cn.doublerandom.bureau.time.HolidayNotice;
import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.bureau.time.StatutoryHoliday;
import cn.doublerandom.bureau.time.WorkdayCalendar;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.registry.application.Workdays;
import cn.doublerandom.registry.rest.WorkdayResource.Notice;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.time.CalendarCommand;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
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
  @Inject LineRules rules;
  @Inject SecurityIdentity identity;
  @Inject Requests requests;

  /**
   * A notice as it is typed from the paper: days line by line, or from one to another.
   *
   * @param lacking statutory holidays it arranges no day off for
   * @param reason why that is right
   */
  public record Typed(
      @NotNull String number,
      @NotNull LocalDate issuedOn,
      @NotNull Integer year,
      @NotBlank @Size(max = 4_000) String off,
      @Nullable @Size(max = 4_000) String worked,
      @Size(max = 7) List<StatutoryHoliday> lacking,
      @Nullable @Size(max = 500) String reason) {}

  /** Asks that a notice count, as {@code POST /api/v1/workdays/notices} does; another agrees. */
  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> issue(byte[] body) {
    return desk.does(
        body,
        form -> {
          Notice notice = typed(form);
          FieldRules.past("issuedOn", notice.issuedOn(), BusinessClock.day(requests.now()));
          return workdays
              .issue(notice.notice(), notice.answers(), form.context(notice))
              .map(Refusals::require)
              .map(done -> PageAddress.of(RegistryPlaces.request("notices", notice.number())));
        },
        this::list);
  }

  private Notice typed(Form form) {
    Typed typed = form.as(Typed.class);
    String worked = typed.worked();
    String reason = typed.reason();
    List<LocalDate> off = days("off", typed.off());
    List<LocalDate> instead = worked == null ? List.of() : days("worked", worked);
    var notice =
        Notice.of(
            new HolidayNotice(typed.number(), typed.issuedOn(), typed.year(), off, instead),
            typed.lacking().stream()
                .map(holiday ->
                    new CalendarCommand.LackingHoliday(holiday, reason == null ? "" : reason))
                .toList());
    return rules.held(notice);
  }

  private List<LocalDate> days(String field, String text) {
    RuleWords words = desk.words(RuleWords.class);
    List<TypedDays.Line> lines = TypedDays.of(text);
    LineRules.refuse(
        field,
        lines.stream()
            .filter(line -> line.days().isEmpty())
            .map(line -> words.noDays(line.number(), line.text()))
            .toList());
    return lines.stream().flatMap(line -> line.days().stream()).distinct().sorted().toList();
  }

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    return desk.show(list(desk.forms().blank()));
  }

  private Uni<TemplateInstance> list(FilledForm form) {
    Query query = desk.query();
    LocalDate from = query.day("from", BusinessClock.day(requests.now()));
    int days = query.number("days", 0);
    return Uni.combine()
        .all()
        .unis(workdays.calendar(), workdays.waiting())
        .usingConcurrencyOf(1)
        .with((calendar, waiting) ->
            page(query, calendar, waiting.state())
                .data("due", query.isRefused() ? null : due(calendar, from, days))
                .data("form", form)
                .data("holidays", holidays())
                .data(
                    "mayIssue", identity.hasRole(Roles.COORDINATOR) && waiting.state().isEmpty()));
  }

  private List<Choice> holidays() {
    RuleWords words = desk.words(RuleWords.class);
    return Arrays.stream(StatutoryHoliday.values())
        .map(holiday -> new Choice(holiday.name(), words.holidayOf(holiday)))
        .toList();
  }

  private static WorkdayCalendar.@Nullable Deadline due(
      WorkdayCalendar calendar, LocalDate from, int days) {
    return days < 1 || days > WorkdayCalendar.MAX_DAYS ? null : calendar.after(from, days);
  }

  private TemplateInstance page(
      Query query, WorkdayCalendar calendar, Optional<IssuedNotices.NoticeAsked> waiting) {
    return page.data("query", query.form())
        .data("notices", calendar.notices().reversed())
        .data("waiting", waiting.map(asked -> asked.notice().number()).orElse(null));
  }
}
