package cn.doublerandom.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;

/**
 * Server-sent events: every piece goes on as it comes. A service may be silent as long as it likes;
 * the gateway itself sends a comment then, so that nobody between here and the browser hangs up and
 * a client that is gone is noticed.
 */
final class EventStream extends ResponseBody {
  private static final Buffer COMMENT = Buffer.buffer(":\n");

  private final Watch silence;
  private final Watch life;
  private final Watch stall;
  private final End end;
  private boolean betweenLines = true;

  EventStream(
      Vertx vertx,
      HttpServerRequest request,
      HttpClientResponse answer,
      GatewaySettings.Time time,
      AccessLog.Entry entry,
      End end) {
    super(vertx, request, answer, time, entry, end);
    this.silence = new Watch(vertx);
    this.life = new Watch(vertx);
    this.stall = new Watch(vertx);
    this.end = end;
  }

  static boolean is(HttpClientResponse answer) {
    String type = answer.getHeader("Content-Type");
    return type != null && type.startsWith("text/event-stream");
  }

  @Override
  void begin() {
    // A buffering proxy in front would hold events back.
    super.begin();
    response.putHeader("X-Accel-Buffering", "no");
    comment();
  }

  @Override
  void watch() {
    life.expect(time.stream(), this::endOfLife);
    silence.expect(time.heartbeat(), this::comment);
    stall.expect(time.answerIdle(), () -> end.over(false));
  }

  /** Ended as if the service had: the browser comes back with the last id it saw. */
  private void endOfLife() {
    abandon();
    response.end();
    end.over(true);
  }

  @Override
  void write(Buffer piece) {
    super.write(piece);
    betweenLines = piece.length() > 0 && piece.getByte(piece.length() - 1) == '\n';
    silence.progress();
    if (!response.writeQueueFull()) {
      stall.progress();
    }
  }

  /** A comment is a line of its own; it is never put into the middle of another. */
  private void comment() {
    if (abandoned) {
      return;
    }
    if (response.writeQueueFull()) {
      silence.expect(time.heartbeat(), this::comment);
      return;
    }
    stall.progress();
    if (betweenLines) {
      super.write(COMMENT);
    }
    silence.expect(time.heartbeat(), this::comment);
  }

  @Override
  void abandon() {
    super.abandon();
    silence.stop();
    life.stop();
    stall.stop();
  }
}
