package cn.doublerandom.servicekit.problem;

import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/**
 * Whether something failed because whoever sent a request went away in the middle of it, or went on
 * in nonsense, which ends the connection too.
 */
final class ClientGone {
  /** What hands a body on as it comes; it fails only where no more of it can come. */
  private static final String READER = "org.jboss.resteasy.reactive.server.vertx.VertxInputStream";

  private ClientGone() {}

  static boolean isBehind(Throwable failure, @Nullable RoutingContext request) {
    return request != null
        && !request.request().isEnded()
        && (isOfConnection(failure) || (isOfBody(failure) && request.response().closed()));
  }

  /** What waits for a body hears that its connection ends before the answer does. */
  private static boolean isOfConnection(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      StackTraceElement[] frames = cause.getStackTrace();
      if (cause instanceof ClosedChannelException
          || cause instanceof HttpClosedException
          || (frames.length > 0 && frames[0].getClassName().startsWith(READER))) {
        return true;
      }
    }
    return false;
  }

  /** What the reader of a body throws; what else is read throws it too, but not at nobody. */
  private static boolean isOfBody(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}
