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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One service is asked something for the home of somebody, at one address after the other until it
 * has one. It is asked under the places of all, with his token, and has one time for all.
 *
 * <pre>
 * WAIT for a place ─ first ─ 404 ─ last ─ 404, 403 ─ nothing offered
 *                      └─ 200 ───────┴─ 200 ─ shown     (any) ─ a sentence
 * </pre>
 *
 * @param <T> what it says
 */
final class PartQuestion<T> {
  /** A list of things to do, not a report. */
  private static final int MOST_BYTES = 64 * 1024;

  private static final int OK = 200;
  private static final int NOT_SIGNED_IN = 401;

  /** It has none, or none for this role. */
  private static final Set<Integer> NOT_OFFERED = Set.of(403, 404);

  private final About<T> about;
  private final HttpServerRequest asked;
  private final Upstream upstream;
  private final String token;
  private final Session session;
  private final Shares.Visitor who;
  private final Watch watch;
  private final Promise<T> answer = Promise.promise();

  private Places.@Nullable Ticket ticket;
  private @Nullable HttpClientRequest sent;
  private boolean connecting;
  private boolean over;

  /**
   * What is asked.
   *
   * @param <T> what is said
   */
  interface About<T> {
    /** In which forms a service may say it, at least one; the first it has is taken. */
    List<Form> forms();

    /** Where it says nothing. */
    T nothing(Part part);

    /** Where it failed to. */
    T fault(Part part, String sentence);

    /** The same, with what it was. */
    default T fault(Part part, PartFault why, String sentence) {
      return fault(part, sentence);
    }

    /** What it said; empty where it cannot be read. */
    Optional<T> read(Form form, Part part, Buffer body);

    /** As it is called in a sentence: 未能给出…. */
    Called called();
  }

  /** What is asked for, in both languages. */
  record Called(String chinese, String english) {}

  /**
   * One form.
   *
   * @param address below the service
   */
  record Form(String address, String type) {}

  PartQuestion(
      About<T> about,
      Vertx vertx,
      HttpServerRequest asked,
      Upstream upstream,
      String token,
      Session session,
      Shares.Visitor who) {
    this.about = about;
    this.asked = asked;
    this.upstream = upstream;
    this.token = token;
    this.session = session;
    this.who = who;
    this.watch = new Watch(vertx);
  }

  /** Always succeeds, within the time. */
  Future<T> ask(Duration time) {
    watch.expect(time, () -> fault(PartFault.LATE));
    Places.Room room =
        upstream.places().ask(Places.Kind.REQUEST, who, mine -> ticket = mine, placed -> send(0));
    if (room != Places.Room.THERE_IS) {
      fault(PartFault.BUSY);
    }
    return answer.future();
  }

  private void send(int form) {
    if (over) {
      return;
    }
    connecting = true;
    upstream
        .connect(HttpMethod.GET, "/" + upstream.part().key() + about.forms().get(form).address())
        .onComplete(connection -> {
          connecting = false;
          if (connection.failed()) {
            fault(PartFault.AWAY);
            leave();
          } else {
            send(form, connection.result());
          }
        });
  }

  private void send(int form, HttpClientRequest request) {
    request.exceptionHandler(gone -> fault(PartFault.BROKEN_OFF));
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
    headers.set("Authorization", "Bearer " + token).set("Accept", about.forms().get(form).type());
    request
        .send()
        .onSuccess(response -> answered(form, response))
        .onFailure(gone -> fault(PartFault.BROKEN_OFF));
  }

  private void answered(int form, HttpClientResponse response) {
    Buffer body = Buffer.buffer();
    response.exceptionHandler(gone -> fault(PartFault.BROKEN_OFF));
    response.handler(piece -> {
      body.appendBuffer(piece);
      if (body.length() > MOST_BYTES) {
        fault(PartFault.TOO_LONG);
      }
    });
    response.endHandler(end -> {
      if (!over) {
        sent = null;
        read(form, response, body);
      }
    });
  }

  private void read(int form, HttpClientResponse response, Buffer body) {
    Part part = upstream.part();
    int status = response.statusCode();
    Form asked = about.forms().get(form);
    String type = response.getHeader("Content-Type");
    boolean asAsked = type != null && type.startsWith(asked.type());
    if (NOT_OFFERED.contains(status) && form + 1 < about.forms().size()) {
      send(form + 1);
    } else if (NOT_OFFERED.contains(status)) {
      end(about.nothing(part));
    } else if (status == NOT_SIGNED_IN) {
      fault(PartFault.SIGNED_OUT);
    } else if (status != OK || !asAsked) {
      fault(PartFault.UNSAID);
    } else {
      about.read(asked, part, body).ifPresentOrElse(this::end, () -> fault(PartFault.UNREADABLE));
    }
  }

  private void fault(PartFault why) {
    Part part = upstream.part();
    end(about.fault(part, why, why.sentence(part, about.called(), Look.of(asked))));
  }

  private void end(T said) {
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
    answer.complete(said);
  }

  /** An attempt to connect cannot be called back, so its place is kept until it is decided. */
  private void leave() {
    if (ticket != null) {
      ticket.leave();
    }
  }
}
