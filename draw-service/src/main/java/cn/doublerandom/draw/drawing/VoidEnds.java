package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.AgreementRejection.REASON_MISSING;
import static cn.doublerandom.draw.PhaseRejection.VOID_NEEDS_OUTSIDER;
import static cn.doublerandom.draw.PhaseRejection.VOID_NEEDS_SECOND_PERSON;
import static cn.doublerandom.draw.PhaseRejection.VOID_NOT_ASKED;
import static cn.doublerandom.draw.PhaseRejection.VOID_OF_ANOTHER;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.draw.drawing.DrawCommand.EndVoid;
import cn.doublerandom.draw.drawing.DrawEvent.VoidEnded;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.Optional;

/**
 * A void one person approved comes to nothing. Who had a hand in the draw keeps it from being void
 * as little as he makes it so: he might like what came of it.
 */
final class VoidEnds {
  private VoidEnds() {}

  static Decision<DrawEvent> end(EndVoid end, TaskDraws draws) {
    Optional<TaskDraws.Approval> first = SecondPeople.voidApproval(end.drawId(), draws);
    if (first.isEmpty()) {
      return reject(VOID_NOT_ASKED);
    }
    String asked = first.get().by();
    boolean isOwn = SecondPerson.isSame(asked, end.by());
    if (end.own() && !isOwn) {
      return reject(VOID_OF_ANOTHER, "by", asked);
    } else if (!end.own() && isOwn) {
      return reject(VOID_NEEDS_SECOND_PERSON);
    } else if (!end.own()
        && SecondPerson.isAmong(end.by(), SecondPeople.barredFromVoiding(end.drawId(), draws))) {
      return reject(VOID_NEEDS_OUTSIDER);
    } else if (!ReasonText.isInWords(end.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    }
    String earlier = draws.earlier(end.drawId()).isPresent() ? end.drawId() : null;
    return accept(new VoidEnded(asked, end.by(), end.reason(), end.own(), earlier));
  }
}
