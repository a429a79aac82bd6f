package cn.doublerandom.eventstore.postgres;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandKey;
import cn.doublerandom.eventstore.StoreOverloaded;
import cn.doublerandom.eventstore.postgres.AppendStatement.Request;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Commands that are in flight together share a statement (group commit).
 *
 * <p>A command that comes while a lane is free goes at once, alone; while all lanes are busy,
 * commands gather and the next free lane takes as many as fit. Nobody waits for company.
 *
 * <p>Invariant: no two commands in one statement, and none in two statements at once, touch the
 * same stream or key. Inside one statement they would not see each other; in two they would make
 * each other fail.
 */
final class Coalescer {
  /** Statements at once; more of them would only make each smaller. */
  private static final int LANES = 2;

  private static final int MAX_EVENTS = 512;
  private static final int MAX_COMMANDS = 128;

  /** Commands waiting for a lane; more are refused, because an unbounded queue answers nobody. */
  static final int MAX_WAITING = 4_096;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
  private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(30);

  private final Function<List<Request>, Uni<List<AppendOutcome>>> statement;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Set<String> busy = new HashSet<>();
  private int running;

  private record Waiting(
      Request request,
      List<String> touches,
      long since,
      UniEmitter<? super AppendOutcome> emitter,
      @Nullable Context context) {
    void complete(AppendOutcome outcome) {
      back(() -> emitter.complete(outcome));
    }

    void fail(Throwable failure) {
      back(() -> emitter.fail(failure));
    }

    /** Answers where the question was asked, because request scopes hang on the context. */
    private void back(Runnable answer) {
      if (context == null) {
        answer.run();
      } else {
        context.runOnContext(ignored -> answer.run());
      }
    }
  }

  Coalescer(Function<List<Request>, Uni<List<AppendOutcome>>> statement) {
    this.statement = statement;
  }

  Uni<AppendOutcome> submit(Request request) {
    return Uni.createFrom()
        .emitter(emitter -> {
          enqueue(
              new Waiting(
                  request, touches(request), System.nanoTime(), emitter, Vertx.currentContext()));
          pump();
        });
  }

  private static List<String> touches(Request request) {
    List<String> touches = new ArrayList<>();
    for (Append append : request.appends()) {
      touches.add("s" + append.stream());
    }
    request.key().map(CommandKey::key).ifPresent(key -> touches.add("k" + key));
    return touches;
  }

  private void enqueue(Waiting command) {
    synchronized (this) {
      if (waiting.size() < MAX_WAITING) {
        waiting.add(command);
        return;
      }
    }
    command.fail(new StoreOverloaded(MAX_WAITING + " commands are waiting already"));
  }

  /** Gives every free lane what fits. */
  private void pump() {
    while (true) {
      List<Waiting> batch;
      List<Waiting> late = new ArrayList<>();
      synchronized (this) {
        batch = running < LANES ? take(late) : List.of();
        if (!batch.isEmpty()) {
          running++;
        }
      }
      late.forEach(w -> w.fail(new TimeoutException("no lane within " + LONGEST_WAIT)));
      if (batch.isEmpty()) {
        return;
      }
      run(batch);
    }
  }

  private List<Waiting> take(List<Waiting> late) {
    List<Waiting> batch = new ArrayList<>();
    int events = 0;
    long now = System.nanoTime();
    Iterator<Waiting> queue = waiting.iterator();
    while (queue.hasNext() && batch.size() < MAX_COMMANDS) {
      Waiting next = queue.next();
      if (now - next.since() > LONGEST_WAIT.toNanos()) {
        late.add(next);
        queue.remove();
        continue;
      }
      // Who has long lists to store goes alone: nobody waits for these but he.
      int more = next.request().hasPieces() ? MAX_EVENTS : next.request().events();
      if (!batch.isEmpty() && events + more > MAX_EVENTS) {
        break;
      }
      if (next.touches().stream().noneMatch(busy::contains)) {
        busy.addAll(next.touches());
        batch.add(next);
        events += more;
        queue.remove();
      }
    }
    return batch;
  }

  private void run(List<Waiting> batch) {
    statement
        .apply(batch.stream().map(Waiting::request).toList())
        .ifNoItem()
        .after(STATEMENT_LIMIT)
        .fail()
        .subscribe()
        .with(
            outcomes -> {
              free(batch);
              for (int i = 0; i < batch.size(); i++) {
                batch.get(i).complete(outcomes.get(i));
              }
              pump();
            },
            failure -> {
              free(batch);
              if (batch.size() > 1 && PostgresEventStore.isOfTheCommand(failure)) {
                oneByOne(batch);
              } else {
                batch.forEach(command -> command.fail(failure));
              }
              pump();
            });
  }

  /** One command spoiled the statement for all: alone, each gets the answer that is its own. */
  private void oneByOne(List<Waiting> batch) {
    for (Waiting command : batch) {
      statement
          .apply(List.of(command.request()))
          .ifNoItem()
          .after(STATEMENT_LIMIT)
          .fail()
          .subscribe()
          .with(outcomes -> command.complete(outcomes.getFirst()), command::fail);
    }
  }

  private synchronized void free(List<Waiting> batch) {
    running--;
    batch.forEach(command -> command.touches().forEach(busy::remove));
  }
}
