package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.deposit.SupervisorKeyCommand;
import cn.doublerandom.draw.deposit.SupervisorKeyDecider;
import cn.doublerandom.draw.deposit.SupervisorKeyEvent.SupervisorKeyRegistered;
import cn.doublerandom.draw.deposit.SupervisorKeyEvent;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawDecider;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.OverdueWatch;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.exclusion.ExclusionCommand;
import cn.doublerandom.draw.exclusion.ExclusionDecider;
import cn.doublerandom.draw.exclusion.ExclusionEvent;
import cn.doublerandom.draw.exclusion.ExclusionList;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.DeadlineCommand;
import cn.doublerandom.draw.plan.DeadlineDecider;
import cn.doublerandom.draw.plan.DeadlineEvent;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanDeadline;
import cn.doublerandom.draw.plan.PlanDecider;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.programme.Programme;
import cn.doublerandom.draw.programme.ProgrammeCommand;
import cn.doublerandom.draw.programme.ProgrammeDecider;
import cn.doublerandom.draw.programme.ProgrammeEvent;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.register.KnownEntry;
import cn.doublerandom.draw.register.RegisterCommand;
import cn.doublerandom.draw.register.RegisterDecider;
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
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The deciders of the draw-service over its event store, and what is kept of it for readers. */
final class DrawHandlers {
  /** A frame may have a million subjects; a few such draws fit into memory. */
  private static final int MOST_TASKS = 4;

  /** A plan a year. */
  private static final int MOST_PLANS = 8;

  private static final int MOST_PROGRAMMES = 200;

  @Produces
  @Singleton
  KeptStates<TaskDraws> keptDraws(CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws) {
    return draws.kept(MOST_TASKS);
  }

  @Produces
  @Singleton
  KeptStates<AnnualPlan> keptPlans(CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans) {
    return plans.kept(MOST_PLANS);
  }

  @Produces
  @Singleton
  KeptStates<Programme> keptProgrammes(
      CommandHandler<ProgrammeCommand, ProgrammeEvent, Programme> programmes) {
    return programmes.kept(MOST_PROGRAMMES);
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
  CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans(
      EventStore store, EventCodec<PlanEvent> codec) {
    return new CommandHandler<>(store, new PlanDecider(), codec);
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
  CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws(
      EventStore store, EventCodec<DrawEvent> codec) {
    return new CommandHandler<>(store, new DrawDecider(), codec);
  }

  @Produces
  @Singleton
  TimedProcess<DrawCommand, DrawEvent, TaskDraws> overdue(
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws) {
    return new TimedProcess<>(new OverdueWatch(), draws);
  }

  @Produces
  @Singleton
  CommandHandler<ProgrammeCommand, ProgrammeEvent, Programme> programmes(EventStore store) {
    return new CommandHandler<>(
        store, new ProgrammeDecider(), new EventCodec<>(ProgrammeEvent.class));
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
  CommandHandler<RegisterCommand, RegisterEvent, Optional<KnownEntry>> register(
      EventStore store, EventCodec<RegisterEvent> codec) {
    return new CommandHandler<>(store, new RegisterDecider(), codec);
  }

  @Produces
  @Singleton
  EventCodec<PlanEvent> planCodec() {
    return new EventCodec<>(PlanEvent.class, quotaForm());
  }

  @Produces
  @Singleton
  EventCodec<RegisterEvent> registerCodec() {
    return new EventCodec<>(RegisterEvent.class);
  }

  @Produces
  @Singleton
  EventCodec<DrawEvent> drawCodec() {
    return new EventCodec<>(DrawEvent.class, protocolForms());
  }

  /** Values of the protocol are stored exactly as the protocol writes them. */
  private static SimpleModule protocolForms() {
    var module = new SimpleModule("double-random/1");
    form(module, Commit.class, Commit::json, Commit::of);
    form(module, DrawResult.class, DrawResult::json, DrawResult::of);
    form(module, Entropy.Reveal.class, Entropy.Reveal::json, Entropy.Reveal::of);
    return module;
  }

  /** Quotas are stored as they are answered: flat, by kind. */
  private static SimpleModule quotaForm() {
    var module = new SimpleModule("quota");
    form(module, Quota.class, Quota::json, Quota::of);
    return module;
  }

  private static <T> void form(
      SimpleModule module,
      Class<T> type,
      Function<T, Map<String, Object>> write,
      Function<Map<?, ?>, T> read) {
    module.addSerializer(
        type,
        new JsonSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator out, SerializerProvider provider)
              throws IOException {
            out.writePOJO(write.apply(value));
          }
        });
    module.addDeserializer(
        type,
        new JsonDeserializer<T>() {
          @Override
          public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return read.apply(in.readValueAs(Map.class));
          }
        });
  }
}
