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
import java.util.Optional;

/**
 * Whom a result waits for, and in which words.
 *
 * @param today business day
 */
record ResultMatters(LocalDate today, WorkdayCalendar calendar) {
  private static final List<String> PUBLISHES = List.of(Roles.PUBLISHER);
  private static final List<String> ANSWERS = List.of(Roles.COORDINATOR);
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
        && !result.content().isOfTeam(person.account())
        && !(isObjected(published) && isPublishedBy(published, person))
        && !isRepairedByPublisher(published, person);
  }

  private static boolean isRepairedByPublisher(ResultNotice.Published published, Person person) {
    return published.time() != null
        && published.time().publishedBy() != null
        && SecondPerson.isSame(published.time().publishedBy(), person.account());
  }

  /**
   * 信用修复 that waits for this one's decision: as the decider has it, for none of those concerned.
   */
  static Optional<Matter> repair(ResultNotice result, Person person) {
    ResultNotice.Published published = result.published();
    LocalDate asked =
        published == null || published.time() == null ? null : published.time().repairAskedOn();
    return asked != null
            && published != null
            && person.isOneOf(ANSWERS)
            && published.changeAskedBy() == null
            && !result.content().isOfTeam(person.account())
            && !isRepairedByPublisher(published, person)
        ? Optional.of(
            new Matter(
                "repair",
                "决定“%s”的信用修复申请".formatted(result.subjectName()),
                "Decide whether the publication about “%s” ends early"
                    .formatted(result.subjectName()),
                asked,
                null,
                MatterPlaces.RESULT.of(result.content().resultId())))
        : Optional.empty();
  }

  private static boolean isObjected(ResultNotice.Published published) {
    return published.objected() != null && published.objected().openUntil() != null;
  }

  private static boolean isPublishedBy(ResultNotice.Published published, Person person) {
    return published.objected() != null
        && SecondPerson.isSame(published.objected().publishedBy(), person.account());
  }

  /** As the decider has it: none of those concerned, and no change of it waits already. */
  private static boolean answers(ResultNotice result, Person person) {
    ResultNotice.Published published = result.published();
    return published != null
        && person.isOneOf(ANSWERS)
        && isObjected(published)
        && published.changeAskedBy() == null
        && !result.content().isOfTeam(person.account())
        && !isPublishedBy(published, person);
  }

  /** 异议 that wait for this one's answer, or that he watches over once the answer is late. */
  Optional<Matter> objection(ResultNotice result, Person person) {
    ResultNotice.Published published = result.published();
    LocalDate due =
        published == null || published.objected() == null ? null : published.objected().openUntil();
    if (due == null) {
      return Optional.empty();
    }
    boolean answers = answers(result, person);
    if (!answers && !(person.isOneOf(WATCHES) && due.isBefore(today))) {
      return Optional.empty();
    }
    DueWords left = DueWords.of(due, today, calendar);
    return Optional.of(
        new Matter(
            answers ? "objection" : "objection-overdue",
            answers
                ? "答复“%s”对公示结果的异议（%s）".formatted(result.subjectName(), left.chinese())
                : "督促答复“%s”对公示结果的异议（应于%s前答复，已逾期）"
                    .formatted(result.subjectName(), DayWords.chinese(due, today)),
            answers
                ? "Answer the objection of “%s” to its published result (%s)"
                    .formatted(result.subjectName(), left.english())
                : "See that the objection of “%s” is answered (it was due on %s)"
                    .formatted(result.subjectName(), DayWords.english(due, today)),
            due,
            due,
            MatterPlaces.RESULT.of(result.content().resultId())));
  }

  /** As the decider has it: neither who proposed nor who inspected or recorded. */
  static boolean decidesDiscipline(ResultNotice result, Person person) {
    ResultNotice.Published published = result.published();
    return published != null
        && published.disciplineAskedBy() != null
        && !SecondPerson.isSame(published.disciplineAskedBy(), person.account())
        && !result.content().isOfTeam(person.account());
  }

  /** 联合惩戒 that waits for a decision. */
  static Matter discipline(ResultNotice result) {
    ResultContent content = result.content();
    return new Matter(
        "discipline",
        "决定对“%s”的联合惩戒（%s提出）".formatted(result.subjectName(), content.unit()),
        "Decide on the joint discipline of “%s” (proposed by %s)"
            .formatted(result.subjectName(), content.unit()),
        content.finishedOn(),
        null,
        MatterPlaces.RESULT.of(content.resultId()));
  }

  /** 联合惩戒 that has ended: who gives the receivers their links hears what they did about it. */
  static Optional<Matter> ending(ResultNotice result, Person person, LocalDate today) {
    ResultContent content = result.content();
    LocalDate since = result.published() == null ? null : result.published().endingSince();
    return since != null && person.isOneOf(PUBLISHES) && content.isOf(person.unit())
        ? Optional.of(
            new Matter(
                "discipline-ended",
                "请接收部门反馈：对“%s”的联合惩戒已于%s终止"
                    .formatted(result.subjectName(), DayWords.chinese(since, today)),
                "Have the receivers acknowledge that the joint discipline of “%s” ended on %s"
                    .formatted(result.subjectName(), DayWords.english(since, today)),
                since,
                null,
                MatterPlaces.RESULT.of(content.resultId())))
        : Optional.empty();
  }

  /** A correction, a withdrawal or the answer to an objection that waits for a decision. */
  static Matter change(ResultNotice result) {
    ResultContent content = result.content();
    return new Matter(
        "result-change",
        result.isRepairAsked()
            ? "决定“%s”公示结果的信用修复、更正或撤销".formatted(result.subjectName())
            : "决定“%s”公示结果的更正、撤销或者异议的答复".formatted(result.subjectName()),
        result.isRepairAsked()
            ? "Decide on the repair, correction or withdrawal of the published result of “%s”"
                .formatted(result.subjectName())
            : "Decide on the correction, the withdrawal or the answer to an objection, of the published result of “%s”"
                .formatted(result.subjectName()),
        content.finishedOn(),
        null,
        MatterPlaces.RESULT.of(content.resultId()));
  }
}
