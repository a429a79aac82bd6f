package cn.doublerandom.inspection.revisit;

import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.ValueForms;

/** How the events of revisits are stored. */
public final class RevisitCodec {
  private RevisitCodec() {}

  /** Values of the protocol are stored exactly as the protocol writes them. */
  public static EventCodec<RevisitEvent> ofEvents() {
    return new EventCodec<>(
        RevisitEvent.class,
        ValueForms.named("double-random/1")
            .with(Commit.class, Commit::json, Commit::of)
            .with(DrawResult.class, DrawResult::json, DrawResult::of));
  }
}
