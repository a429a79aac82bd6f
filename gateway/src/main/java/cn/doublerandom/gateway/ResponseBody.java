package cn.doublerandom.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/** The way from the service to the client: in pieces, no faster than the client reads. */
class ResponseBody {
  /** Told once, with whether the answer came whole. */
  interface End {
    void over(boolean whole);
  }

  final Vertx vertx;
  final HttpServerResponse response;
  final GatewaySettings.Time time;
  private final HttpServerRequest request;
  private final HttpClientResponse answer;
  private final AccessLog.Entry entry;
  private final End end;
  private final Watch idle;
  private boolean complete;
  boolean abandoned;

  ResponseBody(
      Vertx vertx,
      HttpServerRequest request,
      HttpClientResponse answer,
      GatewaySettings.Time time,
      AccessLog.Entry entry,
      End end) {
    this.vertx = vertx;
    this.request = request;
    this.response = request.response();
    this.answer = answer;
    this.time = time;
    this.entry = entry;
    this.end = end;
    this.idle = new Watch(vertx);
  }

  void begin() {
    response.setStatusCode(answer.statusCode());
    Headers.toClient(answer, response.headers());
    CodePage.turn(response.headers(), request.isSSL());
    if (answer.getHeader("Content-Length") == null
        && !isBodiless()
        && request.version() == HttpVersion.HTTP_1_1) {
      response.setChunked(true);
    }
    answer.handler(this::pass);
    answer.endHandler(ended -> complete());
    answer.exceptionHandler(this::broke);
    watch();
  }

  private boolean isBodiless() {
    int status = answer.statusCode();
    return request.method().equals(HttpMethod.HEAD) || status == 204 || status == 304;
  }

  /** Silence of the service, or a client that does not read, ends the answer. */
  void watch() {
    idle.expect(time.answerIdle(), () -> end.over(false));
  }

  private void pass(Buffer piece) {
    if (!abandoned) {
      idle.progress();
      write(piece);
      if (response.writeQueueFull()) {
        answer.pause();
        response.drainHandler(drained -> {
          idle.progress();
          answer.resume();
        });
      }
    }
  }

  void write(Buffer piece) {
    entry.wrote(piece.length());
    // Not only by the close handler: with a request queued behind this one Vert.x may miss to call
    // it.
    response.write(piece).onFailure(gone -> cutOff());
  }

  private void complete() {
    complete = true;
    if (!abandoned) {
      response.end();
      end.over(true);
    }
  }

  private void cutOff() {
    if (!abandoned) {
      end.over(false);
    }
  }

  private void broke(Throwable cause) {
    if (!abandoned) {
      entry.fault(cause);
      end.over(false);
    }
  }

  /** Nothing more is handed on. */
  void abandon() {
    abandoned = true;
    idle.stop();
  }

  /**
   * An answer that already lies here whole has given its connection back, and another exchange may
   * be on it; only one that is still coming is closed.
   */
  void closeUnlessComplete(HttpClientRequest connection) {
    if (complete) {
      return;
    }
    answer.resume();
    vertx.runOnContext(next ->
        vertx.runOnContext(afterThat -> {
          if (!complete) {
            connection.reset();
          }
        }));
  }
}
