package cn.doublerandom.inspection.rest;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.timer.TimedProcess;
import cn.doublerandom.inspection.visit.DeadlineWatch;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitDecider;
import cn.doublerandom.inspection.visit.VisitEvent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The decider of the inspection-service over its event store. */
final class VisitHandlers {
  @Produces
  @Singleton
  CommandHandler<VisitCommand, VisitEvent, Visit> visits(
      EventStore store, EventCodec<VisitEvent> codec) {
    return new CommandHandler<>(store, new VisitDecider(), codec);
  }

  @Produces
  @Singleton
  TimedProcess<VisitCommand, VisitEvent, Visit> deadlines(
      CommandHandler<VisitCommand, VisitEvent, Visit> visits) {
    return new TimedProcess<>(new DeadlineWatch(), visits);
  }

  @Produces
  @Singleton
  EventCodec<VisitEvent> codec() {
    return new EventCodec<>(VisitEvent.class);
  }
}
