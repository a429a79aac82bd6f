package cn.doublerandom.eventstore.timer;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.decider.ProcessRules;
import cn.doublerandom.eventstore.decider.ProcessRules.Reaction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** A process manager together with the handler its commands go to. */
public final class TimedProcess<C, E, S> {
  private final ProcessRules<C, E> rules;
  private final CommandHandler<C, E, S> handler;

  public TimedProcess(ProcessRules<C, E> rules, CommandHandler<C, E, S> handler) {
    this.rules = rules;
    this.handler = handler;
  }

  String name() {
    return rules.name();
  }

  /**
   * What an event asks for, of a stream under the name it has in its scope; the rules do not look
   * into long lists.
   */
  List<Reaction> react(StoredEvent event) {
    return event.stream().startsWith(rules.streams())
        ? rules.react(event.stream(), handler.glance(event))
        : List.of();
  }

  /**
   * Handles the command of a due timer within the caller's transaction.
   *
   * @param store of the scope in which the timer was set, over that transaction
   */
  Uni<Void> fire(String timer, String stream, Instant now, EventStore store) {
    var context = CommandContext.byItself("timer " + rules.name(), now, timer);
    return handler
        .over(store)
        .handle(stream, rules.onDue(timer, now), context)
        .invoke(handled -> {
          if (!(handled instanceof Handled.Done<E, S>)) {
            throw new IllegalStateException("timer " + timer + " was refused: " + handled);
          }
        })
        .replaceWithVoid();
  }
}
