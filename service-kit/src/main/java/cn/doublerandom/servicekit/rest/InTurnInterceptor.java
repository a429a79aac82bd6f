package cn.doublerandom.servicekit.rest;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Waits for a turn after everything else about the request was found right. */
@InTurn
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER)
public class InTurnInterceptor {
  @Inject ImportTurns turns;
  @Inject SecurityIdentity identity;
  @Inject WaitedTurn waited;

  @AroundInvoke
  Object inTurn(InvocationContext call) throws Exception {
    try (ImportTurns.Turn turn = turns.take(identity.getPrincipal().getName())) {
      waited.of(turn);
      return call.proceed();
    }
  }
}
