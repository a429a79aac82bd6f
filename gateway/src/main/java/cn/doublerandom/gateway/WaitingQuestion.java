package cn.doublerandom.gateway;

import cn.doublerandom.gateway.session.Session;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One service is asked what waits for somebody: for a piece of a page first, for lines where it has
 * none. It is asked under the places of all, with his token, and has one time for both.
 *
 * <pre>
 * WAIT for a place ─ FRAGMENT ─ 404 ─ LINES ─ 404, 403 ─ nothing offered
 *                        └─ 200 ────────┴─ 200 ─ shown      (any) ─ a sentence
 * </pre>
 */
final class WaitingQuestion {
  /** A list of things to do, not a report. */
  private static final int MOST_BYTES = 64 * 1024;

  private static final int OK = 200;
  private static final int NOT_SIGNED_IN = 401;

  /** It has none, or none for this role. */
  private static final Set<Integer> NOT_OFFERED = Set.of(403, 404);

  private final HttpServerRequest asked;
  private final Upstream upstream;
  private final String token;
  private final Session session;
  private final Shares.Visitor who;
  private final Watch watch;
  private final Promise<Waiting> answer = Promise.promise();

  private Places.@Nullable Ticket ticket;
  private @Nullable HttpClientRequest sent;
  private boolean connecting;
  private boolean over;

  WaitingQuestion(
      Vertx vertx,
      HttpServerRequest asked,
      Upstream upstream,
      String token,
      Session session,
      Shares.Visitor who) {
    this.asked = asked;
    this.upstream = upstream;
    this.token = token;
    this.session = session;
    this.who = who;
    this.watch = new Watch(vertx);
  }

  /** Always succeeds, within the time. */
  Future<Waiting> ask(Duration time) {
    watch.expect(time, () -> fault("没有及时应答"));
    Places.Room room =
        upstream
            .places()
            .ask(Places.Kind.REQUEST, who, mine -> ticket = mine, placed -> send(Kind.FRAGMENT));
    if (room != Places.Room.THERE_IS) {
      fault("正忙");
    }
    return answer.future();
  }

  /** In which a service may say it. */
  private enum Kind {
    FRAGMENT("/ui/waiting", "text/html"),
    LINES("/api/v1/waiting", "application/json");

    private final String address;
    private final String type;

    Kind(String address, String type) {
      this.address = address;
      this.type = type;
    }
  }

  private void send(Kind form) {
    if (over) {
      return;
    }
    connecting = true;
    upstream
        .connect(HttpMethod.GET, "/" + upstream.part().key() + form.address)
        .onComplete(connection -> {
          connecting = false;
          if (connection.failed()) {
            fault("暂时无法使用");
            leave();
          } else {
            send(form, connection.result());
          }
        });
  }

  private void send(Kind form, HttpClientRequest request) {
    request.exceptionHandler(gone -> fault("的应答中断"));
    if (over) {
      request.reset();
      leave();
      return;
    }
    sent = request;
    MultiMap headers = request.headers();
    Headers.forwarded(asked, headers);
    Look.of(asked).tell(headers);
    Headers.acting(session, headers);
    headers.set("Authorization", "Bearer " + token).set("Accept", form.type);
    request
        .send()
        .onSuccess(response -> answered(form, response))
        .onFailure(gone -> fault("的应答中断"));
  }

  private void answered(Kind form, HttpClientResponse response) {
    Buffer body = Buffer.buffer();
    response.exceptionHandler(gone -> fault("的应答中断"));
    response.handler(piece -> {
      body.appendBuffer(piece);
      if (body.length() > MOST_BYTES) {
        fault("给出的待办过长，无法显示");
      }
    });
    response.endHandler(end -> {
      if (!over) {
        sent = null;
        read(form, response, body);
      }
    });
  }

  private void read(Kind form, HttpClientResponse response, Buffer body) {
    Part part = upstream.part();
    int status = response.statusCode();
    String type = response.getHeader("Content-Type");
    boolean asAsked = type != null && type.startsWith(form.type);
    if (form == Kind.FRAGMENT && NOT_OFFERED.contains(status)) {
      send(Kind.LINES);
    } else if (NOT_OFFERED.contains(status)) {
      end(Waiting.nothingOffered(part));
    } else if (status == NOT_SIGNED_IN) {
      fault("不认可这次登录，请退出后重新登录");
    } else if (status != OK || !asAsked) {
      fault("未能给出待办");
    } else if (form == Kind.FRAGMENT) {
      end(Waiting.fragment(part, body.toString()));
    } else {
      Optional<Waiting> lines = Waiting.lines(part, body);
      lines.ifPresentOrElse(this::end, () -> fault("给出的待办无法读取"));
    }
  }

  private void fault(String why) {
    Part part = upstream.part();
    end(Waiting.fault(part, "“%s”部分%s；其他部分不受影响。".formatted(part.chinese(), why)));
  }

  private void end(Waiting waiting) {
    if (over) {
      return;
    }
    over = true;
    watch.stop();
    if (sent != null) {
      Upstream.giveUp(sent);
    }
    if (!connecting) {
      leave();
    }
    answer.complete(waiting);
  }

  /** An attempt to connect cannot be called back, so its place is kept until it is decided. */
  private void leave() {
    if (ticket != null) {
      ticket.leave();
    }
  }
}
