package cn.doublerandom.inspection.application;

import cn.doublerandom.bureau.time.WorkdayCalendar;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.followup.FollowUpSummary;
import cn.doublerandom.inspection.visit.ClosingSummary;
import cn.doublerandom.inspection.visit.Returned;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.identity.AccountNames.Names;
import cn.doublerandom.servicekit.waiting.DayWords;
import cn.doublerandom.servicekit.waiting.DueWords;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.MatterPlace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a visit wants next, and in which words.
 *
 * @param today business day
 * @param names of those who are visited, by subject; who is not known is named by his code
 * @param people who the officers are
 */
record VisitMatters(
    LocalDate today, WorkdayCalendar calendar, Map<String, String> names, Names people) {
  private static final MatterPlace PLACE = new MatterPlace("/inspection/ui/visits/{id}");
  private static final MatterPlace FOLLOW_UPS =
      new MatterPlace("/inspection/ui/visits/{id}/follow-ups");

  /** As many as the first reminder comes before the last day (R40). */
  private static final int SOON_WORKING_DAYS = 10;

  VisitMatters {
    names = Map.copyOf(names);
  }

  VisitMatters naming(Map<String, String> others) {
    return new VisitMatters(today, calendar, others, people);
  }

  String called(List<String> officers) {
    return String.join("、", people.together(officers, false));
  }

  String calledInEnglish(List<String> officers) {
    return String.join(", ", people.together(officers, true));
  }

  String name(VisitSummary visit) {
    return names.getOrDefault(visit.subjectId(), visit.subjectId());
  }

  /** What comes next for one of the team. */
  Matter next(VisitSummary visit, String account) {
    return switch (visit.state()) {
      case "FINISHED" -> closing(visit, account);
      case String other when isMissing(visit, account) -> arrival(visit);
      case "IN_PROGRESS" -> EndingMatters.of(visit, account, this);
      default -> begin(visit);
    };
  }

  /** Who returned it, who has not signed, or the result. */
  private Matter closing(VisitSummary visit, String account) {
    ClosingSummary closing = visit.closing();
    if (closing == null) {
      return result(visit);
    } else if (closing.returned() != null) {
      return returned(visit, closing.returned());
    }
    return closing.recordable()
        ? result(visit)
        : signing(visit, SecondPerson.isAmong(account, closing.missing()));
  }

  private Matter returned(VisitSummary visit, Returned why) {
    return matter(
        visit,
        "result-returned",
        "改正“%s”被退回的检查结果（%s）".formatted(name(visit), why.reason()),
        "Correct the result of “%s” that was returned (%s)".formatted(name(visit), why.reason()));
  }

  /**
   * @param mine whether it is the own signature that is missing
   */
  private Matter signing(VisitSummary visit, boolean mine) {
    return mine
        ? matter(
            visit,
            "record-signature",
            "核对并签“%s”的检查记录".formatted(name(visit)),
            "Read and sign the record of “%s”".formatted(name(visit)))
        : matter(
            visit,
            "record-signatures",
            "“%s”的检查记录签名不齐，还不能录入".formatted(name(visit)),
            "Signatures are missing on the record of “%s”".formatted(name(visit)));
  }

  /** 组长确认 that waits for one of the team or its unit's lead. */
  Matter confirmation(VisitSummary visit) {
    return matter(
        visit,
        "result-confirmation",
        "确认“%s”的检查结果".formatted(name(visit)),
        "Confirm the result of “%s”".formatted(name(visit)));
  }

  /** 后续处置 that is open and of which somebody is told. */
  Matter followUp(FollowUpSummary open) {
    String name = names.getOrDefault(open.of().subjectId(), open.of().subjectId());
    LocalDate due = open.nextDue() == null ? today : open.nextDue();
    return new Matter(
        "follow-up",
        "办结“%s”的后续处置（%s到期%s）".formatted(name, day(due), open.late() ? "，已逾期" : ""),
        "Close what follows the findings at “%s” (due on %s)".formatted(name, english(due)),
        due,
        due,
        FOLLOW_UPS.of(open.of().visitId()));
  }

  /** A finding that waits for a follow-up nobody has opened. */
  Matter unfollowed(VisitSummary visit) {
    return new Matter(
        "follow-up-missing",
        "开出“%s”的后续处置（发现问题，还没有责令改正、抄告或移送）".formatted(name(visit)),
        "Open what follows the findings at “%s”: nothing has been ordered or passed on yet"
            .formatted(name(visit)),
        visit.from(),
        due(visit),
        FOLLOW_UPS.of(visit.visitId()));
  }

  /** 法制审核 that waits for a legal reviewer. */
  Matter legalReview(VisitSummary visit) {
    return matter(
        visit,
        "result-legal-review",
        "法制审核“%s”的检查结果".formatted(name(visit)),
        "Review the result of “%s” legally".formatted(name(visit)));
  }

  /** 行政检查审批 that waits for a second person. */
  Matter approval(VisitSummary visit) {
    return matter(
        visit,
        "visit-approval",
        "审批对“%s”的行政检查（%s）".formatted(name(visit), called(visit.inspectors())),
        "Approve the visit of “%s” (%s)"
            .formatted(name(visit), calledInEnglish(visit.inspectors())));
  }

  /** A recusal that waits for somebody who decides. */
  Matter recusal(VisitSummary visit) {
    return matter(
        visit,
        "visit-recusal",
        "决定“%s”检查组的回避申请".formatted(name(visit)),
        "Decide on a recusal in the team for “%s”".formatted(name(visit)));
  }

  /** Somebody of the team who is recused and has to be replaced before the visit begins. */
  Matter replacement(VisitSummary visit) {
    return matter(
        visit,
        "visit-replacement",
        "更换“%s”检查组中已回避的人员".formatted(name(visit)),
        "Replace who is recused in the team for “%s”".formatted(name(visit)));
  }

  /** Another day that waits for a second person. */
  Matter otherDay(VisitSummary visit) {
    LocalDate day = Objects.requireNonNull(Objects.requireNonNull(visit.arranged()).asked()).day();
    return matter(
        visit,
        "visit-day",
        "同意或者退回“%s”的检查日期（申请改为%s）".formatted(name(visit), day(day)),
        "Agree to another day for the visit of “%s” (%s), or decline it"
            .formatted(name(visit), english(day)));
  }

  /** A request for an expert that waits for a second person. */
  Matter expert(VisitSummary visit) {
    return matter(
        visit,
        "visit-expert",
        "决定“%s”检查的专家协助申请".formatted(name(visit)),
        "Decide on an expert beside the team for “%s”".formatted(name(visit)));
  }

  /** What is late, for who answers for it. */
  Matter late(VisitSummary visit) {
    String team = called(visit.inspectors());
    String english = calledInEnglish(visit.inspectors());
    return visit.state().equals("FINISHED")
        ? matter(
            visit,
            "result-overdue",
            "督促录入“%s”的检查结果（%s，%s应录入，已逾期）".formatted(name(visit), team, day(due(visit))),
            "See to the result of “%s” (%s; it was due on %s)"
                .formatted(name(visit), english, english(due(visit))))
        : matter(
            visit,
            "visit-overdue",
            "督促检查“%s”（%s，应于%s前完成，逾期未检查）".formatted(name(visit), team, day(visit.to())),
            "See to the visit of “%s” (%s; its window ended on %s)"
                .formatted(name(visit), english, english(visit.to())));
  }

  /** A result that is due soon, for who answers for it. */
  Matter near(VisitSummary visit) {
    DueWords left = DueWords.of(due(visit), today, calendar);
    return matter(
        visit,
        "result-due",
        "提醒录入“%s”的检查结果（%s，%s）".formatted(name(visit), called(visit.inspectors()), left.chinese()),
        "Remind of the result of “%s” (%s; %s)"
            .formatted(name(visit), calledInEnglish(visit.inspectors()), left.english()));
  }

  /** The last day of which a reminder has come by today. */
  LocalDate soon() {
    return calendar.after(today, SOON_WORKING_DAYS).due();
  }

  /** Others have said that they are on site, and this one has not. */
  private static boolean isMissing(VisitSummary visit, String account) {
    List<String> present = visit.present();
    return present != null && !present.isEmpty() && !SecondPerson.isAmong(account, present);
  }

  private Matter begin(VisitSummary visit) {
    LocalDate agreed = visit.day();
    if (agreed != null) {
      return agreed.isBefore(today)
          ? matter(
              visit,
              "visit",
              "“%s”约定的检查日期%s已过，须改期".formatted(name(visit), day(agreed)),
              "The day agreed for “%s” is over (%s): ask for another"
                  .formatted(name(visit), english(agreed)))
          : matter(
              visit,
              "visit",
              "检查“%s”（约定%s）".formatted(name(visit), day(agreed)),
              "Inspect “%s” (agreed for %s)".formatted(name(visit), english(agreed)));
    }
    return matter(
        visit,
        "visit",
        "检查“%s”（%s至%s）".formatted(name(visit), day(visit.from()), day(visit.to())),
        "Inspect “%s” (%s to %s)"
            .formatted(name(visit), english(visit.from()), english(visit.to())));
  }

  private Matter arrival(VisitSummary visit) {
    List<String> present = visit.present() == null ? List.of() : visit.present();
    return matter(
        visit,
        "arrival",
        "确认已到“%s”检查现场（%s已到）".formatted(name(visit), called(present)),
        "Confirm that you are on site at “%s” (%s already there)"
            .formatted(name(visit), calledInEnglish(present)));
  }

  private Matter result(VisitSummary visit) {
    DueWords left = DueWords.of(due(visit), today, calendar);
    return matter(
        visit,
        "result",
        "录入“%s”的检查结果（%s）".formatted(name(visit), left.chinese()),
        "Record the result of “%s” (%s)".formatted(name(visit), left.english()));
  }

  Matter matter(VisitSummary visit, String kind, String chinese, String english) {
    return new Matter(kind, chinese, english, visit.from(), due(visit), PLACE.of(visit.visitId()));
  }

  /**
   * Of a visit that is finished the day of its result, of others the day that is agreed, or the end
   * of the window.
   */
  private static LocalDate due(VisitSummary visit) {
    LocalDate result = visit.dueOn();
    LocalDate agreed = visit.day();
    return result == null ? (agreed == null ? visit.to() : agreed) : result;
  }

  private String day(LocalDate day) {
    return DayWords.chinese(day, today);
  }

  private String english(LocalDate day) {
    return DayWords.english(day, today);
  }
}
