package cn.doublerandom.inspection.visit;

import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.visit.VisitCommand.CheckItem;
import java.util.List;

/** What is wrong in an answer, all at once: a rule refuses by the first, a form tells of each. */
public final class AnswerFaults {
  private AnswerFaults() {}

  /** Each as it would be refused alone; none where it is taken. */
  public static List<Decision.Rejected<VisitEvent>> of(CheckItem check, Visit visit) {
    return Checking.faults(check, visit);
  }
}
