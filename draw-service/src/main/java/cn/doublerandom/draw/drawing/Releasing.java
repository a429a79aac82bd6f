package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.AgreementRejection.REASON_MISSING;
import static cn.doublerandom.draw.CeremonyRejection.RELEASE_ASKED;
import static cn.doublerandom.draw.CeremonyRejection.RELEASE_NEEDS_SECOND_PERSON;
import static cn.doublerandom.draw.CeremonyRejection.RELEASE_NOT_ASKED;
import static cn.doublerandom.draw.CeremonyRejection.RELEASE_OF_ANOTHER;
import static cn.doublerandom.draw.CeremonyRejection.WITNESS_HAS_PROMISED;
import static cn.doublerandom.draw.CeremonyRejection.WITNESS_NOT_IMPARTIAL;
import static cn.doublerandom.draw.CeremonyRejection.WITNESS_UNKNOWN;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.draw.drawing.DrawCommand.ApproveRelease;
import cn.doublerandom.draw.drawing.DrawCommand.EndRelease;
import cn.doublerandom.draw.drawing.DrawCommand.ReleaseWitness;
import cn.doublerandom.draw.drawing.DrawEvent.WitnessReleased;
import cn.doublerandom.draw.drawing.ReleaseEvent.PromiseReleased;
import cn.doublerandom.draw.drawing.ReleaseEvent.ReleaseEnded;
import cn.doublerandom.draw.drawing.ReleaseEvent.ReleaseRequested;
import cn.doublerandom.draw.drawing.TaskDraws.Frozen;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.Optional;

/**
 * Nobody waits any more for a named witness. Who has promised nothing is released by one; a promise
 * falls away by two, with a reason, and only while nothing is public (ADR 27, 105): one alone could
 * choose among promises, and a number that is lost before the commit costs the round otherwise.
 */
final class Releasing {
  private Releasing() {}

  static Decision<DrawEvent> release(ReleaseWitness release, TaskDraws draws) {
    return Preparing.frozen(
        draws,
        frozen -> {
          Preparation known = frozen.preparation();
          Optional<Preparation.Witness> witness = known.named(release.name());
          if (witness.isEmpty()) {
            return reject(WITNESS_UNKNOWN, "field", "name");
          }
          boolean hasPromised = witness.get().promised().isPresent();
          if (hasPromised && release.reason().isBlank()) {
            return reject(WITNESS_HAS_PROMISED, "field", "reason");
          } else if (known.hasPromised(release.by())) {
            return reject(WITNESS_NOT_IMPARTIAL);
          } else if (known.releases().of(release.name()).isPresent()) {
            return reject(RELEASE_ASKED);
          }
          String name = witness.get().name();
          return accept(
              hasPromised
                  ? new ReleaseRequested(name, release.reason(), release.by())
                  : new WitnessReleased(name, release.by()));
        });
  }

  /**
   * As of the terms: who works on the draw, keeps its secret or has promised is no second person.
   */
  static Decision<DrawEvent> approve(ApproveRelease approve, TaskDraws draws) {
    return Preparing.frozen(
        draws,
        frozen -> {
          Preparation known = frozen.preparation();
          Optional<Releases.Asked> asked = known.releases().of(approve.name());
          if (asked.isEmpty()) {
            return reject(RELEASE_NOT_ASKED, "field", "name");
          }
          Releases.Asked one = asked.get();
          return SecondPerson.isAmong(approve.by(), SecondPeople.barredFromTerms(known))
              ? reject(RELEASE_NEEDS_SECOND_PERSON)
              : accept(new PromiseReleased(one.name(), one.reason(), one.by(), approve.by()));
        });
  }

  static Decision<DrawEvent> end(EndRelease end, TaskDraws draws) {
    return Preparing.frozen(
        draws,
        frozen -> {
          Preparation known = frozen.preparation();
          Optional<Releases.Asked> asked = known.releases().of(end.name());
          if (asked.isEmpty()) {
            return reject(RELEASE_NOT_ASKED, "field", "name");
          }
          Releases.Asked one = asked.get();
          if (end.own() && !SecondPerson.isSame(one.by(), end.by())) {
            return reject(RELEASE_OF_ANOTHER, "by", one.by());
          } else if (!end.own()
              && SecondPerson.isAmong(end.by(), SecondPeople.barredFromTerms(known))) {
            return reject(RELEASE_NEEDS_SECOND_PERSON);
          }
          return ReasonText.isInWords(end.reason())
              ? accept(new ReleaseEnded(one.name(), one.by(), end.by(), end.reason(), end.own()))
              : reject(REASON_MISSING, "field", "reason");
        });
  }

  static TaskDraws released(Frozen frozen, WitnessReleased released) {
    return frozen.with(frozen.preparation().without(released.name()).by(released.by()));
  }

  static TaskDraws evolve(Frozen frozen, ReleaseEvent event) {
    Preparation known = frozen.preparation();
    return frozen.with(
        switch (event) {
          case ReleaseRequested(var name, var reason, var by) ->
              known.by(by).with(known.releases().with(new Releases.Asked(name, reason, by)));
          case ReleaseEnded ended -> known.with(known.releases().without(ended.name()));
          case PromiseReleased released ->
              known.without(released.name()).with(known.releases().agreed(gone(released, known)));
        });
  }

  private static Releases.Gone gone(PromiseReleased released, Preparation known) {
    return new Releases.Gone(
        released.name(),
        known
            .named(released.name())
            .flatMap(w ->
                w.access() instanceof Preparation.Access.Account(var account)
                    ? Optional.of(account)
                    : Optional.empty()),
        released.reason(),
        released.requestedBy(),
        released.approvedBy());
  }
}
