package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.drawing.ReplacementEvent.InspectorReplaced;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementEnded;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementRequested;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementSettled;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementUndone;
import cn.doublerandom.draw.drawing.ReplacementEvent.SubjectReplaced;
import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a draw is after a replacement; what may be replaced stands in {@link Replacing}. */
final class Replaced {
  private Replaced() {}

  static Executed ended(Executed draw, ReplacementEnded ended) {
    return draw.with(draw.roster().ended(ended.subject()));
  }

  static Executed requested(Executed draw, ReplacementRequested asked) {
    return draw.with(
        draw.roster()
            .requested(
                new Roster.Request(
                    asked.subject(),
                    Optional.ofNullable(asked.inspector()),
                    asked.reason(),
                    asked.evidence(),
                    asked.by(),
                    false,
                    Boolean.TRUE.equals(asked.handover()))));
  }

  static Executed replaced(Executed draw, SubjectReplaced r) {
    return awaiting(
        draw.roster().subjectReplaced(r.subject(), r.alternate(), r.inspectors()),
        r.subject(),
        r.awaitsVisit(),
        r.on(),
        draw);
  }

  static Executed replaced(Executed draw, InspectorReplaced r) {
    return awaiting(
        draw.roster().inspectorReplaced(r.subject(), r.inspectors()),
        r.subject(),
        r.awaitsVisit(),
        r.on(),
        draw);
  }

  private static Executed awaiting(
      Roster changed, String subject, @Nullable Boolean awaits, LocalDate on, Executed draw) {
    return draw.with(Boolean.TRUE.equals(awaits) ? changed.awaiting(subject, on) : changed);
  }

  static Executed settled(Executed draw, ReplacementSettled settled) {
    return draw.with(draw.roster().settled(settled.subject()));
  }

  static Executed undone(Executed draw, ReplacementUndone undone) {
    return draw.with(
        draw.roster().undone(undone.subject(), undone.alternate(), undone.inspectors()));
  }
}
