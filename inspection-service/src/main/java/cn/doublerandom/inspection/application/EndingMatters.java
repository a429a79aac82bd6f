package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.visit.Ending;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.waiting.Matter;
import java.util.List;

/** What a visit that runs wants of one of its team: to be finished, or his word that it is. */
final class EndingMatters {
  private EndingMatters() {}

  static Matter of(VisitSummary visit, String account, VisitMatters matters) {
    Ending asked = visit.ending();
    if (asked == null || !asked.stands()) {
      return unfinished(visit, matters);
    }
    String name = matters.name(visit);
    List<String> by = List.of(asked.by());
    return SecondPerson.isSame(asked.by(), account)
        ? matters.matter(
            visit,
            "visit-end-asked",
            "“%s”的检查等待本组另一人同意结束".formatted(name),
            "Another of the team has to agree that the visit of “%s” ends".formatted(name))
        : matters.matter(
            visit,
            "visit-end",
            "看过结论，同意结束对“%s”的检查（%s已结束）".formatted(name, matters.called(by)),
            "Read the conclusions and agree that the visit of “%s” ends (%s ended it)"
                .formatted(name, matters.calledInEnglish(by)));
  }

  private static Matter unfinished(VisitSummary visit, VisitMatters matters) {
    String name = matters.name(visit);
    int items = visit.items().size();
    int answered = visit.answers().size();
    return matters.matter(
        visit,
        "visit-in-progress",
        "完成对“%s”的检查（%d 项中已答 %d 项）".formatted(name, items, answered),
        "Finish the visit of “%s” (%d of %d items answered)".formatted(name, answered, items));
  }
}
