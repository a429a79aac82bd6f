package cn.doublerandom.servicekit.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/**
 * Whoever asks here is answered here, whichever thread the work ends on: sessions of the read side,
 * and so whatever a page reads next, hang on the context it was asked in.
 */
public final class AskedHere {
  private AskedHere() {}

  /** What runs on the context of this moment; at once where there is none. */
  public static Executor executor() {
    Context here = Vertx.currentContext();
    return here == null ? Runnable::run : task -> here.runOnContext(now -> task.run());
  }

  /** Work that begins on the event loop of who asks, from whichever thread it is asked for. */
  public static <T> Uni<T> onLoop(Uni<T> work) {
    return Uni.createFrom()
        .deferred(() -> Context.isOnEventLoopThread() ? work : work.runSubscriptionOn(executor()));
  }
}
