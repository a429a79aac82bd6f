package cn.doublerandom.draw.drawing;

import static cn.doublerandom.eventstore.decider.Decision.accept;

import cn.doublerandom.draw.drawing.DrawCommand.DropHandover;
import cn.doublerandom.draw.drawing.DrawCommand.HandOver;
import cn.doublerandom.draw.drawing.ReplacementEvent.HandoverRefused;
import cn.doublerandom.eventstore.decider.Decision;

/**
 * 移交: what a visit asks is a replacement like any other, that waits for another person and whose
 * successor is drawn (ADR 95). Nobody stands at the other end of a topic to read a refusal, so a
 * refusal is a fact that is told back.
 */
final class HandingOver {
  private HandingOver() {}

  /** Of a draw that does not stand there is no visit to tell. */
  static Decision<DrawEvent> request(HandOver handover, TaskDraws draws) {
    var asked = handover.request();
    if (draws.executed(asked.drawId()).isEmpty()) {
      return accept();
    }
    return switch (Replacing.request(asked, true, draws)) {
      case Decision.Accepted<DrawEvent> accepted -> accepted;
      case Decision.Rejected<DrawEvent> rejected ->
          accept(
              new HandoverRefused(
                  asked.subject(),
                  asked.inspector(),
                  rejected.rejection().text(),
                  asked.today(),
                  Replacing.earlier(asked.drawId(), draws)));
    };
  }

  /**
   * The visit takes back what it asked. Whoever was first here has decided: where another came in
   * or it was declined before, that was told, and there is nothing left to drop.
   */
  static Decision<DrawEvent> drop(DropHandover drop, TaskDraws draws) {
    var end = drop.end();
    return draws
        .executed(end.drawId())
        .map(draw -> draw.roster().open().get(end.subject()))
        .filter(Roster.Request::handover)
        .filter(request -> request.inspector().filter(drop.inspector()::equals).isPresent())
        .<Decision<DrawEvent>>map(request ->
            accept(
                Replacing.ended(
                    request,
                    end.reason(),
                    end.by(),
                    end.today(),
                    Replacing.earlier(end.drawId(), draws))))
        .orElseGet(Decision::accept);
  }
}
