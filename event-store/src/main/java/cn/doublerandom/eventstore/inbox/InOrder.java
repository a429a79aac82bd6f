package cn.doublerandom.eventstore.inbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * One thing after the other. Work that is done at once costs a loop and not a subscription chain,
 * and a thousand such do not grow the stack.
 */
final class InOrder<T> {
  private final Iterator<T> items;
  private final Function<T, Uni<Void>> work;
  private final UniEmitter<? super Void> emitter;

  /** Whose turn it is: more than one means that the running loop has more to do. */
  private final AtomicInteger turns = new AtomicInteger();

  private InOrder(
      Iterator<T> items, Function<T, Uni<Void>> work, UniEmitter<? super Void> emitter) {
    this.items = items;
    this.work = work;
    this.emitter = emitter;
  }

  /** Completes when all are done, or fails with the first that fails; the rest is not begun. */
  static <T> Uni<Void> each(List<T> items, Function<T, Uni<Void>> work) {
    return Uni.createFrom()
        .emitter(emitter -> new InOrder<>(items.iterator(), work, emitter).next());
  }

  private void next() {
    if (turns.getAndIncrement() > 0) {
      return; // the loop below is running and will see the turn
    }
    do {
      if (!items.hasNext()) {
        emitter.complete(null);
        return;
      }
      work.apply(items.next()).subscribe().with(done -> next(), emitter::fail);
    } while (turns.decrementAndGet() > 0);
  }
}
