package cn.doublerandom.local.attack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What every answer says to a browser, also a refusal. */
final class Headers implements Wave {
  private static final List<String> ADDRESSES =
      List.of(
          "/",
          "/publication/ui",
          "/draw/api/v1/draws",
          "/registry/api/v1/items",
          "/registry/api/v1/subjects",
          "/inspection/api/v1/visits",
          "/draw/nowhere",
          "/draw//api",
          "/nowhere");

  private static final List<String> EARLY =
      List.of(
          "GET /../ HTTP/1.1|Host: a|Connection: close",
          "GET /%1$s/../ HTTP/1.1|Host: a|Connection: close",
          "GET /%1$s/..;/x HTTP/1.1|Host: a|Connection: close",
          "GET / HTTP/1.1|Host: a|Connection: close",
          "CONNECT a:80 HTTP/1.1|Host: a",
          "OPTIONS * HTTP/1.1|Host: a",
          "PRI * HTTP/2.0||SM",
          "GET /%1$s/api/v1/memory HTTP/1.1|Host: a b",
          "GET /%1$s/api/v1/memory HTTP/1.1|Host: a|X-A: b| c",
          "GET /%1$s/%% HTTP/1.1|Host: a|Connection: close");

  private static final Duration SILENCE = Duration.ofSeconds(3);

  @Override
  public String name() {
    return "headers";
  }

  @Override
  public void run(Target target, Tally tally) throws IOException, InterruptedException {
    String token = target.tokens().of("auditor", "auditor", "外部审计");
    try (var http = new Http(target.gateway())) {
      for (String address : ADDRESSES) {
        for (String by : List.of("", token)) {
          Answer answer = http.patiently(Http.Request.get(address, by));
          String what = address + (by.isEmpty() ? " by nobody" : " by an auditor");
          if (tally.judge(what, Expected.ANSWERED, answer)) {
            judge(tally, what, answer, !by.isEmpty());
          }
        }
      }
    }
    early(target, tally);
  }

  /** What the server would answer before any rule of ours is asked, at each service's own port. */
  private static void early(Target target, Tally tally) {
    target
        .services()
        .forEach((service, port) -> {
          var wire = new Wire(port);
          for (String line : EARLY) {
            String request = line.formatted(service).replace("|", "\r\n") + "\r\n\r\n";
            Answer answer = wire.send(request, SILENCE);
            String what = request.strip().lines().findFirst().orElse("") + " at " + service;
            if (tally.judge(what, Expected.REFUSED, answer)) {
              judge(tally, what, answer, true);
              says(tally, what, answer, "content-type", "application/problem+json");
            }
          }
        });
  }

  private static void judge(Tally tally, String what, Answer answer, boolean isSignedIn) {
    says(tally, what, answer, "x-content-type-options", "nosniff");
    says(tally, what, answer, "content-security-policy", "default-src");
    says(tally, what, answer, "referrer-policy", "");
    boolean isFramed =
        answer.header("x-frame-options").isEmpty()
            && !answer.header("content-security-policy").contains("frame-ancestors");
    tally.holds(what + " is in no frame", !isFramed, answer.head());
    if (isSignedIn) {
      says(tally, what, answer, "cache-control", "no-store");
    }
    String server = answer.header("server") + answer.header("x-powered-by");
    tally.holds(what + " does not say what runs here", server.isEmpty(), server);
  }

  private static void says(Tally tally, String what, Answer answer, String name, String words) {
    String told = answer.header(name).toLowerCase(Locale.ROOT);
    tally.holds(what + " says " + name, !told.isEmpty() && told.contains(words), "'" + told + "'");
  }
}
