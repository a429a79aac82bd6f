package cn.doublerandom.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refusals in words: a problem (RFC 9457) for programs, a small page for a browser. */
final class Answers {
  static final String PAGE = "text/html; charset=utf-8";
  static final String PROBLEM = "application/problem+json";

  private static final String RETRY_AFTER_SECONDS = "5";
  private static final int SEE_OTHER = 303;

  /** Forms of the register that take a file and are read at the address they are sent to. */
  private static final Pattern FILE_FORM = Pattern.compile("/registry/ui/[a-z/-]+/imports");

  /** Forms that stand on the page above the address they send their file to. */
  private static final Pattern FILE_OF_A_PAGE = Pattern.compile("(/[a-z]+/ui/.+)/(evidence|scans)");

  private static final Pattern OPENED = Pattern.compile("https?://[^/]++(/[^?#]*+)(?:[?#].*)?");

  /** The form of a plan's table, and that of another table for a published plan. */
  private static final Pattern PLAN_FORM =
      Pattern.compile("/draw/ui/plans/(?:imports|([^/]+)/adjustments)");

  private Answers() {}

  /** Writes the refusal; where a body is still to come, the connection ends soon after. */
  static long refuse(Vertx vertx, HttpServerRequest request, Part part, Refusal refusal) {
    return refuse(vertx, request, part, refusal, "");
  }

  /**
   * @param kept what the page has below why, as HTML; empty for nothing
   */
  static long refuse(
      Vertx vertx, HttpServerRequest request, Part part, Refusal refusal, String kept) {
    boolean page = accepts(request, "text/html");
    Optional<String> form = page ? form(request, refusal) : Optional.empty();
    if (form.isPresent()) {
      return backToTheForm(vertx, request, form.get(), refusal);
    }
    String text = refusal.text(part);
    HttpServerResponse response = request.response();
    String below = kept.isEmpty() ? again(refusal, response) : kept;
    String body = page ? page(part, refusal, below) : problem(text, refusal);
    response
        .setStatusCode(refusal.status())
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Type", page ? PAGE : PROBLEM);
    // Where no route was met nobody has said it before.
    AnswerHeaders.ALWAYS.forEach(response::putHeader);
    if (refusal.passes()) {
      response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
    if (refusal == Refusal.METHOD_REFUSED && !response.headers().contains("Allow")) {
      response.putHeader("Allow", Guard.ALLOWED);
    }
    endOnly(vertx, request, refusal, body);
    return body.length();
  }

  /** The page of the form whose file was too large, or did not come whole, where it can say so. */
  private static Optional<String> form(HttpServerRequest request, Refusal refusal) {
    if (!request.method().equals(HttpMethod.POST)) {
      return Optional.empty();
    }
    String path = Guard.pathOf(request.uri());
    Matcher ofPage = FILE_OF_A_PAGE.matcher(path);
    boolean tooLarge = refusal == Refusal.REQUEST_TOO_LARGE;
    if (tooLarge && ofPage.matches()) {
      return Optional.of(below(ofPage.group(1), request.getHeader("Referer")));
    }
    if (!tooLarge && refusal != Refusal.BODY_TOO_SLOW) {
      return Optional.empty();
    }
    Matcher ofPlan = PLAN_FORM.matcher(path);
    if (ofPlan.matches()) {
      String plan = ofPlan.group(1);
      return Optional.of("/draw/ui/plans/import" + (plan == null ? "" : "?plan=" + plan));
    }
    return FILE_FORM.matcher(path).matches() ? Optional.of(path) : Optional.empty();
  }

  /** The page below it that was open, where the browser says so: an item of a visit has its own. */
  private static String below(String page, @Nullable String referer) {
    Matcher from = OPENED.matcher(referer == null ? "" : referer);
    return from.matches() && from.group(1).startsWith(page + "/")
        ? OwnAddress.of(from.group(1)).orElse(page)
        : page;
  }

  /** The form is shown anew, with why the file was not taken; nothing of its body was read. */
  private static long backToTheForm(
      Vertx vertx, HttpServerRequest request, String form, Refusal refusal) {
    HttpServerResponse response = request.response();
    response
        .setStatusCode(SEE_OTHER)
        .putHeader("Cache-Control", "no-store")
        .putHeader(
            "Location", form + (form.contains("?") ? "&" : "?") + "refused=" + refusal.code());
    AnswerHeaders.ALWAYS.forEach(response::putHeader);
    endOnly(vertx, request, refusal, "");
    return 0;
  }

  /**
   * Of what is refused before it went anywhere nothing is noted but why: its words are anybody's.
   */
  static void refuseAtTheDoor(Vertx vertx, HttpServerRequest request, Refusal refusal) {
    refuseAtTheDoor(vertx, request, refusal, "");
  }

  /**
   * @param form what the page has below why, as HTML; empty for nothing
   */
  static void refuseAtTheDoor(
      Vertx vertx, HttpServerRequest request, Refusal refusal, String form) {
    AccessLog.Entry entry =
        new AccessLog.Entry("-", "gateway", refusal.code(), QuietConnections.busy(request, 0));
    entry.status(refusal.status());
    entry.wrote(refuse(vertx, request, Part.PUBLICATION, refusal, form));
    entry.write();
  }

  private static void endOnly(
      Vertx vertx, HttpServerRequest request, Refusal refusal, String body) {
    boolean unread = Unread.mayCome(request);
    boolean readOut = unread && refusal.isOfItsSender() && Unread.isReadOut(request);
    if (unread) {
      Unread.tell(request, readOut);
    }
    request.response().end(body);
    if (unread) {
      Unread.throwAway(vertx, request, readOut);
    } else {
      request.resume();
    }
  }

  static boolean accepts(HttpServerRequest request, String type) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains(type);
  }

  static String problem(String text, Refusal refusal) {
    return problem(text, refusal, refusal.status());
  }

  /** The document of an answer of which nothing but the status is known. */
  static String problem(int status) {
    Refusal refusal = Refusal.of(status);
    return problem(refusal.text(Part.PUBLICATION), refusal, status);
  }

  private static String problem(String text, Refusal refusal, int status) {
    return new JsonObject()
        .put("type", "urn:doublerandom:problem:" + refusal.code())
        .put("title", text)
        .put("status", status)
        .put("code", refusal.code())
        .encode();
  }

  /** When to come again, where the answer says so. */
  private static String again(Refusal refusal, HttpServerResponse response) {
    String seconds = response.headers().get("Retry-After");
    return refusal == Refusal.TOO_MANY_REQUESTS && seconds != null
        ? "<p>%s 秒后可以再试。<span lang=\"en\">You can try again in %s seconds.</span></p>"
            .formatted(seconds, seconds)
        : "";
  }

  static String page(Part part, Refusal refusal) {
    return page(part, refusal, "");
  }

  /**
   * In both languages: of some requests nobody knows how their sender reads.
   *
   * @param below what stands below why, as HTML
   */
  private static String page(Part part, Refusal refusal, String below) {
    return """
    <!doctype html>
    <html lang="zh-CN" class="portal">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>双随机、一公开</title>
    <meta name="color-scheme" content="light dark">
    <link rel="stylesheet" href="%s">
    <header><div><strong><a href="/">双随机、一公开 公示</a></strong><a href="/desk">工作人员入口</a></div></header>
    <main>
    <h1>%s</h1>
    <p lang="en">%s</p>
    %s
    <p><a href="/">回到首页 <span lang="en">Home</span></a></p>
    <p class="quiet">%d · %s</p>
    </main>
    </html>
    """
        .formatted(
            Kit.STYLESHEET,
            refusal.text(part),
            refusal.english(part),
            below,
            refusal.status(),
            refusal.code());
  }

  /** Sends somebody to another address before a route is met; nobody keeps that. */
  static void redirectAtTheDoor(HttpServerRequest request, int status, String to) {
    AccessLog.Entry entry =
        new AccessLog.Entry(
            request.method().name(), "gateway", "elsewhere", QuietConnections.busy(request, 0));
    entry.status(status);
    request
        .response()
        .setStatusCode(status)
        .putHeader("Cache-Control", "no-store")
        .putHeader("Location", to)
        .end();
    entry.write();
  }
}
