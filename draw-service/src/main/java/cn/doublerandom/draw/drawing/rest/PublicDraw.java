package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.DrawState;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A draw as it is answered: one of its states, written as that. An ended one has the phase in which
 * it ended, so that a phase alone does not say which.
 */
@Schema(
    anyOf = {
      DrawState.Frozen.class,
      DrawState.Committed.class,
      DrawState.Sealed.class,
      DrawState.Drawn.class,
      DrawState.Ended.class
    })
public record PublicDraw(@JsonUnwrapped DrawState draw) {
  static PublicDraw of(TaskDraws draws) {
    return new PublicDraw(DrawState.of(draws));
  }
}
