package cn.doublerandom.servicekit.time;

import cn.doublerandom.bureau.time.HolidayNotice;
import cn.doublerandom.bureau.time.StatutoryHoliday;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What may be asked of the calendar. */
public sealed interface CalendarCommand {
  /**
   * Somebody typed a notice; it counts when another person agreed.
   *
   * @param lacking statutory holidays it is known not to arrange, and why that is right
   * @param by who typed it
   */
  record IssueNotice(HolidayNotice notice, List<LackingHoliday> lacking, String by)
      implements CalendarCommand {
    public IssueNotice {
      lacking = List.copyOf(lacking);
    }
  }

  /** Another person agrees to the notice of a number that waits. */
  record ApproveNotice(String number, String by) implements CalendarCommand {}

  /**
   * Another person does not agree, or whoever typed it takes it back.
   *
   * @param reason in words, which whoever asked will read
   */
  record EndNotice(String number, String by, String reason) implements CalendarCommand {}

  /** The registry told of a notice, which was questioned there. */
  record NoteNotice(HolidayNotice notice) implements CalendarCommand {}

  /**
   * The answer to the question whether a notice may lack a holiday.
   *
   * @param reason in words
   */
  record LackingHoliday(StatutoryHoliday holiday, String reason) {
    static Set<StatutoryHoliday> answered(List<LackingHoliday> answers) {
      return answers.stream()
          .filter(answer -> !answer.reason().isBlank())
          .map(LackingHoliday::holiday)
          .collect(Collectors.toSet());
    }
  }
}
