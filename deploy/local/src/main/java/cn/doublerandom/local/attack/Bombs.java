package cn.doublerandom.local.attack;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Documents and texts that cost far more to read than to send. Each is refused in two seconds, and
 * an honest request after it is answered in one.
 *
 * @param isWhole else those that are made in a moment
 */
record Bombs(boolean isWhole) implements Wave {
  /** What a document may cost, and as much again for a machine that does something else as well. */
  private static final long MOST_MILLIS = 4_000;

  /** For each megabyte on the way to the service. */
  private static final long MILLIS_A_MEGABYTE = 40;

  private static final long HONEST_MILLIS = 2_000;
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final List<String> TABLES =
      List.of(
          "/registry/api/v1/subjects/imports",
          "/registry/api/v1/subjects/imports/marked",
          "/registry/api/v1/inspectors/imports",
          "/registry/api/v1/items/imports");
  private static final String PLANS = "/draw/api/v1/plans/imports";

  /** JSON addresses that look like an import. */
  private static final List<String> LIKE_IMPORTS =
      List.of(
          "PUT /draw/api/v1/plans/130534-2023/justifications/imports",
          "PUT /inspection/api/v1/visits/none/items/imports",
          "POST /registry/api/v1/subjects/imports",
          "POST /draw/api/v1/plans/imports");

  private static final int JSON_MEGABYTES = 160;

  @Override
  public String name() {
    return "bombs";
  }

  /** One document for a moment: the next is made when this is forgotten. */
  private record Bomb(String type, Supplier<byte[]> content) {}

  private Map<String, Bomb> tables() {
    Map<String, Bomb> all = new LinkedHashMap<>();
    all.put("a row of 100,000 attributes", new Bomb(XLSX, () -> BombMaker.attributes(100_000)));
    all.put(
        "a number of 200,000,000 places", new Bomb(XLSX, () -> BombMaker.number("1e-200000000")));
    all.put(
        "a number of 2,000,000,000 digits", new Bomb(XLSX, () -> BombMaker.number("1e2000000000")));
    all.put("entities of entities", new Bomb(XLSX, BombMaker::entities));
    all.put("a thousand to one", new Bomb(XLSX, () -> BombMaker.zeros(isWhole ? 400 : 40)));
    if (isWhole) {
      all.put("480 MB of shared strings", new Bomb(XLSX, () -> BombMaker.sharedStrings(480)));
    }
    all.put(
        "quotes that never end",
        new Bomb(
            "text/csv",
            () -> ("编码,名称\n\"" + "a,\n".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8)));
    all.put(
        "a million columns",
        new Bomb(
            "text/csv", () -> ("编码" + ",".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8)));
    return all;
  }

  private Map<String, Bomb> plans() {
    Map<String, Bomb> all = new LinkedHashMap<>();
    all.put(
        "a plan's row of 100,000 attributes", new Bomb(XLSX, () -> BombMaker.attributes(100_000)));
    all.put(
        "a plan's number of 200,000,000 places",
        new Bomb(XLSX, () -> BombMaker.number("1e-200000000")));
    all.put("2,000 nested tables in Word", new Bomb(DOCX, () -> BombMaker.nestedWord(2_000)));
    all.put(
        "20,000 nested tables in a page",
        new Bomb("text/html", () -> BombMaker.nestedPage(20_000)));
    if (isWhole) {
      all.put("100,000 nested tables in Word", new Bomb(DOCX, () -> BombMaker.nestedWord(100_000)));
      all.put("300,000 tables in Word", new Bomb(DOCX, () -> BombMaker.manyWord(300_000)));
      all.put(
          "200,000 nested tables in a page",
          new Bomb("text/html", () -> BombMaker.nestedPage(200_000)));
      all.put("8 MB of plan as text", new Bomb("text/plain", () -> BombMaker.plan(8)));
    }
    return all;
  }

  @Override
  public void run(Target target, Tally tally) throws IOException, InterruptedException {
    String registrar = target.tokens().of("registrar", "registrar", "法制安全科");
    String coordinator = target.tokens().of("coordinator", "coordinator", "法制安全科");
    try (var http = new Http(target.gateway())) {
      for (Map.Entry<String, Bomb> bomb : tables().entrySet()) {
        for (String address : isWhole ? TABLES : TABLES.subList(0, 1)) {
          send(http, tally, bomb, address, registrar);
        }
        honest(http, tally, "/registry/api/v1/items", bomb.getKey());
      }
      for (Map.Entry<String, Bomb> bomb : plans().entrySet()) {
        send(http, tally, bomb, PLANS, coordinator);
        honest(http, tally, "/draw/api/v1/draws", bomb.getKey());
      }
      numerals(http, tally);
      if (isWhole) {
        json(http, target, tally);
      }
    }
  }

  private static void send(
      Http http, Tally tally, Map.Entry<String, Bomb> bomb, String address, String token)
      throws InterruptedException {
    byte[] content = bomb.getValue().content().get();
    Answer answer =
        http.patiently(
            new Http.Request(
                "POST",
                address,
                token,
                Map.of("Content-Type", bomb.getValue().type()),
                HttpRequest.BodyPublishers.ofByteArray(content)));
    tally.judge(
        bomb.getKey() + " at " + address,
        // A marked workbook comes back with the reason in it.
        address.endsWith("/marked") ? Expected.ANSWERED : Expected.REFUSED,
        answer,
        MOST_MILLIS + content.length / 1_000_000 * MILLIS_A_MEGABYTE);
  }

  private static void honest(Http http, Tally tally, String address, String after)
      throws InterruptedException {
    tally.judge(
        "an honest request after " + after,
        Expected.TAKEN,
        http.patiently(Http.Request.get(address, "")),
        HONEST_MILLIS);
  }

  /** What everybody may have read costs next to nothing. */
  private static void numerals(Http http, Tally tally) throws InterruptedException {
    for (String address : List.of("/draw/api/v1/period-readings", "/draw/api/v1/quota-readings")) {
      for (String text : List.of("一", "一百", "百", "第", "2023年", "1.", "（一）", "至", "%")) {
        String body = "{\"text\":\"" + text.repeat(998 / text.length()) + "\",\"year\":2023}";
        tally.judge(
            "998 characters of " + text + " at " + address,
            Expected.ANSWERED,
            http.patiently(Http.Request.json("POST", address, "", body)),
            500);
      }
    }
  }

  private static void json(Http http, Target target, Tally tally) throws InterruptedException {
    for (String line : LIKE_IMPORTS) {
      String[] parts = line.split(" ", 2);
      String role =
          parts[1].startsWith("/inspection")
              ? "inspector"
              : parts[1].startsWith("/registry") ? "registrar" : "coordinator";
      String token = target.tokens().of(role, role, target.office().unit());
      long length = JSON_MEGABYTES * 1_000_000L;
      Answer answer =
          http.patiently(
              new Http.Request(
                  parts[0],
                  parts[1],
                  token,
                  Map.of("Content-Type", "application/json"),
                  HttpRequest.BodyPublishers.fromPublisher(
                      HttpRequest.BodyPublishers.ofInputStream(() -> new Letters(length)),
                      length)));
      tally.judge(
          JSON_MEGABYTES + " MB of JSON at " + line,
          Expected.REFUSED,
          answer,
          MOST_MILLIS + JSON_MEGABYTES * MILLIS_A_MEGABYTE);
      honest(http, tally, "/draw/api/v1/draws", "160 MB of JSON");
    }
  }

  /** One JSON text of that many bytes, which nobody holds in memory. */
  private static final class Letters extends InputStream {
    private static final byte[] HEAD = "{\"text\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TAIL = "\"}".getBytes(StandardCharsets.US_ASCII);
    private final long length;
    private long at;

    Letters(long length) {
      this.length = length;
    }

    @Override
    public int read() {
      if (at == length) {
        return -1;
      }
      long position = at++;
      if (position < HEAD.length) {
        return HEAD[(int) position];
      }
      long end = length - position;
      return end <= TAIL.length ? TAIL[(int) (TAIL.length - end)] : 'a';
    }

    @Override
    public int read(byte[] bytes, int from, int most) {
      if (at == length) {
        return -1;
      }
      if (at < HEAD.length || length - at <= TAIL.length) {
        bytes[from] = (byte) read();
        return 1;
      }
      int n = (int) Math.min(most, length - TAIL.length - at);
      Arrays.fill(bytes, from, from + n, (byte) 'a');
      at += n;
      return n;
    }
  }
}
