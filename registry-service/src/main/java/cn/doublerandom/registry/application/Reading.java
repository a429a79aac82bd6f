package cn.doublerandom.registry.application;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Reads a read model from a thread that may wait. */
public final class Reading {
  private Reading() {}

  /** What a directory answers; its query runs on an event loop, where Hibernate Reactive lives. */
  public static <T> T await(Supplier<CompletionStage<T>> query) {
    try {
      return VertxContextSupport.subscribeAndAwait(() -> Uni.createFrom().completionStage(query));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) { // what the call declares; the others were thrown on above
      throw new IllegalStateException(e);
    }
  }
}
