package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.AgreementRejection.EVIDENCE_MISSING;
import static cn.doublerandom.draw.AgreementRejection.REASON_MISSING;
import static cn.doublerandom.draw.PhaseRejection.DRAW_NOT_EXECUTED;
import static cn.doublerandom.draw.ReplacementRejection.ALTERNATES_EXHAUSTED;
import static cn.doublerandom.draw.ReplacementRejection.MEMBER_UNKNOWN;
import static cn.doublerandom.draw.ReplacementRejection.REPLACEMENT_NEEDS_SECOND_PERSON;
import static cn.doublerandom.draw.ReplacementRejection.REPLACEMENT_OPEN;
import static cn.doublerandom.draw.ReplacementRejection.REPLACEMENT_UNKNOWN;
import static cn.doublerandom.draw.ReplacementRejection.SUBJECT_NOT_DRAWN;
import static cn.doublerandom.draw.ReplacementRejection.SUBSTITUTES_EXHAUSTED;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.draw.drawing.DrawCommand.ApproveReplacement;
import cn.doublerandom.draw.drawing.DrawCommand.FollowVisit;
import cn.doublerandom.draw.drawing.DrawCommand.RequestInspectorReplacement;
import cn.doublerandom.draw.drawing.DrawCommand.RequestSubjectReplacement;
import cn.doublerandom.draw.drawing.DrawEvent.InspectorReplaced;
import cn.doublerandom.draw.drawing.DrawEvent.ReplacementRequested;
import cn.doublerandom.draw.drawing.DrawEvent.SubjectReplaced;
import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.RecusalEntry;
import cn.doublerandom.draw.protocol.Substitution;
import cn.doublerandom.draw.protocol.Utf8Order;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private static @Nullable String earlier(String drawId, TaskDraws draws) {
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
    } else if (draw.roster().open().containsKey(request.subject())) {
      return reject(REPLACEMENT_OPEN, "subject", request.subject());
    }
    return next(draw, request.subject()).isEmpty()
        ? reject(ALTERNATES_EXHAUSTED)
        : accept(
            new ReplacementRequested(
                request.subject(),
                null,
                request.reason(),
                request.evidence(),
                request.by(),
                earlier(request.drawId(), draws)));
  }

  static Decision<DrawEvent> request(RequestInspectorReplacement request, TaskDraws draws) {
    Executed draw = draw(request.drawId(), draws);
    if (draw == null) {
      return reject(DRAW_NOT_EXECUTED);
    } else if (!ReasonText.isInWords(request.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    }
    List<String> team = draw.roster().teams().get(request.subject());
    if (team == null) {
      return reject(SUBJECT_NOT_DRAWN, "subject", request.subject());
    } else if (!team.contains(request.inspector())) {
      return reject(MEMBER_UNKNOWN, "inspector", request.inspector());
    } else if (draw.roster().open().containsKey(request.subject())) {
      return reject(REPLACEMENT_OPEN, "subject", request.subject());
    }
    return accept(
        new ReplacementRequested(
            request.subject(),
            request.inspector(),
            request.reason(),
            "",
            request.by(),
            earlier(request.drawId(), draws)));
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
    return request
        .inspector()
        .map(out -> inspector(approve, request, out, draw, earlier))
        .orElseGet(() -> subject(approve, request, draw, earlier));
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
      return accept();
    }
    return accept(
        new DrawEvent.ReplacementUndone(
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
      Executed draw,
      @Nullable String earlier) {
    List<String> team = draw.roster().teams().getOrDefault(request.subject(), List.of());
    List<String> remaining = team.stream().filter(i -> !i.equals(out)).toList();
    return substitution(draw, draw.roster().held())
        .of(request.subject(), remaining, out)
        .<Decision<DrawEvent>>map(substitute ->
            accept(
                new InspectorReplaced(
                    request.subject(),
                    out,
                    substitute,
                    Roster.exchanged(team, out, substitute),
                    request.reason(),
                    request.by(),
                    approve.by(),
                    approve.today(),
                    earlier)))
        .orElseGet(() -> reject(SUBSTITUTES_EXHAUSTED));
  }

  private static Decision<DrawEvent> subject(
      ApproveReplacement approve, Roster.Request request, Executed draw, @Nullable String earlier) {
    Optional<String> alternate = next(draw, request.subject());
    if (alternate.isEmpty()) {
      return reject(ALTERNATES_EXHAUSTED);
    }
    Optional<List<String>> team = teamFor(draw, request.subject(), alternate.get());
    return team.isEmpty()
        ? reject(SUBSTITUTES_EXHAUSTED)
        : accept(
            new SubjectReplaced(
                request.subject(),
                alternate.get(),
                team.get(),
                request.reason(),
                request.evidence(),
                request.by(),
                approve.by(),
                approve.today(),
                earlier));
  }

  /** The same team; members who may not serve there are replaced one by one (protocol §6). */
  private static Optional<List<String>> teamFor(Executed draw, String gone, String alternate) {
    List<String> team = draw.roster().teams().getOrDefault(gone, List.of());
    Map<String, Integer> held = new HashMap<>(draw.roster().held());
    Set<String> recused = substitution(draw, held).recused(alternate);
    for (String member : List.copyOf(team)) {
      if (!recused.contains(member)) {
        continue;
      }
      held.merge(member, -1, Integer::sum);
      List<String> remaining = team.stream().filter(i -> !i.equals(member)).toList();
      Optional<String> substitute = substitution(draw, held).of(alternate, remaining, member);
      if (substitute.isEmpty()) {
        return Optional.empty();
      }
      held.merge(substitute.get(), 1, Integer::sum);
      team = Roster.exchanged(team, member, substitute.get());
    }
    return Optional.of(team);
  }

  private static Substitution substitution(Executed draw, Map<String, Integer> held) {
    return new Substitution(
        draw.result().seed(),
        draw.commit().slots(),
        draw.frame().lists().inspectors(),
        recusals(draw),
        held);
  }

  /** The frozen ones, and those declared since: nobody comes in against either. */
  private static List<RecusalEntry> recusals(Executed draw) {
    List<RecusalEntry> all = new ArrayList<>(draw.frame().lists().recusals());
    draw.roster().recusals().stream()
        .filter(late -> !late.kept())
        .forEach(
            late -> all.add(new RecusalEntry(late.subject(), late.inspector(), late.reason())));
    return all;
  }

  /** The next alternate of the subject's stratum that has not come in or gone out yet. */
  private static Optional<String> next(Executed draw, String subject) {
    String stratum = stratum(draw, subject);
    return draw.alternates().stream()
        .filter(a -> a.stratum().equals(stratum))
        .map(DrawResult.Alternates::ids)
        .flatMap(List::stream)
        .filter(id -> !draw.roster().used().contains(id))
        .findFirst();
  }

  private static String stratum(Executed draw, String subject) {
    return draw.parent().orElse(draw).frame().lists().frame().stream()
        .filter(e -> e.id().equals(subject))
        .findFirst()
        .orElseThrow()
        .stratum();
  }
}
