package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** 个人信息删除 of inspectors who left: asked for by one, agreed to by another. */
@ApplicationScoped
public class InspectorErasures {
  private final CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors;
  private final People people;

  @Inject
  InspectorErasures(
      CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors, People people) {
    this.inspectors = inspectors;
    this.people = people;
  }

  /** Asks that a name be made unreadable for ever. */
  public Uni<Handled<InspectorEvent, Inspector>> request(
      String id, String reason, CommandContext context) {
    return inspectors.handle(
        RegistryStreams.INSPECTOR.of(id),
        new InspectorCommand.RequestErasure(
            reason, context.actor(), BusinessClock.day(context.at())),
        context);
  }

  /** What was asked, at the version of the inspector's stream an approval names. */
  public Uni<CommandHandler.Loaded<ErasureAsked>> waiting(String id) {
    return inspectors
        .load(RegistryStreams.INSPECTOR.of(id))
        .map(loaded -> {
          Inspector.ErasureRequest asked =
              Inspectors.registered(loaded.state())
                  .erasure()
                  .orElseThrow(() -> new ProblemException(RegistryRejection.ERASURE_NOT_REQUESTED));
          return new CommandHandler.Loaded<>(
              new ErasureAsked(asked.reason(), asked.by(), Set.of(asked.by()), asked.approved()),
              loaded.version());
        });
  }

  /** Another person does not agree. */
  public Uni<Handled<InspectorEvent, Inspector>> decline(
      String id, String reason, CommandContext context) {
    return inspectors.handle(
        RegistryStreams.INSPECTOR.of(id),
        new InspectorCommand.EndErasure(context.actor(), reason, false),
        context);
  }

  /** Whoever asked takes it back. */
  public Uni<Handled<InspectorEvent, Inspector>> withdraw(
      String id, String reason, CommandContext context) {
    return inspectors.handle(
        RegistryStreams.INSPECTOR.of(id),
        new InspectorCommand.EndErasure(context.actor(), reason, true),
        context);
  }

  /** Another person agrees: the key is destroyed. */
  public Uni<LastAppended> approve(String id, CommandContext context) {
    String stream = RegistryStreams.INSPECTOR.of(id);
    return inspectors
        .handle(stream, new InspectorCommand.ApproveErasure(context.actor()), context)
        .map(Refusals::require)
        .call(done ->
            done.state() instanceof Inspector.Registered registered
                ? erase(id, registered.erasure().orElseThrow(), context)
                : Uni.createFrom().voidItem())
        .map(done -> new LastAppended(stream, done.version()));
  }

  private Uni<Void> erase(String id, Inspector.ErasureRequest asked, CommandContext context) {
    return inspectors
        .stateAt(RegistryStreams.INSPECTOR.of(id), 1)
        .flatMap(first ->
            people.erase(
                People.inspector(id),
                Inspectors.registered(first).details().sealedName(),
                new People.Request(asked.reason(), asked.by()),
                context));
  }
}
