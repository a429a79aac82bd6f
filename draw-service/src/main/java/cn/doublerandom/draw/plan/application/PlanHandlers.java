package cn.doublerandom.draw.plan.application;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.DeadlineCommand;
import cn.doublerandom.draw.plan.DeadlineDecider;
import cn.doublerandom.draw.plan.DeadlineEvent;
import cn.doublerandom.draw.plan.PlanCodec;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanDeadline;
import cn.doublerandom.draw.plan.PlanDecider;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.programme.Programme;
import cn.doublerandom.draw.programme.ProgrammeCommand;
import cn.doublerandom.draw.programme.ProgrammeDecider;
import cn.doublerandom.draw.programme.ProgrammeEvent;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.servicekit.time.CalendarStream;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Stream;

/** The deciders of the plans over the event store, and what is kept of it for readers. */
final class PlanHandlers {
  /** A plan a year. */
  private static final int MOST_PLANS = 8;

  private static final int MOST_PROGRAMMES = 200;

  /** The streams of this service, told apart by bureau. */
  @Produces
  @Singleton
  StreamNames streams() {
    return new StreamNames(
        DrawStreams.KINDS,
        Stream.concat(DrawStreams.SINGLES.stream(), Stream.of(CalendarStream.NAME)).toList());
  }

  @Produces
  @Singleton
  KeptStates<AnnualPlan> keptPlans(CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans) {
    return plans.kept();
  }

  @Produces
  @Singleton
  KeptStates<Programme> keptProgrammes(
      CommandHandler<ProgrammeCommand, ProgrammeEvent, Programme> programmes) {
    return programmes.kept(MOST_PROGRAMMES);
  }

  @Produces
  @Singleton
  CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans(
      EventStore store, EventCodec<PlanEvent> codec) {
    return new CommandHandler<>(store, new PlanDecider(), codec).remembering(MOST_PLANS);
  }

  @Produces
  @Singleton
  CommandHandler<DeadlineCommand, DeadlineEvent, Map<String, PlanDeadline.State>> deadlines(
      EventStore store) {
    return new CommandHandler<>(
        store, new DeadlineDecider(), new EventCodec<>(DeadlineEvent.class));
  }

  @Produces
  @Singleton
  CommandHandler<ProgrammeCommand, ProgrammeEvent, Programme> programmes(EventStore store) {
    return new CommandHandler<>(
        store, new ProgrammeDecider(), new EventCodec<>(ProgrammeEvent.class));
  }

  @Produces
  @Singleton
  EventCodec<PlanEvent> planCodec() {
    return PlanCodec.ofEvents();
  }
}
