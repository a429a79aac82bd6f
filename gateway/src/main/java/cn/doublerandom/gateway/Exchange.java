package cn.doublerandom.gateway;

import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request from its head to the last byte of its answer, on one event loop.
 *
 * <pre>
 * small body: COLLECT ─┐
 * no body:             ├─ WAIT for a place ─ CONNECT ─ SEND ─ ANSWER ─ over
 * large body:          ┘                                 (any) ─ refused, cut off, client gone ─ over
 * </pre>
 *
 * However it ends, the place is left once, and a connection to the service that may still carry
 * something of this exchange is closed, never used again.
 */
final class Exchange {
  private static final int NOT_SIGNED_IN = 401;
  private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final Upstream upstream;
  private final Shares.Visitor who;
  private final String uri;
  private final GatewaySettings.Time time;
  private final AccessLog.Entry entry;
  private final Watch watch;
  private final RequestBody body;
  private final boolean stream;
  private final String again;

  private Places.@Nullable Ticket ticket;
  private @Nullable HttpClientRequest sent;
  private @Nullable ResponseBody answering;
  private boolean connecting;
  private boolean askedAgain;
  private boolean over;

  Exchange(
      Vertx vertx,
      HttpServerRequest request,
      Destination destination,
      Upstream upstream,
      Shares.Visitor who,
      GatewaySettings.Time time,
      Collected memory,
      AccessLog.Entry entry,
      String again) {
    this.again = again;
    this.vertx = vertx;
    this.request = request;
    this.upstream = upstream;
    this.who = who;
    this.uri = destination.uri();
    this.time = time;
    this.entry = entry;
    this.watch = new Watch(vertx);
    this.stream = Answers.accepts(request, "text/event-stream");
    this.body = new RequestBody(vertx, request, time, memory, entry, this::refuse);
  }

  void begin() {
    request.pause();
    request.exceptionHandler(gone -> clientGone());
    request.response().exceptionHandler(gone -> clientGone());
    request.response().closeHandler(gone -> clientGone());
    if (body.mayBeCollected()) {
      body.collect(this::askForPlace);
    } else {
      askForPlace();
    }
  }

  private void askForPlace() {
    Places.Kind kind = kind();
    watch.expect(time.place(), () -> refuse(Refusal.PART_BUSY));
    switch (upstream.places().ask(kind, who, mine -> ticket = mine, placed -> connect())) {
      case THERE_IS -> {}
      case NONE -> refuse(stream ? Refusal.STREAMS_FULL : Refusal.PART_BUSY);
      case SHARE_USED -> refuse(Refusal.TOO_MANY_UPLOADS);
    }
  }

  private Places.Kind kind() {
    if (stream) {
      return Places.Kind.STREAM;
    } else if (body.isToBeStreamed()) {
      return Places.Kind.TRANSFER;
    }
    return Waits.mayWait(request) ? Places.Kind.WAIT : Places.Kind.REQUEST;
  }

  private void connect() {
    watch.stop();
    connecting = true;
    upstream.connect(request.method(), uri).onComplete(this::connected);
  }

  private void connected(AsyncResult<HttpClientRequest> connection) {
    connecting = false;
    if (over) {
      if (connection.succeeded()) {
        connection.result().exceptionHandler(ignored -> {}).reset();
      }
      leave();
    } else if (connection.failed()) {
      boolean busy = connection.cause() instanceof ConnectionPoolTooBusyException;
      entry.fault(connection.cause());
      refuse(busy ? Refusal.PART_BUSY : Refusal.PART_AWAY);
    } else {
      send(connection.result());
    }
  }

  private void send(HttpClientRequest to) {
    sent = to;
    to.exceptionHandler(ignored -> {});
    to.response().onComplete(this::answered);
    Headers.toService(request, to.headers(), stream);
    body.sendTo(to, this::awaitAnswer);
  }

  private void awaitAnswer() {
    if (answering == null && !over) {
      watch.expect(
          body.isTable() ? time.tableAnswer() : time.answer(), () -> refuse(Refusal.PART_TOO_SLOW));
    }
  }

  private void answered(AsyncResult<HttpClientResponse> answer) {
    if (over) {
      return;
    }
    if (answer.failed()) {
      if (mayAskAgain(answer.cause())) {
        askedAgain = true;
        connect();
      } else {
        entry.fault(answer.cause());
        refuse(Refusal.PART_BROKE_OFF);
      }
      return;
    }
    watch.stop();
    HttpClientResponse response = answer.result();
    response.exceptionHandler(ignored -> {});
    Buffer typed = body.whole();
    if (response.statusCode() == NOT_SIGNED_IN && typed != null && !again.isEmpty()) {
      refuse(Refusal.SESSION_OVER, KeptForm.ended(again, typed));
      return;
    }
    boolean events = EventStream.is(response);
    if (events && !moveTo(Places.Kind.STREAM)) {
      refuse(Refusal.STREAMS_FULL);
      return;
    }
    if (!body.isOver()) {
      // The service has said what it thinks before it read everything; the rest is not sent on.
      Unread.tell(request, Unread.isReadOut(request));
      body.abandon();
    }
    entry.status(response.statusCode());
    answering =
        events
            ? new EventStream(vertx, request, response, time, entry, this::answerOver)
            : new ResponseBody(vertx, request, response, time, entry, this::answerOver);
    if (!events) {
      watch.expect(time.transferAfter(), () -> moveTo(Places.Kind.TRANSFER));
    }
    answering.begin();
  }

  /**
   * A kept connection may close while a request is on its way to it: what only reads is asked once
   * more, on another (RFC 9110, 9.2.2). What does something may have been done, and is not.
   */
  private boolean mayAskAgain(Throwable fault) {
    return READS.contains(request.method())
        && !askedAgain
        && body.isNone()
        && fault instanceof HttpClosedException;
  }

  private boolean moveTo(Places.Kind kind) {
    return ticket != null && ticket.moveTo(kind);
  }

  /** The answer has ended whole, or was cut off in the middle. */
  private void answerOver(boolean whole) {
    if (over) {
      return;
    }
    boolean unread = !body.isOver();
    end();
    if (!whole) {
      cutOff();
    } else if (unread) {
      Unread.throwAway(vertx, request, Unread.isReadOut(request));
    }
    entry.write();
  }

  private void cutOff() {
    entry.cutOff();
    if (!request.response().reset(2)) {
      request.connection().close();
    }
  }

  private void refuse(Refusal refusal) {
    refuse(refusal, "");
  }

  private void refuse(Refusal refusal, String kept) {
    if (over) {
      return;
    }
    end();
    if (request.response().headWritten()) {
      cutOff();
    } else {
      entry.status(refusal.status());
      request.response().headers().clear();
      entry.wrote(Answers.refuse(vertx, request, upstream.part(), refusal, kept));
    }
    entry.write();
  }

  private void clientGone() {
    if (!over) {
      entry.cutOff();
      end();
      entry.write();
    }
  }

  /** Leaves the place and, unless all of it has gone both ways, closes the connection. */
  private void end() {
    over = true;
    watch.stop();
    body.abandon();
    if (answering != null) {
      answering.abandon();
    }
    if (sent != null) {
      if (answering == null || !body.isOver()) {
        // Still ours for sure: it is not handed on before both directions have ended.
        Upstream.giveUp(sent);
      } else {
        answering.closeUnlessComplete(sent);
      }
    }
    if (!connecting) {
      leave();
    }
  }

  /** An attempt to connect cannot be called back, so its place is kept until it is decided. */
  private void leave() {
    if (ticket != null) {
      ticket.leave();
    }
  }
}
