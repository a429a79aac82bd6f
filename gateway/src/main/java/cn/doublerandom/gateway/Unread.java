package cn.doublerandom.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;

/**
 * What still comes of a request that is answered already: nobody reads it, and it is thrown away
 * for a while, so that who sends it reads why he should not.
 */
final class Unread {
  /** Time for a client that still sends. */
  private static final Duration LINGER = Duration.ofSeconds(2);

  /** A browser on a county's line sends the film of a visit within it. */
  private static final Duration READ_OUT = Duration.ofMinutes(2);

  /** Slower than that, on the average of the time below, the rest is not waited for. */
  private static final long LEAST_PER_SECOND = 65_536;

  private static final Duration PACE = Duration.ofSeconds(20);

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final Pace pace = new Pace(PACE, LEAST_PER_SECOND);
  private final long until = System.nanoTime() + READ_OUT.toNanos();

  private Unread(Vertx vertx, HttpServerRequest request) {
    this.vertx = vertx;
    this.request = request;
  }

  /** Whether bytes may still come. */
  static boolean mayCome(HttpServerRequest request) {
    return !request.isEnded()
        && (request.version() == HttpVersion.HTTP_2
            || request.getHeader("Transfer-Encoding") != null
            || Guard.saysLength(request)
            || request.method().equals(HttpMethod.CONNECT)
            || request.getHeader("Upgrade") != null);
  }

  /**
   * Whether all of it can be waited for: a person's browser sends it, its end is known, and it does
   * not wait to be hung up on. A browser that is hung up on while it sends shows that, and no
   * answer.
   */
  static boolean isReadOut(HttpServerRequest request) {
    return request.method().equals(HttpMethod.POST)
        && request.version() != HttpVersion.HTTP_2
        && Answers.accepts(request, "text/html")
        && request.getHeader("Transfer-Encoding") == null
        && request.getHeader("Upgrade") == null
        && !"close".equalsIgnoreCase(request.getHeader("Connection"))
        && Guard.isMeasured(request);
  }

  /**
   * Says in the head of the answer whether the connection ends with it; HTTP/2 has no such word.
   */
  static void tell(HttpServerRequest request, boolean readOut) {
    if (request.version() != HttpVersion.HTTP_2 && !readOut) {
      request.response().putHeader("Connection", "close");
    }
  }

  /** The answer is given; throws away what still comes, then hangs up where it does not end. */
  static void throwAway(Vertx vertx, HttpServerRequest request, boolean readOut) {
    if (!readOut) {
      linger(vertx, request);
    } else if (!request.isEnded()) {
      new Unread(vertx, request).readOut();
    }
  }

  private static void linger(Vertx vertx, HttpServerRequest request) {
    if (!request.isEnded()) {
      request.handler(ignored -> {});
      request.resume();
    }
    vertx.setTimer(
        LINGER.toMillis(),
        id -> {
          if (request.version() != HttpVersion.HTTP_2) {
            request.connection().close();
          } else if (!request.isEnded()) {
            request.response().reset(0);
          }
        });
  }

  private void readOut() {
    // It may send what it promised, although its request is answered.
    Runnable over = QuietConnections.busy(request, Guard.promised(request));
    request.handler(piece -> pace.came(piece.length()));
    request.endHandler(end -> over.run());
    request.resume();
    momentLater();
  }

  private void momentLater() {
    vertx.setTimer(pace.moment().toMillis(), id -> momentOver());
  }

  private void momentOver() {
    if (request.isEnded()) {
      return;
    }
    if (pace.isTooSlowNow() || System.nanoTime() > until) {
      request.connection().close();
    } else {
      momentLater();
    }
  }
}
