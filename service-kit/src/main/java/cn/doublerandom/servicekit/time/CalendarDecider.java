package cn.doublerandom.servicekit.time;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.servicekit.time.CalendarRejection.NOTICE_DAY_OUTSIDE_YEAR;
import static cn.doublerandom.servicekit.time.CalendarRejection.NOTICE_DAY_TWICE;
import static cn.doublerandom.servicekit.time.CalendarRejection.NOTICE_EMPTY;
import static cn.doublerandom.servicekit.time.CalendarRejection.NOTICE_LACKS_HOLIDAY;
import static cn.doublerandom.servicekit.time.CalendarRejection.NOTICE_NEEDS_SECOND_PERSON;
import static cn.doublerandom.servicekit.time.CalendarRejection.NOTICE_NOT_REQUESTED;
import static cn.doublerandom.servicekit.time.CalendarRejection.NOTICE_NUMBER_TAKEN;
import static cn.doublerandom.servicekit.time.CalendarRejection.NOTICE_WAITS;
import static cn.doublerandom.servicekit.time.CalendarRejection.NOTICE_WORKDAY_ON_WORKDAY;
import static cn.doublerandom.servicekit.time.CalendarRejection.REASON_MISSING;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.bureau.time.HolidayNotice;
import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.bureau.time.IssuedNotices.NoticeAsked;
import cn.doublerandom.bureau.time.StatutoryHoliday;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.servicekit.time.CalendarCommand.ApproveNotice;
import cn.doublerandom.servicekit.time.CalendarCommand.EndNotice;
import cn.doublerandom.servicekit.time.CalendarCommand.IssueNotice;
import cn.doublerandom.servicekit.time.CalendarCommand.LackingHoliday;
import cn.doublerandom.servicekit.time.CalendarCommand.NoteNotice;
import cn.doublerandom.servicekit.time.CalendarEvent.HolidayNoticeIssued;
import cn.doublerandom.servicekit.time.CalendarEvent.NoticeRequestEnded;
import cn.doublerandom.servicekit.time.CalendarEvent.NoticeRequested;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A notice is taken once and never edited; what it gets wrong, a later notice puts right. */
public final class CalendarDecider
    implements Decider<CalendarCommand, CalendarEvent, IssuedNotices> {
  @Override
  public IssuedNotices initial() {
    return new IssuedNotices(List.of());
  }

  @Override
  public Decision<CalendarEvent> decide(CalendarCommand command, IssuedNotices issued) {
    return switch (command) {
      case IssueNotice issue ->
          settled(issue.notice(), issued)
              .or(() -> Plausible.refused(issue.notice(), issued.calendar()))
              .orElseGet(() -> question(issue, issued));
      case ApproveNotice(var number, var by) ->
          waiting(number, issued)
              .map(asked -> approve(asked, by))
              .orElseGet(() -> reject(NOTICE_NOT_REQUESTED));
      case EndNotice end -> end(end, issued);
      case NoteNotice(var notice) ->
          settled(notice, issued).orElseGet(() -> accept(new HolidayNoticeIssued(notice, null)));
    };
  }

  /** A statutory holiday nobody arranged was more likely forgotten than abolished. */
  private static Decision<CalendarEvent> question(IssueNotice issue, IssuedNotices issued) {
    HolidayNotice notice = issue.notice();
    List<LackingHoliday> answers = issue.lacking();
    Set<LocalDate> off =
        Stream.concat(issued.calendar().notices().stream(), Stream.of(notice))
            .flatMap(known -> known.off().stream())
            .collect(Collectors.toSet());
    List<StatutoryHoliday> lacking =
        Arrays.stream(StatutoryHoliday.values())
            .filter(holiday -> holiday.on(notice.year()).filter(off::contains).isEmpty())
            .toList();
    Set<StatutoryHoliday> answered = LackingHoliday.answered(answers);
    List<StatutoryHoliday> open = lacking.stream().filter(h -> !answered.contains(h)).toList();
    if (!open.isEmpty()) {
      return reject(
          NOTICE_LACKS_HOLIDAY,
          Map.of(
              "lacking",
              open.stream().map(StatutoryHoliday::name).toList(),
              "holidays",
              open.stream().map(holiday -> told(holiday, notice.year())).toList()));
    }
    List<LackingHoliday> kept =
        answers.stream().filter(answer -> lacking.contains(answer.holiday())).toList();
    return ask(new NoticeRequested(notice, kept.isEmpty() ? null : kept, issue.by()), issued);
  }

  /** Days a deadline ends on are not for one person to move; one notice waits at a time. */
  private static Decision<CalendarEvent> ask(NoticeRequested asked, IssuedNotices issued) {
    Optional<NoticeAsked> waits = issued.asked();
    if (waits.isEmpty()) {
      return accept(asked);
    }
    return waits.get().notice().equals(asked.notice())
        ? accept()
        : reject(NOTICE_WAITS, "number", waits.get().notice().number());
  }

  private static Optional<NoticeAsked> waiting(String number, IssuedNotices issued) {
    return issued.asked().filter(asked -> asked.notice().number().equals(number));
  }

  private static Decision<CalendarEvent> end(EndNotice end, IssuedNotices issued) {
    if (waiting(end.number(), issued).isEmpty()) {
      return reject(NOTICE_NOT_REQUESTED);
    }
    return ReasonText.isInWords(end.reason())
        ? accept(new NoticeRequestEnded(end.number(), end.by(), end.reason()))
        : reject(REASON_MISSING, "field", "reason");
  }

  private static Decision<CalendarEvent> approve(NoticeAsked asked, String by) {
    if (SecondPerson.isSame(by, asked.by())) {
      return reject(NOTICE_NEEDS_SECOND_PERSON);
    }
    List<LackingHoliday> lacking =
        asked.lacking().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(answer -> new LackingHoliday(answer.getKey(), answer.getValue()))
            .toList();
    return accept(
        new HolidayNoticeIssued(
            asked.notice(), lacking.isEmpty() ? null : lacking, asked.by(), by));
  }

  private static Map<StatutoryHoliday, String> reasons(@Nullable List<LackingHoliday> lacking) {
    return lacking == null
        ? Map.of()
        : lacking.stream()
            .collect(
                Collectors.toMap(LackingHoliday::holiday, LackingHoliday::reason, (a, b) -> a));
  }

  private static String told(StatutoryHoliday holiday, int year) {
    return holiday.text() + holiday.on(year).map(day -> " " + day).orElse("");
  }

  /** What is to be said of a notice whatever it arranges: it is known, or cannot be right. */
  private static Optional<Decision<CalendarEvent>> settled(
      HolidayNotice notice, IssuedNotices issued) {
    Optional<HolidayNotice> known = issued.find(notice.number());
    if (known.isPresent()) {
      return Optional.of(
          known.get().equals(notice)
              ? accept()
              : reject(NOTICE_NUMBER_TAKEN, "number", notice.number()));
    } else if (notice.days().findAny().isEmpty()) {
      return Optional.of(reject(NOTICE_EMPTY, "field", "off"));
    }
    Set<LocalDate> seen = new HashSet<>();
    return refused(NOTICE_DAY_OUTSIDE_YEAR, notice.days().filter(d -> !isOf(notice.year(), d)))
        .or(() -> refused(NOTICE_DAY_TWICE, notice.days().filter(day -> !seen.add(day))))
        .or(() ->
            refused(
                NOTICE_WORKDAY_ON_WORKDAY,
                notice.worked().stream().filter(issued.calendar()::isWorkday)));
  }

  private static Optional<Decision<CalendarEvent>> refused(
      CalendarRejection rejection, Stream<LocalDate> wrong) {
    return wrong.findFirst().map(day -> reject(rejection, "day", day.toString()));
  }

  /** New Year's holiday begins in the old year now and then. */
  private static boolean isOf(int year, LocalDate day) {
    return day.getYear() == year || (day.getYear() == year - 1 && day.getMonthValue() == 12);
  }

  @Override
  public IssuedNotices evolve(IssuedNotices issued, CalendarEvent event) {
    return switch (event) {
      case HolidayNoticeIssued told -> {
        var notices = new ArrayList<>(issued.notices());
        notices.add(told.notice());
        yield new IssuedNotices(
            notices, issued.asked().filter(asked -> !asked.notice().equals(told.notice())));
      }
      case NoticeRequested(var notice, var lacking, var by) ->
          new IssuedNotices(
              issued.notices(), Optional.of(new NoticeAsked(notice, reasons(lacking), by)));
      case NoticeRequestEnded ended -> new IssuedNotices(issued.notices());
    };
  }
}
