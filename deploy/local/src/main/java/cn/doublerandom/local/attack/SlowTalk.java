package cn.doublerandom.local.attack;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Clients that take their time, at the services' own ports: heads and bodies that drip for ever are
 * ended, nobody honest waits for them, and who is not signed in is told before his body has come.
 *
 * @param isWhole else no bodies, whose time is a quarter of one
 */
record SlowTalk(boolean isWhole) implements Wave {
  private static final int DRIPPING = 10;
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /** Twice and more what the services allow: who is here then would be here for ever. */
  private static final Duration HEAD = Duration.ofSeconds(30);

  private static final Duration BODY = Duration.ofSeconds(60);
  private static final String END = "\r\n\r\n";

  /** A connection that drips. */
  private static final class Drip {
    private final String what;
    private final Socket socket;
    private final StringBuilder answer = new StringBuilder();
    private boolean ended;

    private Drip(String what, Socket socket) {
      this.what = what;
      this.socket = socket;
    }

    /** What came meanwhile; where nothing did, one more byte. */
    private void go() throws IOException {
      byte[] some = new byte[4_096];
      try {
        int n = socket.getInputStream().read(some);
        ended = n < 0;
        answer.append(new String(some, 0, Math.max(0, n), StandardCharsets.UTF_8));
      } catch (SocketTimeoutException nothing) {
        Wire.write(socket, "x");
      } catch (IOException reset) {
        ended = true;
      }
    }
  }

  @Override
  public String name() {
    return "slow clients";
  }

  @Override
  public void run(Target target, Tally tally) throws IOException, InterruptedException {
    List<Drip> drips = new ArrayList<>();
    try {
      for (Map.Entry<String, URI> service : target.services().entrySet()) {
        atOnce(target, tally, service.getKey(), new Wire(service.getValue()));
        for (int n = 0; n < DRIPPING; n++) {
          drips.add(drip("a head at " + service.getKey(), service.getValue(), head(service)));
          if (isWhole) {
            drips.add(
                drip("a body at " + service.getKey(), service.getValue(), body(target, service)));
          }
        }
      }
      await(target, tally, drips);
    } finally {
      for (Drip drip : drips) {
        drip.socket.close();
      }
    }
  }

  private static String head(Map.Entry<String, URI> service) {
    return "GET /" + service.getKey() + "/api/v1/memory HTTP/1.1\r\nHost: a\r\nX-A: ";
  }

  /** Whoever it is from: an operator may do it, and nobody reads what never ends. */
  private static String body(Target target, Map.Entry<String, URI> service) {
    String operator = target.tokens().of("operator", "operator", "信息中心");
    return post(service.getKey(), "Authorization: Bearer " + operator + "\r\n", 9_000) + "{";
  }

  private static String post(String service, String headers, int length) {
    return "POST /"
        + service
        + "/api/v1/memory/parked/skip HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        + headers
        + "Content-Length: "
        + length
        + END;
  }

  /** What needs no patience: it is refused at the first look. */
  private static void atOnce(Target target, Tally tally, String service, Wire wire) {
    tally.judge(
        "a body that never comes, by nobody, at " + service,
        Expected.SIGN_IN,
        wire.send(post(service, "Connection: close\r\n", 900), SILENCE));
    String operator = target.tokens().of("operator", "operator", "信息中心");
    Answer folded =
        wire.send(
            "GET /"
                + service
                + "/api/v1/memory HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c\r\nAuthorization: Bearer "
                + operator
                + END,
            SILENCE);
    tally.judge("a header on two lines at " + service, Expected.REFUSED, folded);
  }

  private static Drip drip(String what, URI server, String begun) throws IOException {
    Socket socket = new Wire(server).open();
    socket.setSoTimeout(1);
    Wire.write(socket, begun);
    return new Drip(what, socket);
  }

  private void await(Target target, Tally tally, List<Drip> drips)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    Duration most = isWhole ? BODY : HEAD;
    boolean asked = false;
    while (drips.stream().anyMatch(drip -> !drip.ended)
        && Duration.ofNanos(System.nanoTime() - began).compareTo(most) < 0) {
      for (Drip drip : drips) {
        if (!drip.ended) {
          drip.go();
        }
      }
      if (!asked) {
        asked = true;
        honest(target, tally);
      }
      Thread.sleep(1_000);
    }
    for (Drip drip : drips) {
      tally.holds(drip.what + " that drips is ended", drip.ended, "held after " + most);
      tally.holds(
          drip.what + " that drips is told why",
          drip.answer.toString().startsWith("HTTP/1.1 408"),
          "told " + drip.answer.substring(0, Math.min(60, drip.answer.length())));
    }
  }

  private static void honest(Target target, Tally tally) {
    for (Map.Entry<String, URI> service : target.services().entrySet()) {
      String operator = target.tokens().of("operator", "operator", "信息中心");
      tally.judge(
          "an honest request beside those who drip at " + service.getKey(),
          Expected.TAKEN,
          new Wire(service.getValue())
              .honest(
                  "GET /"
                      + service.getKey()
                      + "/api/v1/memory HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer "
                      + operator
                      + END));
    }
  }
}
