package cn.doublerandom.local.attack;

import static java.util.Map.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** HTTP/2 spoken wrongly: forged heads, floods of frames that cost the sender nothing. */
final class RawHttp2 implements Wave {
  private static final String PUBLIC = "/draw/api/v1/draws";
  private static final long HONEST_MILLIS = 3_000;
  private static final int RESETS = 400;
  private static final int FLOOD = 3_000;

  @Override
  public String name() {
    return "HTTP/2";
  }

  private interface Attempt {
    void on(Frames frames) throws IOException;
  }

  @Override
  public void run(Target target, Tally tally) throws IOException {
    honest(target, tally, "as it is");
    Map<String, Attempt> all = new LinkedHashMap<>(heads());
    all.putAll(floods());
    for (Map.Entry<String, Attempt> one : all.entrySet()) {
      Answer answer;
      try (Frames frames = new Frames(target.secure())) {
        try {
          one.getValue().on(frames);
        } catch (IOException ended) {
          // The server had enough; what it said is still there to be read.
        }
        answer = frames.answer(1);
      }
      tally.judge(one.getKey(), Expected.REFUSED, answer);
      honest(target, tally, "after " + one.getKey());
    }
  }

  private static void honest(Target target, Tally tally, String when) throws IOException {
    try (Frames frames = new Frames(target.secure())) {
      frames.frame(
          Frames.HEADERS, Frames.END_HEADERS | Frames.END_STREAM, 1, request("GET", PUBLIC));
      tally.judge("an honest request " + when, Expected.TAKEN, frames.answer(1), HONEST_MILLIS);
    }
  }

  private static byte[] request(String method, String path) {
    return Frames.block(
        entry(":method", method),
        entry(":scheme", "https"),
        entry(":authority", "a"),
        entry(":path", path));
  }

  private static byte[] with(String name, String value) {
    return Frames.block(
        entry(":method", "GET"),
        entry(":scheme", "https"),
        entry(":authority", "a"),
        entry(":path", PUBLIC),
        entry(name, value));
  }

  private static Attempt head(byte[] block) {
    return frames -> frames.frame(Frames.HEADERS, Frames.END_HEADERS | Frames.END_STREAM, 1, block);
  }

  private static Map<String, Attempt> heads() {
    Map<String, Attempt> all = new LinkedHashMap<>();
    for (String value : new String[] {"a\r\nX-B: c", "a\nb", "a\rb", "a\0b"}) {
      all.put("a value of " + Addresses.encoded(value), head(with("x-a", value)));
    }
    for (String path :
        new String[] {
          "/draw/ HTTP/1.1\r\nHost: b\r\n\r\nGET /",
          "/draw/a b",
          "draw",
          "",
          "*",
          "http://b/draw",
          "/draw/%2e%2e/registry",
          "/draw/..;/registry",
          "/draw//api"
        }) {
      all.put("the path " + Addresses.encoded(path), head(request("GET", path)));
    }
    for (String name :
        new String[] {
          "X-Upper",
          "x a",
          "x:a",
          "",
          "connection",
          "transfer-encoding",
          "keep-alive",
          "upgrade",
          "proxy-connection",
          ":unknown"
        }) {
      all.put("the name '" + name + "'", head(with(name, "chunked")));
    }
    all.put(
        "no path",
        head(
            Frames.block(
                entry(":method", "GET"), entry(":scheme", "https"), entry(":authority", "a"))));
    all.put(
        "no method",
        head(
            Frames.block(
                entry(":scheme", "https"), entry(":authority", "a"), entry(":path", PUBLIC))));
    all.put(
        "two methods",
        head(
            Frames.block(
                entry(":method", "GET"),
                entry(":method", "POST"),
                entry(":scheme", "https"),
                entry(":authority", "a"),
                entry(":path", PUBLIC))));
    all.put("a method with a line end", head(request("GET / HTTP/1.1\r\nX: ", PUBLIC)));
    all.put(
        "a pseudo header at the end",
        head(
            Frames.block(
                entry(":method", "GET"),
                entry(":scheme", "https"),
                entry("x-a", "b"),
                entry(":authority", "a"),
                entry(":path", PUBLIC))));
    all.put("another host beside the authority", head(with("host", "b")));
    all.put("a head of 30 KB", head(with("x-a", "x".repeat(30_000))));
    all.put("an index nobody filled", head(new byte[] {(byte) 0xff, 0x7f}));
    all.put(
        "a length that never ends", head(new byte[] {0, 127, -1, -1, -1, -1, -1, -1, -1, -1, -1}));
    all.put("a table of two gigabytes", head(new byte[] {0x3f, (byte) 0xe1, -1, -1, -1, 7}));
    all.put(
        "a length that is not the body's",
        frames -> {
          frames.frame(
              Frames.HEADERS,
              Frames.END_HEADERS,
              1,
              Frames.block(
                  entry(":method", "POST"),
                  entry(":scheme", "https"),
                  entry(":authority", "a"),
                  entry(":path", "/draw/api/v1/quota-readings"),
                  entry("content-type", "application/json"),
                  entry("content-length", "5")));
          frames.frame(
              Frames.DATA,
              Frames.END_STREAM,
              1,
              "{\"text\":\"一\"}".getBytes(StandardCharsets.UTF_8));
        });
    return all;
  }

  private static Map<String, Attempt> floods() {
    Map<String, Attempt> all = new LinkedHashMap<>();
    all.put(
        RESETS + " requests reset at once",
        frames -> {
          for (int i = 0; i < RESETS; i++) {
            int stream = 2 * i + 1;
            frames.frame(
                Frames.HEADERS,
                Frames.END_HEADERS | Frames.END_STREAM,
                stream,
                request("GET", PUBLIC));
            frames.frame(Frames.RST_STREAM, 0, stream, new byte[] {0, 0, 0, 8});
          }
        });
    all.put(
        "a head in pieces without end",
        frames -> {
          frames.frame(Frames.HEADERS, Frames.END_STREAM, 1, request("GET", PUBLIC));
          for (int i = 0; i < 500; i++) {
            frames.frame(Frames.CONTINUATION, 0, 1, with("x-" + i, "x".repeat(900)));
          }
        });
    all.put(
        "empty pieces of a head",
        frames -> {
          frames.frame(Frames.HEADERS, Frames.END_STREAM, 1, request("GET", PUBLIC));
          for (int i = 0; i < FLOOD; i++) {
            frames.frame(Frames.CONTINUATION, 0, 1, new byte[0]);
          }
        });
    all.put("data without a stream", frames -> frames.frame(Frames.DATA, 0, 0, new byte[10]));
    all.put(
        "data of a stream nobody opened", frames -> frames.frame(Frames.DATA, 0, 1, new byte[10]));
    all.put(
        "an even stream",
        frames ->
            frames.frame(
                Frames.HEADERS, Frames.END_HEADERS | Frames.END_STREAM, 2, request("GET", PUBLIC)));
    all.put(
        "a promise of a client",
        frames ->
            frames.frame(Frames.PUSH_PROMISE, Frames.END_HEADERS, 1, new byte[] {0, 0, 0, 2}));
    all.put("a window of nothing", frames -> frames.frame(Frames.WINDOW_UPDATE, 0, 0, new byte[4]));
    all.put(
        "a window beyond the largest",
        frames -> {
          frames.frame(Frames.WINDOW_UPDATE, 0, 0, new byte[] {0x7f, -1, -1, -1});
          frames.frame(Frames.WINDOW_UPDATE, 0, 0, new byte[] {0x7f, -1, -1, -1});
        });
    all.put(
        "a frame of sixteen megabytes",
        frames -> frames.frame(16_777_215, Frames.DATA, 0, 1, new byte[100]));
    all.put("settings of seven bytes", frames -> frames.frame(Frames.SETTINGS, 0, 0, new byte[7]));
    all.put("a ping of seven bytes", frames -> frames.frame(Frames.PING, 0, 0, new byte[7]));
    all.put(
        "a stream that depends on itself",
        frames -> frames.frame(Frames.PRIORITY, 0, 1, new byte[] {0, 0, 0, 1, 0}));
    all.put(
        "settings without end",
        frames -> {
          for (int i = 0; i < FLOOD; i++) {
            frames.frame(Frames.SETTINGS, 0, 0, new byte[0]);
          }
        });
    all.put(
        "pings without end",
        frames -> {
          for (int i = 0; i < FLOOD; i++) {
            frames.frame(Frames.PING, 0, 0, new byte[8]);
          }
        });
    return all;
  }
}
