package cn.doublerandom.draw.drawing;

import static cn.doublerandom.eventstore.decider.Decision.accept;

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
    return switch (Replacing.request(asked, draws)) {
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
}
