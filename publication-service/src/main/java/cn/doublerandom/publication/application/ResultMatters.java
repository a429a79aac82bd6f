package cn.doublerandom.publication.application;

import cn.doublerandom.bureau.time.WorkdayCalendar;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.DayWords;
import cn.doublerandom.servicekit.waiting.DueWords;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.Person;
import java.time.LocalDate;
import java.util.List;

/**
 * Whom a result waits for, and in which words.
 *
 * @param today business day
 */
record ResultMatters(LocalDate today, WorkdayCalendar calendar) {
  private static final List<String> PUBLISHES = List.of(Roles.PUBLISHER);
  private static final List<String> WATCHES = List.of(Roles.COORDINATOR, Roles.SUPERVISOR);

  /** Those of the results that wait for somebody, in their order. */
  List<ResultNotice> chosen(List<ResultNotice> unpublished, Person person) {
    return unpublished.stream()
        .filter(ResultNotice::recorded)
        .filter(result -> publishes(result, person) || watches(result, person))
        .toList();
  }

  /** As the decider has it: the unit that inspected, and never who recorded it. */
  private static boolean publishes(ResultNotice result, Person person) {
    ResultContent content = result.content();
    return person.isOneOf(PUBLISHES)
        && content.isOf(person.unit())
        && !content.isRecordedBy(person.account());
  }

  private boolean watches(ResultNotice result, Person person) {
    return person.isOneOf(WATCHES) && result.content().dueOn().isBefore(today);
  }

  /**
   * What is to be done about a result.
   *
   * @param name of the subject
   */
  Matter matter(ResultNotice result, Person person, String name) {
    ResultContent content = result.content();
    DueWords left = DueWords.of(content.dueOn(), today, calendar);
    boolean publishes = publishes(result, person);
    return new Matter(
        publishes ? "result" : "result-overdue",
        publishes
            ? "公示“%s”的检查结果（%s）".formatted(name, left.chinese())
            : "督促%s公示“%s”的检查结果（应于%s前公示，已逾期）"
                .formatted(content.unit(), name, DayWords.chinese(content.dueOn(), today)),
        publishes
            ? "Publish the result of “%s” (%s)".formatted(name, left.english())
            : "See that %s publishes the result of “%s” (it was due on %s)"
                .formatted(content.unit(), name, DayWords.english(content.dueOn(), today)),
        content.finishedOn(),
        content.dueOn(),
        MatterPlaces.RESULT.of(content.resultId()));
  }

  /** As the decider has it: neither who asked nor who inspected or recorded. */
  static boolean decides(ResultNotice result, Person person) {
    ResultNotice.Published published = result.published();
    return published != null
        && published.changeAskedBy() != null
        && !SecondPerson.isSame(published.changeAskedBy(), person.account())
        && !result.content().isOfTeam(person.account());
  }

  /** A correction or withdrawal that waits for a decision. */
  static Matter change(ResultNotice result) {
    ResultContent content = result.content();
    return new Matter(
        "result-change",
        "决定“%s”公示结果的更正或撤销（%s提出）".formatted(result.subjectName(), content.unit()),
        "Decide on the correction or withdrawal of the published result of “%s” (asked for by %s)"
            .formatted(result.subjectName(), content.unit()),
        content.finishedOn(),
        null,
        MatterPlaces.RESULT.of(content.resultId()));
  }
}
