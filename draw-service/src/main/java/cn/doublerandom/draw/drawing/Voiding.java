package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.AgreementRejection.REASON_MISSING;
import static cn.doublerandom.draw.PhaseRejection.DRAW_UNKNOWN;
import static cn.doublerandom.draw.PhaseRejection.EXECUTE_BEFORE_VOID;
import static cn.doublerandom.draw.PhaseRejection.VOID_NEEDS_OUTSIDER;
import static cn.doublerandom.draw.PhaseRejection.VOID_NEEDS_SECOND_PERSON;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.draw.drawing.DrawCommand.ApproveVoid;
import cn.doublerandom.draw.drawing.DrawEvent.DrawVoided;
import cn.doublerandom.draw.drawing.DrawEvent.VoidApproved;
import cn.doublerandom.draw.drawing.TaskDraws.Approval;
import cn.doublerandom.draw.drawing.TaskDraws.Committed;
import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import cn.doublerandom.draw.drawing.TaskDraws.Frozen;
import cn.doublerandom.draw.drawing.TaskDraws.Sealed;
import cn.doublerandom.draw.drawing.TaskDraws.Undrawn;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A void takes a reason and two people who had no hand in the draw, and hides nothing (protocol
 * §2).
 */
final class Voiding {
  private static final Duration PATIENCE = Duration.ofDays(7);

  private Voiding() {}

  /** Who worked on the draw may not like what came of it: none of them makes it void. */
  static Decision<DrawEvent> approve(ApproveVoid approve, TaskDraws draws) {
    return SecondPerson.isAmong(
            approve.by(), SecondPeople.barredFromVoiding(approve.drawId(), draws))
        ? reject(VOID_NEEDS_OUTSIDER)
        : impartial(approve, draws);
  }

  static Set<String> touchedBy(String drawId, TaskDraws draws) {
    return draws.earlier(drawId).map(Executed::touchedBy).orElseGet(() -> touchedBy(draws));
  }

  private static Set<String> touchedBy(TaskDraws draws) {
    return switch (draws) {
      case Undrawn undrawn -> Set.of();
      case Frozen frozen -> frozen.preparation().touchedBeforeResult();
      case Committed committed -> {
        Set<String> all = new LinkedHashSet<>(committed.preparation().touchedBeforeResult());
        committed.observed().forEach(o -> all.add(o.by()));
        yield all;
      }
      case Sealed sealed -> sealed.draw().touchedBy();
      case Executed executed -> executed.touchedBy();
    };
  }

  private static Decision<DrawEvent> impartial(ApproveVoid approve, TaskDraws draws) {
    Optional<Executed> earlier = draws.earlier(approve.drawId());
    if (earlier.isPresent()) {
      return drawn(approve, earlier.get(), approve.drawId());
    }
    return switch (draws) {
      case Undrawn undrawn -> reject(DRAW_UNKNOWN);
      case Frozen frozen -> undrawn(approve, frozen.approval());
      // Where the result can be computed it is drawn first and voided then, for all to see.
      case Committed committed when isComputable(committed, approve.now()) ->
          reject(EXECUTE_BEFORE_VOID);
      case Committed committed -> undrawn(approve, committed.approval());
      // Nobody knows of the visits of a sealed draw, so none falls away.
      case Sealed(var draw, var approval) ->
          approve(approve, approval, Optional.of(draw.resultHash()), Optional.empty(), null);
      case Executed executed -> drawn(approve, executed, null);
    };
  }

  /** Where only teams were drawn again, the draw they were for stands as it did before. */
  static TaskDraws voided(TaskDraws draws) {
    Undrawn undrawn = undrawn(draws);
    return draws
        .current()
        .filter(frame -> frame.continues() != null)
        .map(teams -> draws.past().ended().getLast())
        .<TaskDraws>map(parent -> parent.latestAfter(undrawn.past(), workedOn(draws)))
        .orElse(undrawn);
  }

  /**
   * Who agreed to the terms of teams, and entered no numbers, likes no selection better than
   * another: were he barred too, there might be nobody left to void the draw they were for.
   */
  private static Set<String> workedOn(TaskDraws draws) {
    Set<String> hands = new LinkedHashSet<>(touchedBy(draws));
    if (draws instanceof Executed executed) {
      executed
          .terms()
          .filter(agreed ->
              executed.observed().stream().noneMatch(o -> SecondPerson.isSame(o.by(), agreed.by())))
          .ifPresent(agreed -> hands.removeIf(by -> SecondPerson.isSame(by, agreed.by())));
    }
    return hands;
  }

  private static Undrawn undrawn(TaskDraws draws) {
    return switch (draws) {
      case Frozen f -> new Undrawn(f.past().then(f.frame().round(), f.past().ceremonyBarred()));
      // A ceremony somebody did not complete is not tried again (protocol §2).
      case Committed c ->
          new Undrawn(
              c.past()
                  .then(
                      c.frame().round(),
                      c.past().ceremonyBarred()
                          || c.commit().entropy() instanceof Entropy.CeremonyPromise));
      case Sealed sealed -> new Undrawn(sealed.draw().past().and(sealed.draw()));
      case Executed executed -> new Undrawn(executed.past().and(executed));
      case Undrawn undrawn -> undrawn;
    };
  }

  private static Decision<DrawEvent> undrawn(ApproveVoid approve, Optional<Approval> first) {
    return approve(approve, first, Optional.empty(), Optional.empty(), null);
  }

  private static Decision<DrawEvent> drawn(
      ApproveVoid approve, Executed draw, @Nullable String earlier) {
    return approve(
        approve, draw.approval(), Optional.of(draw.resultHash()), Optional.of(draw), earlier);
  }

  /**
   * A public source that has spoken can be drawn with, late if need be. One that never spoke (彩票停售)
   * must not bind the task for ever: a week after its time the draw may be voided without a result,
   * unless somebody has entered what it said.
   */
  private static boolean isComputable(Committed draw, Instant now) {
    return !now.isBefore(Executing.entropyTime(draw))
        && !(draw.observed().isEmpty() && Executing.isOverdue(draw, now.minus(PATIENCE)));
  }

  private static Decision<DrawEvent> approve(
      ApproveVoid approve,
      Optional<Approval> first,
      Optional<String> wouldBe,
      Optional<Executed> drawn,
      @Nullable String earlier) {
    if (!ReasonText.isInWords(approve.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    } else if (first.isEmpty()) {
      return accept(new VoidApproved(approve.by(), approve.reason(), earlier));
    } else if (SecondPerson.isSame(first.get().by(), approve.by())) {
      return reject(VOID_NEEDS_SECOND_PERSON);
    }
    return accept(
        new VoidApproved(approve.by(), approve.reason(), earlier),
        new DrawVoided(
            first.get().reason(),
            first.get().by(),
            approve.by(),
            wouldBe.orElse(null),
            drawn.map(Executed::visits).orElse(null),
            drawn.map(Executed::executedOn).orElse(null),
            earlier));
  }
}
