package cn.doublerandom.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public page that a code opens (检查码, 异议码, the code of a letter, the link of a receiver). The
 * code does not stay in its address, where the history of a browser, a list of addresses and the
 * next site would have it: it is taken once, kept by the browser for that page alone, and told to
 * the service in a header (ADR 103).
 *
 * <pre>
 * …/objections/R/7KM3Q-X2345 ─ 303, a cookie of that path ─ …/objections/R/own.k3v9x2mq ─ service
 * </pre>
 *
 * @param before the address up to where the code stands
 * @param code the code, or what stands for it
 * @param rest what follows it
 */
record CodePage(String before, String code, String rest) {
  /** By which a service is told the code; what a client says of it is dropped. */
  static final String HEADER = "x-gateway-code";

  /** What stands for a code in an address; no code has a point in it. */
  private static final String OWN = "own.";

  private static final String COOKIE = "suite-code";

  /** Two hours: who writes an objection looks things up meanwhile. Each page begins them anew. */
  private static final int SECONDS = 7_200;

  /** Pages, and where in their addresses the code stands; a letter's desk has no codes. */
  private static final Pattern PAGE =
      Pattern.compile(
          "((?:https?://[^/]+)?(?:/publication/ui/(?:objections/[^/?]+"
              + "|letters/(?!desk/)[^/?]+|disciplines/[^/?]+/[0-9]+)"
              + "|/inspection/ui/(?:checks|receipts/[^/?]+/[0-9]+))/)([^/?]+)((?:[/?].*)?)");

  /** Of what a cookie may hold: a code as it stands in an address. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_%-]{1,100}");

  private static final Pattern SAID = Pattern.compile("(?:^|;\\s*)suite-code=([A-Za-z0-9_%-]+)");

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int TAG = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** That of an address as a service is asked; empty where no code opens it. */
  static Optional<CodePage> of(String uri) {
    Matcher page = PAGE.matcher(uri);
    return page.matches()
        ? Optional.of(new CodePage(page.group(1), page.group(2), page.group(3)))
        : Optional.empty();
  }

  /** Whether the code itself stands there, in a page that is looked at. */
  boolean isToBeTurned(HttpServerRequest request) {
    return isBare()
        && (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD));
  }

  private boolean isBare() {
    return !code.startsWith(OWN) && CODE.matcher(code).matches();
  }

  /** Each its own, so that two codes that are looked at in one browser do not meet. */
  private CodePage turned() {
    StringBuilder tag = new StringBuilder(OWN);
    RANDOM.ints(TAG, 0, LETTERS.length()).forEach(letter -> tag.append(LETTERS.charAt(letter)));
    return new CodePage(before, tag.toString(), rest);
  }

  private String address() {
    return before + code + rest;
  }

  private static String cookie(CodePage own, String code, boolean tls) {
    return "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Strict%s"
        .formatted(
            COOKIE,
            code,
            (own.before() + own.code()).replaceFirst("^https?://[^/]+", ""),
            SECONDS,
            tls ? "; Secure" : "");
  }

  /** Answers with the address that has no code, and lets the browser keep the code for it. */
  void turn(HttpServerRequest request) {
    CodePage own = turned();
    request.response().putHeader("Set-Cookie", cookie(own, code, request.isSSL()));
    if (comesFromElsewhere(request)) {
      // A cookie of ours alone does not go with what another site began: our own page goes on.
      goOnFromHere(request, own.address());
    } else {
      Answers.redirectAtTheDoor(request, 303, own.address());
    }
  }

  /** Goes on to another address as if from a page of our own; in both languages. */
  private static void goOnFromHere(HttpServerRequest request, String to) {
    AccessLog.Entry entry =
        new AccessLog.Entry(
            request.method().name(), "gateway", "elsewhere", QuietConnections.busy(request, 0));
    entry.status(200);
    String body =
        """
        <!doctype html>
        <html lang="zh-CN">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>双随机、一公开</title>
        <link rel="stylesheet" href="%s">
        <main><p><a href="%s">继续 <span lang="en">Continue</span></a></p></main>
        </html>
        """
            .formatted(Kit.STYLESHEET, to.replace("&", "&amp;").replace("\"", "&quot;"));
    request
        .response()
        .setStatusCode(200)
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Type", Answers.PAGE)
        .putHeader("Refresh", "0; url=" + to)
        .end(body);
    entry.write();
  }

  private static boolean comesFromElsewhere(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("cross-site") || site.equals("same-site");
    }
    String from = request.getHeader("Referer");
    String host = Guard.authority(request);
    return from != null && host != null && !from.contains("://" + host + "/");
  }

  /** Tells the service the code this page was opened by, where its browser still has it. */
  void tell(HttpServerRequest request) {
    if (!code.startsWith(OWN)) {
      return;
    }
    Matcher said = SAID.matcher(String.join("; ", request.headers().getAll("Cookie")));
    if (said.find()) {
      request.headers().set(HEADER, said.group(1));
      request.response().putHeader("Set-Cookie", cookie(this, said.group(1), request.isSSL()));
    }
  }

  /**
   * The page with its code, wherever the code stands; empty where the browser has it no more. It is
   * asked before and after a service is.
   */
  static Optional<String> opened(HttpServerRequest request) {
    Optional<CodePage> page = of(Destination.of(request.uri()).uri());
    Matcher said = SAID.matcher(String.join("; ", request.headers().getAll("Cookie")));
    return page.filter(CodePage::isBare)
        .map(CodePage::code)
        .or(() -> page.filter(one -> said.find()).map(own -> said.group(1)))
        .map(code -> page.get().before() + code);
  }

  /** The same of where a service has sent the browser on to. */
  static Optional<String> sentOnTo(MultiMap answer) {
    String location = answer.get("Location");
    Matcher said = SAID.matcher(Optional.ofNullable(answer.get("Set-Cookie")).orElse(""));
    return location == null || !said.find()
        ? Optional.empty()
        : of(location).map(page -> page.before() + said.group(1));
  }

  /** Where a service sends a browser on to a page with its code, the browser gets one without. */
  static void turn(MultiMap answer, boolean tls) {
    String location = answer.get("Location");
    Optional<CodePage> page = location == null ? Optional.empty() : of(location);
    page.filter(CodePage::isBare)
        .ifPresent(bare -> {
          CodePage own = bare.turned();
          answer.set("Location", own.address());
          answer.set("Set-Cookie", cookie(own, bare.code(), tls));
        });
  }
}
