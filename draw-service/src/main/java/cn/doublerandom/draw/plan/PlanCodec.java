package cn.doublerandom.draw.plan;

import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.ValueForms;

/** How the events of a plan are stored. */
public final class PlanCodec {
  private PlanCodec() {}

  /** Quotas are stored as they are answered: flat, by kind. */
  public static EventCodec<PlanEvent> ofEvents() {
    return new EventCodec<>(
        PlanEvent.class, ValueForms.named("quota").with(Quota.class, Quota::json, Quota::of));
  }
}
