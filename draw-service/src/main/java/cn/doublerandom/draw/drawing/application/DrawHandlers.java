package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.deposit.SupervisorKeyCommand;
import cn.doublerandom.draw.deposit.SupervisorKeyDecider;
import cn.doublerandom.draw.deposit.SupervisorKeyEvent;
import cn.doublerandom.draw.deposit.SupervisorKeyEvent.SupervisorKeyRegistered;
import cn.doublerandom.draw.drawing.DrawCodec;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawDecider;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.OverdueWatch;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.exclusion.ExclusionCommand;
import cn.doublerandom.draw.exclusion.ExclusionDecider;
import cn.doublerandom.draw.exclusion.ExclusionEvent;
import cn.doublerandom.draw.exclusion.ExclusionList;
import cn.doublerandom.draw.register.RegisterEvent;
import cn.doublerandom.draw.sealing.KnownSealingKeys;
import cn.doublerandom.draw.sealing.SealingKeyCommand;
import cn.doublerandom.draw.sealing.SealingKeyDecider;
import cn.doublerandom.draw.sealing.SealingKeyEvent;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.eventstore.timer.TimedProcess;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The deciders of the draws over the event store, and what is kept of it for readers. */
final class DrawHandlers {
  /** A frame may have a million subjects; a few such draws fit into memory. */
  private static final int MOST_TASKS = 4;

  @Produces
  @Singleton
  KeptStates<TaskDraws> keptDraws(CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws) {
    return draws.kept();
  }

  @Produces
  @Singleton
  KeptStates<ExclusionList> keptExclusions(
      CommandHandler<ExclusionCommand, ExclusionEvent, ExclusionList> exclusions) {
    return exclusions.kept(MOST_TASKS);
  }

  @Produces
  @Singleton
  KeptStates<KnownSealingKeys> keptSealingKeys(
      CommandHandler<SealingKeyCommand, SealingKeyEvent, KnownSealingKeys> keys) {
    return keys.kept(1);
  }

  @Produces
  @Singleton
  KeptStates<List<SupervisorKeyRegistered>> keptSupervisorKeys(
      CommandHandler<SupervisorKeyCommand, SupervisorKeyEvent, List<SupervisorKeyRegistered>>
          keys) {
    return keys.kept(1);
  }

  @Produces
  @Singleton
  CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws(
      EventStore store, EventCodec<DrawEvent> codec) {
    return new CommandHandler<>(store, new DrawDecider(), codec).remembering(MOST_TASKS);
  }

  @Produces
  @Singleton
  TimedProcess<DrawCommand, DrawEvent, TaskDraws> overdue(
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws) {
    return new TimedProcess<>(new OverdueWatch(), draws);
  }

  @Produces
  @Singleton
  CommandHandler<SealingKeyCommand, SealingKeyEvent, KnownSealingKeys> sealingKeys(
      EventStore store) {
    return new CommandHandler<>(
        store, new SealingKeyDecider(), new EventCodec<>(SealingKeyEvent.class));
  }

  @Produces
  @Singleton
  CommandHandler<SupervisorKeyCommand, SupervisorKeyEvent, List<SupervisorKeyRegistered>>
      supervisorKeys(EventStore store) {
    return new CommandHandler<>(
        store, new SupervisorKeyDecider(), new EventCodec<>(SupervisorKeyEvent.class));
  }

  @Produces
  @Singleton
  CommandHandler<ExclusionCommand, ExclusionEvent, ExclusionList> exclusions(EventStore store) {
    return new CommandHandler<>(
        store, new ExclusionDecider(), new EventCodec<>(ExclusionEvent.class));
  }

  @Produces
  @Singleton
  EventCodec<RegisterEvent> registerCodec() {
    return new EventCodec<>(RegisterEvent.class);
  }

  @Produces
  @Singleton
  EventCodec<DrawEvent> drawCodec() {
    return DrawCodec.ofEvents();
  }
}
