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
      return matters.finish(visit);
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
}
