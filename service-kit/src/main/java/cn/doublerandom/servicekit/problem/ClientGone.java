package cn.doublerandom.servicekit.problem;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Whether something failed because whoever sent a request went away in the middle of it. */
final class ClientGone {
  private ClientGone() {}

  static boolean isBehind(Throwable failure, @Nullable RoutingContext request) {
    return isOfBody(failure)
        && request != null
        && !request.request().isEnded()
        && request.response().closed();
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
