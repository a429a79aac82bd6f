package cn.doublerandom.servicekit.rest;

import cn.doublerandom.servicekit.table.Awaited;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Duration;

/**
 * Waits for a turn after everything else about the request was found right. What is read then is
 * read as long as its client is there, and for an hour.
 */
@InTurn
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER)
public class InTurnInterceptor {
  private static final Duration LONGEST = Duration.ofHours(1);

  @Inject ImportTurns turns;
  @Inject CurrentVertxRequest sent;
  @Inject SecurityIdentity identity;
  @Inject WaitedTurn waited;

  @AroundInvoke
  Object inTurn(InvocationContext call) throws Exception {
    try (ImportTurns.Turn turn = turns.take(identity.getPrincipal().getName())) {
      waited.of(turn);
      HttpServerResponse answer = sent.getCurrent().response();
      long end = System.nanoTime() + LONGEST.toNanos();
      return Awaited.unless(
          () -> answer.closed() || end - System.nanoTime() < 0, () -> call.proceed());
    }
  }
}
