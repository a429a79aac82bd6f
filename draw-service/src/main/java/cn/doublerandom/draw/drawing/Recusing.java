package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.AgreementRejection.REASON_MISSING;
import static cn.doublerandom.draw.PhaseRejection.DRAW_NOT_EXECUTED;
import static cn.doublerandom.draw.ReplacementRejection.REPLACEMENT_NOT_DUE;
import static cn.doublerandom.draw.ReplacementRejection.REPLACEMENT_OPEN;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.draw.drawing.DrawCommand.NoteRecusals;
import cn.doublerandom.draw.drawing.DrawCommand.RequestKeeping;
import cn.doublerandom.draw.drawing.ReplacementEvent.KeepingRequested;
import cn.doublerandom.draw.drawing.ReplacementEvent.MemberKept;
import cn.doublerandom.draw.drawing.ReplacementEvent.MemberRecused;
import cn.doublerandom.draw.drawing.TaskDraws.Committed;
import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import cn.doublerandom.draw.drawing.TaskDraws.Frozen;
import cn.doublerandom.draw.drawing.TaskDraws.Sealed;
import cn.doublerandom.draw.drawing.TaskDraws.Undrawn;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.eventstore.decider.Decision;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 回避 after the freeze: what is frozen stays, so the recusal becomes a fact of the draw, and the
 * replacement it makes due stays due until it is made, or until two people decide against it.
 */
final class Recusing {
  private Recusing() {}

  /** Notes what the frozen lists and the draw do not know yet; once each. */
  static Decision<DrawEvent> note(NoteRecusals note, TaskDraws draws) {
    return draws
        .earlier(note.drawId())
        .map(draw -> note(note, draw.frame(), draw.past(), draw.roster().recusals(), note.drawId()))
        .orElseGet(() -> draws.isAbout(note.drawId()) ? current(note, draws) : accept());
  }

  private static Decision<DrawEvent> current(NoteRecusals note, TaskDraws draws) {
    return switch (draws) {
      case Undrawn undrawn -> accept();
      case Frozen f -> note(note, f.frame(), f.past(), f.preparation().recusals(), null);
      case Committed c -> note(note, c.frame(), c.past(), c.preparation().recusals(), null);
      case Sealed(var d, var approval) ->
          note(note, d.frame(), d.past(), d.roster().recusals(), null);
      case Executed d -> note(note, d.frame(), d.past(), d.roster().recusals(), null);
    };
  }

  private static Decision<DrawEvent> note(
      NoteRecusals note,
      FrozenFrame frame,
      Past past,
      List<LateRecusal> known,
      @Nullable String earlier) {
    Predicate<String> subjects = subjects(frame, past);
    Set<String> inspectors =
        frame.lists().inspectors().stream().map(i -> i.id()).collect(Collectors.toSet());
    Set<String> noted = new HashSet<>();
    frame.lists().recusals().forEach(r -> noted.add(r.subject() + '\n' + r.inspector()));
    known.forEach(r -> noted.add(r.subject() + '\n' + r.inspector()));
    List<DrawEvent> fresh =
        note.declared().stream()
            .filter(d -> inspectors.contains(d.inspector()) && subjects.test(d.subject()))
            // After the last day of the visits nobody can be replaced any more.
            .filter(d -> d.from() == null || !d.from().isAfter(frame.checkTo()))
            .filter(d -> d.until() == null || !d.until().isBefore(note.on()))
            .filter(d -> !note.on().isAfter(frame.checkTo()))
            .filter(d -> noted.add(d.subject() + '\n' + d.inspector()))
            .<DrawEvent>map(d ->
                new MemberRecused(
                    d.subject(),
                    d.inspector(),
                    d.reason(),
                    note.on(),
                    earlier,
                    d.from() == null || !d.from().isAfter(note.on()) ? null : d.from()))
            .toList();
    return accept(fresh.toArray(DrawEvent[]::new));
  }

  /** Who may be visited: where only teams are drawn, the subjects of the draw before. */
  private static Predicate<String> subjects(FrozenFrame frame, Past past) {
    FrozenFrame whole = frame.continues() == null ? frame : past.ended().getLast().frame();
    return FrozenLists.inFrame(whole.lists().frame());
  }

  /** The member is to stay, although recused; a second person has to agree. */
  static Decision<DrawEvent> keep(RequestKeeping keep, @Nullable Executed draw, TaskDraws draws) {
    if (draw == null) {
      return reject(DRAW_NOT_EXECUTED);
    } else if (!ReasonText.isInWords(keep.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    } else if (draw.roster().open().containsKey(keep.subject())) {
      return reject(REPLACEMENT_OPEN, "subject", keep.subject());
    }
    return draw.roster().due().stream().anyMatch(r -> r.isOf(keep.subject(), keep.inspector()))
        ? accept(
            new KeepingRequested(
                keep.subject(),
                keep.inspector(),
                keep.reason(),
                keep.by(),
                draws.earlier(keep.drawId()).isPresent() ? keep.drawId() : null))
        : reject(REPLACEMENT_NOT_DUE, "inspector", keep.inspector());
  }

  static Decision<DrawEvent> kept(
      DrawCommand.ApproveReplacement approve,
      Roster.Request request,
      String inspector,
      @Nullable String earlier) {
    return accept(
        new MemberKept(
            request.subject(),
            inspector,
            request.reason(),
            request.by(),
            approve.by(),
            approve.today(),
            earlier));
  }

  static Executed asked(Executed draw, KeepingRequested k) {
    return draw.with(
        draw.roster()
            .requested(
                new Roster.Request(
                    k.subject(), Optional.of(k.inspector()), k.reason(), "", k.by(), true, false)));
  }

  /** The draw with one more recusal its frozen lists do not know. */
  static TaskDraws recused(TaskDraws draws, MemberRecused r) {
    var late = new LateRecusal(r.subject(), r.inspector(), r.reason(), r.on(), false, r.from());
    return switch (draws) {
      case Undrawn undrawn -> undrawn;
      case Frozen frozen -> frozen.with(frozen.preparation().with(late));
      case Committed committed -> committed.with(committed.preparation().with(late));
      case Sealed(var draw, var approval) ->
          new Sealed(draw.with(draw.roster().with(late)), approval);
      case Executed draw -> draw.with(draw.roster().with(late));
    };
  }
}
