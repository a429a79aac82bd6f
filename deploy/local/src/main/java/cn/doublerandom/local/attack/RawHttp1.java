package cn.doublerandom.local.attack;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * HTTP/1 spoken wrongly: requests within requests, heads too large, connections that drip. Whatever
 * is smuggled asks for something public, so that an answer to it is seen.
 *
 * @param isWhole else connections drip for a second only
 */
record RawHttp1(boolean isWhole) implements Wave {
  /** The gateway answers such at once or not at all. */
  private static final Duration SILENCE = Duration.ofMillis(500);

  private static final int DRIPPING = 40;
  private static final long HONEST_MILLIS = 2_000;
  private static final String INNER = "GET /publication/ui HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String END = "\r\n\r\n";

  @Override
  public String name() {
    return "HTTP/1";
  }

  @Override
  public void run(Target target, Tally tally) throws IOException, InterruptedException {
    var wire = new Wire(target.gateway());
    Map<String, String> all = new LinkedHashMap<>(smuggled());
    all.putAll(malformed());
    all.putAll(meaningless());
    for (Map.Entry<String, String> one : all.entrySet()) {
      Answer answer = wire.send(one.getValue(), SILENCE);
      if (tally.judge(one.getKey(), Expected.REFUSED, answer)) {
        tally.holds(
            one.getKey() + " is answered once",
            !answer.body().contains("HTTP/1.1 200"),
            "what was inside was answered too");
      }
    }
    honest(wire, tally, "malformed requests");
    drip(wire, tally);
    hangUp(wire, tally);
  }

  private static void honest(Wire wire, Tally tally, String during) {
    tally.judge(
        "an honest request during " + during,
        Expected.TAKEN,
        wire.honest("GET /draw/api/v1/draws HTTP/1.1\r\nHost: a\r\nConnection: close" + END),
        HONEST_MILLIS);
  }

  private static String post(String headers, String body) {
    return "POST /draw/api/v1/quota-readings HTTP/1.1\r\n"
        + "Host: a\r\n"
        + "Content-Type: application/json\r\n"
        + headers
        + END
        + body;
  }

  /** Headers that say nothing of the content anybody could understand. */
  private static Map<String, String> meaningless() {
    String body = "{\"text\":\"3%\"}";
    String json = "Content-Type: application/json\r\n";
    Map<String, String> all = new LinkedHashMap<>();
    for (String headers :
        List.of(
            "Content-Type: application/json; charset=bogus",
            "Content-Type: application/json; charset=GBK",
            "Content-Type: ;;",
            json + "Accept: ;;q=",
            json + "Content-Encoding: gzip",
            json + "Idempotency-Key: ",
            json + "Idempotency-Key: a\r\nIdempotency-Key: b")) {
      all.put(
          headers.substring(headers.lastIndexOf('\n') + 1) + " of a body in plain JSON",
          "POST /draw/api/v1/quota-readings HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
              + headers
              + "\r\nContent-Length: "
              + body.length()
              + END
              + body);
    }
    return all;
  }

  /** A request inside another, where two readers disagree where the first ends. */
  private static Map<String, String> smuggled() {
    String chunked = "0" + END + INNER;
    String both = "Content-Length: " + chunked.length() + "\r\nTransfer-Encoding: ";
    Map<String, String> all = new LinkedHashMap<>();
    all.put("length and pieces", post(both + "chunked", chunked));
    all.put(
        "pieces and length",
        post("Transfer-Encoding: chunked\r\nContent-Length: 4", "5c" + END + INNER + "0" + END));
    for (String coding :
        List.of(
            "xchunked",
            "chunked, identity",
            "identity, chunked",
            "chunked\u000b",
            "\u000bchunked",
            "\"chunked\"",
            "Chunked",
            "chunked;q=1",
            "gzip, chunked",
            "x\r\nTransfer-Encoding: chunked")) {
      all.put("pieces said as " + Addresses.encoded(coding), post(both + coding, chunked));
    }
    all.put(
        "pieces with a space before the colon",
        post("Content-Length: 4\r\nTransfer-Encoding : chunked", chunked));
    all.put(
        "pieces on a folded line",
        post("Content-Length: 4\r\nTransfer-Encoding:\r\n chunked", chunked));
    all.put("two lengths", post("Content-Length: 0\r\nContent-Length: " + INNER.length(), INNER));
    all.put("two lengths in one", post("Content-Length: 0, " + INNER.length(), INNER));
    for (String length :
        List.of("-1", "+5", "0x5", "5 5", "5;", "1e3", "99999999999999999999", "٥", "")) {
      all.put(
          "a length of '" + Addresses.encoded(length) + "'",
          post("Content-Length: " + length, "{\"a\"" + INNER));
    }
    all.put(
        "pieces where a length is asked for",
        post("Transfer-Encoding: chunked", "5\r\n{\"a\":\r\n" + chunked));
    all.put(
        "a piece longer than anything",
        post("Transfer-Encoding: chunked", "ffffffffffffffff\r\n" + INNER));
    all.put("a piece of a negative size", post("Transfer-Encoding: chunked", "-1\r\n" + INNER));
    all.put(
        "a body where none is",
        "GET /draw/api/v1/memory HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: "
            + INNER.length()
            + END
            + INNER);
    return all;
  }

  private static String get(String line, String headers) {
    return line + "\r\n" + headers + END;
  }

  private static Map<String, String> malformed() {
    String line = "GET /draw/api/v1/draws HTTP/1.1";
    Map<String, String> all = new LinkedHashMap<>();
    all.put("two hosts", get(line, "Host: a\r\nHost: b"));
    all.put("no host", "GET /draw/api/v1/draws HTTP/1.1\r\n\r\n");
    all.put("a host with a path", get(line, "Host: a/b"));
    all.put("a host with an account", get(line, "Host: user@a"));
    all.put("a header on two lines", get(line, "Host: a\r\nX-A: b\r\n c"));
    all.put("a host on two lines", get(line, "Host:\r\n\ta"));
    all.put("a line of nothing but a space", get(line, "Host: a\r\n \r\nX-A: b"));
    all.put("a header without a name", get(line, "Host: a\r\n: b"));
    all.put("a header with a space in its name", get(line, "Host: a\r\nX A: b"));
    all.put("a header with a zero", get(line, "Host: a\r\nX-A: a\0b"));
    all.put("a header with a lone return", get(line, "Host: a\r\nX-A: a\rX-B: b"));
    all.put("a header of 20 KB", get(line, "Host: a\r\nX-A: " + "x".repeat(20_000)));
    all.put("a name of 20 KB", get(line, "Host: a\r\n" + "x".repeat(20_000) + ": a"));
    all.put(
        "2,000 headers", get(line, "Host: a\r\n" + "X-A: aaaaaaaaaa\r\n".repeat(2_000) + "X-B: b"));
    all.put("an address of 70 KB", get("GET /" + "x".repeat(70_000) + " HTTP/1.1", "Host: a"));
    all.put("a space in the address", get("GET /draw/api/v1/ draws HTTP/1.1", "Host: a"));
    all.put("a zero in the address", get("GET /draw/\0 HTTP/1.1", "Host: a"));
    all.put("bytes beyond ASCII in the address", get("GET /draw/é HTTP/1.1", "Host: a"));
    all.put("a version nobody speaks", get("GET /draw/api/v1/draws HTTP/9.9", "Host: a"));
    all.put("no version", "GET /draw/api/v1/draws" + END);
    for (String method :
        List.of(
            "TRACE",
            "TRACK",
            "CONNECT",
            "PROPFIND",
            "MOVE",
            "DEBUG",
            "get",
            "G\0T",
            "X".repeat(5_000))) {
      all.put(
          "the method " + Addresses.encoded(method.substring(0, Math.min(9, method.length()))),
          get(method + " /draw/api/v1/draws HTTP/1.1", "Host: a\r\nConnection: close"));
    }
    all.put("a tunnel", get("CONNECT 127.0.0.1:5433 HTTP/1.1", "Host: a"));
    all.put(
        "an upgrade to a socket",
        get(
            line,
            String.join(
                "\r\n",
                "Host: a",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")));
    all.put("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    all.put("a greeting of TLS", "\u0016\u0003\u0001\u0000\u0005\u0001\u0000\u0000\u0001\u0000");
    all.put("nothing but line ends", "\r\n".repeat(5_000));
    all.put("an expectation nobody meets", post("Expect: 200-ok\r\nContent-Length: 2", "{}"));
    return all;
  }

  /** Heads and bodies that come a byte a second hold nobody up. */
  private void drip(Wire wire, Tally tally) throws IOException, InterruptedException {
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < DRIPPING; i++) {
        Socket socket = wire.open();
        open.add(socket);
        Wire.write(
            socket,
            i % 2 == 0
                ? "GET /draw/api/v1/draws HTTP/1.1\r\nX-A: "
                : post("Content-Length: 9000", "{"));
      }
      for (int second = 0; second < (isWhole ? 3 : 1); second++) {
        Thread.sleep(1_000);
        for (Socket socket : open) {
          try {
            Wire.write(socket, "x");
          } catch (IOException ended) {
            // As it should.
          }
        }
        honest(wire, tally, DRIPPING + " connections that drip");
      }
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  /** Many who ask and do not wait for the answer. */
  private static void hangUp(Wire wire, Tally tally) throws IOException, InterruptedException {
    for (int i = 0; i < 100; i++) {
      try (Socket socket = wire.open()) {
        Wire.write(socket, "GET /publication/ui HTTP/1.1\r\nHost: a" + END);
      }
    }
    Thread.sleep(1_000);
    honest(wire, tally, "a hundred who hung up");
  }
}
