package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.ValueForms;

/** How the events of a task's draws are stored. */
public final class DrawCodec {
  private DrawCodec() {}

  /**
   * Values of the protocol are stored exactly as the protocol writes them; the lists of a frame,
   * which may have a million entries, in pieces.
   */
  public static EventCodec<DrawEvent> ofEvents() {
    return new EventCodec<>(
            DrawEvent.class,
            ValueForms.named("double-random/1")
                .with(Commit.class, Commit::json, Commit::of)
                .with(DrawResult.class, DrawResult::json, DrawResult::of)
                .with(Entropy.Reveal.class, Entropy.Reveal::json, Entropy.Reveal::of))
        .chunking(DrawEvent.FrameFrozen.class);
  }
}
