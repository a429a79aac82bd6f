package cn.doublerandom.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The way from the client to the service: in pieces, no faster than the service reads. */
final class RequestBody {
  /** A body this small is read before a place is taken: who never ends it holds nothing. */
  private static final int SMALL_BYTES = 16 * 1024;

  private final HttpServerRequest request;
  private final GatewaySettings.Time time;
  private final Collected memory;
  private final AccessLog.Entry entry;
  private final Consumer<Refusal> refuse;
  private final Watch idle;
  private final Watch total;
  private final Watch moment;
  private final Pace pace;
  private final long promised;
  private final long most;
  private final boolean table;

  private @Nullable Buffer collected;
  private @Nullable HttpClientRequest to;
  private long taken;
  private long came;
  private boolean over;
  private boolean abandoned;

  RequestBody(
      Vertx vertx,
      HttpServerRequest request,
      GatewaySettings.Time time,
      Collected memory,
      AccessLog.Entry entry,
      Consumer<Refusal> refuse) {
    this.request = request;
    this.time = time;
    this.memory = memory;
    this.entry = entry;
    this.refuse = refuse;
    this.idle = new Watch(vertx);
    this.total = new Watch(vertx);
    this.moment = new Watch(vertx);
    this.pace = new Pace(time.pace(), time.leastPerSecond());
    this.promised = Guard.promised(request);
    this.most = BodyLimits.most(request);
    this.table = BodyLimits.isFile(request);
  }

  /** Whether it is small, and there is memory for it, which is then kept for it. */
  boolean mayBeCollected() {
    int small = KeptForm.is(request) ? KeptForm.MOST_BYTES : SMALL_BYTES;
    boolean yes = promised > 0 && promised <= small && memory.take(promised);
    taken = yes ? promised : 0;
    return yes;
  }

  /** All of it, where it was taken whole. */
  @Nullable Buffer whole() {
    return collected;
  }

  boolean isTable() {
    return table;
  }

  boolean isNone() {
    return promised == 0;
  }

  boolean isToBeStreamed() {
    return promised != 0 && collected == null;
  }

  /** Whether all of it has been handed to the service. */
  boolean isOver() {
    return over;
  }

  /** Takes a small body whole. */
  void collect(Runnable whenWhole) {
    Buffer whole = Buffer.buffer();
    collected = whole;
    beginReading();
    request.handler(piece -> take(piece, whole::appendBuffer));
    request.endHandler(end -> {
      if (!abandoned) {
        stopWatches();
        whenWhole.run();
      }
    });
    request.resume();
  }

  /** Hands it to the service; {@code whenSent} once the last byte is on its way. */
  void sendTo(HttpClientRequest service, Runnable whenSent) {
    to = service;
    if (promised == 0 || collected != null) {
      over = true;
      if (collected == null) {
        service.end();
        refuseAnyPiece();
      } else {
        service.end(collected);
      }
      whenSent.run();
      return;
    }
    service.headers().remove("Transfer-Encoding");
    service.setChunked(promised < 0);
    beginReading();
    request.handler(piece -> take(piece, this::pass));
    request.endHandler(end -> {
      if (!abandoned) {
        stopWatches();
        over = true;
        service.end();
        whenSent.run();
      }
    });
    request.resume();
  }

  private void refuseAnyPiece() {
    if (!request.isEnded()) {
      request.handler(piece -> {
        if (!abandoned) {
          refuse.accept(Refusal.MALFORMED_REQUEST);
        }
      });
      request.resume();
    }
  }

  private void beginReading() {
    if (request.getHeader("Expect") != null) {
      request.response().writeContinue();
    }
    idle.expect(time.bodyIdle(), this::stalled);
    total.expect(
        table ? time.tableBody() : whole(time.body(), time.bodyPerSecond(), promised),
        this::stalled);
    if (table) {
      moment.expect(pace.moment(), this::momentOver);
    }
  }

  /** For all of a body that is no table; what comes in pieces nobody announced is a table. */
  static Duration whole(Duration small, long bytesPerSecond, long promised) {
    return small.plusSeconds(Math.max(0, promised) / bytesPerSecond);
  }

  private void momentOver() {
    if (serviceIsSlow()) {
      pace.begin();
    } else if (pace.isTooSlowNow()) {
      refuse.accept(Refusal.BODY_TOO_SLOW);
      return;
    }
    moment.expect(pace.moment(), this::momentOver);
  }

  private void take(Buffer piece, Consumer<Buffer> next) {
    if (abandoned) {
      return;
    }
    came += piece.length();
    entry.read(piece.length());
    idle.progress();
    pace.came(piece.length());
    if (came > most || (promised >= 0 && came > promised)) {
      refuse.accept(Refusal.REQUEST_TOO_LARGE);
    } else {
      next.accept(piece);
    }
  }

  private void pass(Buffer piece) {
    HttpClientRequest service = to;
    if (service == null) {
      return;
    }
    service.write(piece);
    if (service.writeQueueFull()) {
      request.pause();
      service.drainHandler(drained -> {
        if (!abandoned) {
          idle.progress();
          pace.begin();
          request.resume();
        }
      });
    }
  }

  /** Whose fault it is that nothing moves: the service's, where bytes wait for it. */
  private void stalled() {
    refuse.accept(serviceIsSlow() ? Refusal.PART_TOO_SLOW : Refusal.BODY_TOO_SLOW);
  }

  private boolean serviceIsSlow() {
    return to != null && to.writeQueueFull();
  }

  private void stopWatches() {
    idle.stop();
    total.stop();
    moment.stop();
  }

  /** Nothing more is handed on. */
  void abandon() {
    abandoned = true;
    memory.give(taken);
    taken = 0;
    stopWatches();
  }
}
