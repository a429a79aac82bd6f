package cn.doublerandom.draw.kafka;

import cn.doublerandom.contracts.HandoverRefused;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.draw.drawing.ReplacementEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import java.util.Optional;

/**
 * What a visit hears of a hand-over it asked for, where nobody comes in; else it has another team.
 */
final class HandoverTellings {
  private HandoverTellings() {}

  /** A visit that had asked for it is told; of what was asked for here no visit waits. */
  static Optional<IntegrationEvent> ended(
      TaskDraws.Executed draw, ReplacementEvent.ReplacementEnded ended) {
    return Optional.ofNullable(ended.inspector())
        .filter(who -> Boolean.TRUE.equals(ended.handover()))
        .map(who ->
            new HandoverRefused(
                draw.frame().drawId(), ended.subject(), who, ended.reason(), ended.on()));
  }

  static IntegrationEvent refused(TaskDraws.Executed draw, ReplacementEvent.HandoverRefused no) {
    return new HandoverRefused(
        draw.frame().drawId(), no.subject(), no.inspector(), no.why(), no.on());
  }
}
