package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.TermsRejection.TERMS_APPROVED_ALREADY;
import static cn.doublerandom.draw.TermsRejection.TERMS_NEED_SECOND_PERSON;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.draw.drawing.DrawCommand.ApproveTerms;
import cn.doublerandom.draw.drawing.DrawEvent.TermsApproved;
import cn.doublerandom.draw.drawing.TaskDraws.Frozen;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;

/**
 * The terms of a frozen draw take two people: slots that fit two inspectors choose them, and a
 * floor of 1/1 makes a census of a plan's 10 %, whatever chance does afterwards (R30, R65).
 */
final class Terms {
  private Terms() {}

  /** Who comes to work on the draw later has not agreed: then another agrees anew. */
  static Decision<DrawEvent> approve(ApproveTerms approve, TaskDraws draws) {
    return Preparing.frozen(
        draws,
        frozen -> {
          Preparation known = frozen.preparation();
          if (SecondPerson.isAmong(approve.by(), SecondPeople.barredFromTerms(known))) {
            return reject(TERMS_NEED_SECOND_PERSON);
          }
          return known.agreed().isPresent()
              ? reject(TERMS_APPROVED_ALREADY)
              : accept(new TermsApproved(approve.by(), approve.today()));
        });
  }

  static TaskDraws approved(Frozen frozen, TermsApproved approved) {
    return frozen.with(
        frozen.preparation().with(new Preparation.Agreed(approved.by(), approved.on())));
  }
}
