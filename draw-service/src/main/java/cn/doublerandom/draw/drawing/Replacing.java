package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.AgreementRejection.EVIDENCE_MISSING;
import static cn.doublerandom.draw.AgreementRejection.REASON_MISSING;
import static cn.doublerandom.draw.PhaseRejection.DRAW_NOT_EXECUTED;
import static cn.doublerandom.draw.ReplacementRejection.ALTERNATES_EXHAUSTED;
import static cn.doublerandom.draw.ReplacementRejection.MEMBER_UNKNOWN;
import static cn.doublerandom.draw.ReplacementRejection.REPLACEMENT_AFTER_CHECKS;
import static cn.doublerandom.draw.ReplacementRejection.REPLACEMENT_NEEDS_SECOND_PERSON;
import static cn.doublerandom.draw.ReplacementRejection.REPLACEMENT_OPEN;
import static cn.doublerandom.draw.ReplacementRejection.REPLACEMENT_UNKNOWN;
import static cn.doublerandom.draw.ReplacementRejection.REPLACEMENT_UNSETTLED;
import static cn.doublerandom.draw.ReplacementRejection.SUBJECT_NOT_DRAWN;
import static cn.doublerandom.draw.ReplacementRejection.SUBSTITUTES_EXHAUSTED;
import static cn.doublerandom.draw.ReplacementRejection.VISIT_RECORDED;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.draw.drawing.DrawCommand.ApproveReplacement;
import cn.doublerandom.draw.drawing.DrawCommand.EndReplacement;
import cn.doublerandom.draw.drawing.DrawCommand.FollowVisit;
import cn.doublerandom.draw.drawing.DrawCommand.RequestInspectorReplacement;
import cn.doublerandom.draw.drawing.DrawCommand.RequestSubjectReplacement;
import cn.doublerandom.draw.drawing.DrawCommand.SettleReplacement;
import cn.doublerandom.draw.drawing.ReplacementEvent.InspectorReplaced;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementEnded;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementRequested;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementSettled;
import cn.doublerandom.draw.drawing.ReplacementEvent.SubjectReplaced;
import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import cn.doublerandom.draw.protocol.Utf8Order;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who comes in for whom follows from the seed; that somebody does takes two people (R65). */
final class Replacing {
  private Replacing() {}

  /** The draw as it stands, be it the last one or of an earlier batch. */
  static @Nullable Executed draw(String drawId, TaskDraws draws) {
    return draws
        .earlier(drawId)
        .orElseGet(() -> draws instanceof Executed executed ? executed : null);
  }

  static @Nullable String earlier(String drawId, TaskDraws draws) {
    return draws.earlier(drawId).isPresent() ? drawId : null;
  }

  static Decision<DrawEvent> request(RequestSubjectReplacement request, TaskDraws draws) {
    Executed draw = draw(request.drawId(), draws);
    if (draw == null) {
      return reject(DRAW_NOT_EXECUTED);
    } else if (!ReasonText.isInWords(request.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    } else if (!ReasonText.isInWords(request.evidence())) {
      return reject(EVIDENCE_MISSING, "field", "evidence");
    } else if (!draw.roster().teams().containsKey(request.subject())) {
      return reject(SUBJECT_NOT_DRAWN, "subject", request.subject());
    }
    return replaceable(draw, request.subject(), request.today(), request.finished())
        .or(() ->
            new Succession(draw, request.register()).alternate(request.subject()).isEmpty()
                ? Optional.of(reject(ALTERNATES_EXHAUSTED))
                : Optional.empty())
        .orElseGet(() ->
            accept(
                new ReplacementRequested(
                    request.subject(),
                    null,
                    request.reason(),
                    request.evidence(),
                    request.by(),
                    earlier(request.drawId(), draws),
                    request.register().status(request.subject()),
                    null)));
  }

  static Decision<DrawEvent> request(RequestInspectorReplacement request, TaskDraws draws) {
    return request(request, null, draws);
  }

  /**
   * @param handover whether the visit asks; absent where somebody here does
   */
  static Decision<DrawEvent> request(
      RequestInspectorReplacement request, @Nullable Boolean handover, TaskDraws draws) {
    Executed draw = draw(request.drawId(), draws);
    if (draw == null) {
      return reject(DRAW_NOT_EXECUTED);
    } else if (!ReasonText.isInWords(request.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    } else if (!draw.roster().teams().containsKey(request.subject())) {
      return reject(SUBJECT_NOT_DRAWN, "subject", request.subject());
    } else if (!draw.roster().visits(request.inspector(), request.subject())) {
      return reject(MEMBER_UNKNOWN, "inspector", request.inspector());
    }
    return replaceable(draw, request.subject(), request.today(), request.finished())
        .orElseGet(() ->
            accept(
                new ReplacementRequested(
                    request.subject(),
                    request.inspector(),
                    request.reason(),
                    request.evidence(),
                    request.by(),
                    earlier(request.drawId(), draws),
                    request.register().obstacle(request.inspector()).orElse(null),
                    handover)));
  }

  /** What stands against replacing anybody at a visit now. */
  private static Optional<Decision<DrawEvent>> replaceable(
      Executed draw, String subject, LocalDate today, @Nullable LocalDate finished) {
    return draw.roster().open().containsKey(subject)
        ? Optional.of(reject(REPLACEMENT_OPEN, "subject", subject))
        : overAt(draw, today, finished);
  }

  /**
   * What was visited stays visited: the visit would refuse the change, and the draw follow it. As
   * far as it is known here; of what is not told yet the visit still says so afterwards.
   */
  private static Optional<Decision<DrawEvent>> overAt(
      Executed draw, LocalDate today, @Nullable LocalDate finished) {
    if (finished != null) {
      return Optional.of(reject(VISIT_RECORDED, "finishedOn", finished.toString()));
    }
    return isOver(draw, today) ? Optional.of(reject(REPLACEMENT_AFTER_CHECKS)) : Optional.empty();
  }

  /** A visit that cannot be begun any more is nobody else's either. */
  private static boolean isOver(Executed draw, LocalDate today) {
    return today.isAfter(draw.frame().lastDay());
  }

  static Decision<DrawEvent> approve(ApproveReplacement approve, TaskDraws draws) {
    Executed draw = draw(approve.drawId(), draws);
    if (draw == null) {
      return reject(DRAW_NOT_EXECUTED);
    }
    String earlier = earlier(approve.drawId(), draws);
    Roster.Request request = draw.roster().open().get(approve.subject());
    if (request == null) {
      return reject(REPLACEMENT_UNKNOWN, "subject", approve.subject());
    } else if (SecondPerson.isSame(request.by(), approve.by())) {
      return reject(REPLACEMENT_NEEDS_SECOND_PERSON);
    }
    if (request.keeps()) {
      return Recusing.kept(approve, request, request.inspector().orElseThrow(), earlier);
    }
    return overAt(draw, approve.today(), approve.finished())
        .orElseGet(() -> replaced(approve, request, draw, earlier));
  }

  private static Decision<DrawEvent> replaced(
      ApproveReplacement approve, Roster.Request request, Executed draw, @Nullable String earlier) {
    if (draw.roster().awaitsVisits(approve.today())) {
      // Who comes in follows from who came in before: one after the other.
      return reject(REPLACEMENT_UNSETTLED);
    }
    var succession = new Succession(draw, approve.register());
    return request
        .inspector()
        .map(out -> inspector(approve, request, out, succession, earlier))
        .orElseGet(() -> subject(approve, request, succession, earlier));
  }

  /** Nobody is held by what was asked for: it is agreed to, taken back or not agreed to. */
  static Decision<DrawEvent> end(EndReplacement end, TaskDraws draws) {
    Executed draw = draw(end.drawId(), draws);
    if (draw == null) {
      return reject(DRAW_NOT_EXECUTED);
    }
    Roster.Request request = draw.roster().open().get(end.subject());
    if (request == null) {
      return reject(REPLACEMENT_UNKNOWN, "subject", end.subject());
    } else if (!ReasonText.isInWords(end.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    }
    return accept(
        ended(request, end.reason(), end.by(), end.today(), earlier(end.drawId(), draws)));
  }

  /** Its visit is told where it was the visit that asked. */
  static ReplacementEnded ended(
      Roster.Request request, String reason, String by, LocalDate on, @Nullable String earlier) {
    return new ReplacementEnded(
        request.subject(),
        request.inspector().orElse(null),
        reason,
        request.by(),
        by,
        on,
        earlier,
        request.handover() ? true : null);
  }

  /** Told of every replacement the visits took over; of those of old nothing is awaited. */
  static Decision<DrawEvent> settle(SettleReplacement settle, TaskDraws draws) {
    Executed draw = draw(settle.drawId(), draws);
    return draw == null || !draw.roster().unsettled().containsKey(settle.subject())
        ? accept()
        : accept(
            new ReplacementSettled(settle.subject(), settle.on(), earlier(settle.drawId(), draws)));
  }

  /** What the visit says holds; where both say the same there is nothing to follow. */
  static Decision<DrawEvent> follow(FollowVisit visit, TaskDraws draws) {
    Executed draw = draw(visit.drawId(), draws);
    if (draw == null) {
      return accept();
    }
    List<String> kept = visit.inspectors().stream().sorted(Utf8Order.ASCENDING).toList();
    String place = visit.alternate().orElse(visit.subject());
    List<String> now = draw.roster().teams().get(place);
    if (now == null || (visit.alternate().isEmpty() && now.equals(kept))) {
      return settle(new SettleReplacement(visit.drawId(), visit.subject(), visit.on()), draws);
    }
    return accept(
        new ReplacementEvent.ReplacementUndone(
            visit.subject(),
            visit.alternate().orElse(null),
            now.stream().filter(i -> !kept.contains(i)).toList(),
            kept.stream().filter(i -> !now.contains(i)).toList(),
            kept,
            visit.why(),
            visit.on(),
            earlier(visit.drawId(), draws)));
  }

  private static Decision<DrawEvent> inspector(
      ApproveReplacement approve,
      Roster.Request request,
      String out,
      Succession succession,
      @Nullable String earlier) {
    List<String> team =
        succession.draw().roster().teams().getOrDefault(request.subject(), List.of());
    List<String> remaining = team.stream().filter(i -> !i.equals(out)).toList();
    return succession
        .substitute(request.subject(), remaining, out)
        .<Decision<DrawEvent>>map(substitute ->
            accept(
                new InspectorReplaced(
                    request.subject(),
                    out,
                    substitute.id(),
                    Roster.exchanged(team, out, substitute.id()),
                    request.reason(),
                    request.by(),
                    approve.by(),
                    approve.today(),
                    earlier,
                    request.evidence().isEmpty() ? null : request.evidence(),
                    approve.register().obstacle(out).orElse(null),
                    substitute.named(),
                    true)))
        .orElseGet(() -> reject(SUBSTITUTES_EXHAUSTED));
  }

  private static Decision<DrawEvent> subject(
      ApproveReplacement approve,
      Roster.Request request,
      Succession succession,
      @Nullable String earlier) {
    Optional<Succession.Successor> next = succession.alternate(request.subject());
    if (next.isEmpty()) {
      return reject(ALTERNATES_EXHAUSTED);
    }
    Succession.Successor alternate = next.get();
    return succession
        .teamFor(request.subject(), alternate.id())
        .<Decision<DrawEvent>>map(team ->
            accept(
                new SubjectReplaced(
                    request.subject(),
                    alternate.id(),
                    team,
                    request.reason(),
                    request.evidence(),
                    request.by(),
                    approve.by(),
                    approve.today(),
                    earlier,
                    approve.register().status(request.subject()),
                    alternate.named(),
                    true)))
        .orElseGet(() -> reject(SUBSTITUTES_EXHAUSTED));
  }
}
