package cn.doublerandom.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was typed into a form that came too often, or after its session was over, is given back, to
 * be sent again by a press of who typed it, never by itself: whoever wrote two thousand characters
 * does not write them twice. No service is asked, so that the page says nothing of whether a code
 * was right.
 */
final class KeptForm {
  /** A statement of 2,000 characters of Chinese, encoded, and what stands beside it. */
  static final int MOST_BYTES = 32_768;

  /** What is longer, or has lines, is shown to be read; what is shorter is sent along. */
  private static final int LONG = 20;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String FIELDS = "application/x-www-form-urlencoded";

  /** Names of fields that are written into, as the forms have them, in both languages. */
  private static final Map<String, List<String>> LABELS =
      Map.of(
          "statement", List.of("异议或者申请的内容", "Statement"),
          "text", List.of("来信内容", "Letter"),
          "about", List.of("关于", "About"),
          "contact", List.of("联系方式", "Contact"),
          "reason", List.of("原因", "Reason"),
          "evidence", List.of("证据", "Evidence"),
          "note", List.of("备注", "Note"),
          "deed", List.of("反馈内容", "What was done"));

  /** Of these nothing is given back: they are typed again. */
  private static final Set<String> SECRETS =
      Set.of("password", "passphrase", "pin", "secret", "secondCode");

  /** Names the account a form was typed under, sealed; nobody else sends it. */
  private static final String OF = "_of";

  private static final Pattern OF_IN = Pattern.compile("[?&]" + OF + "=([A-Za-z0-9_-]*)");

  private KeptForm() {}

  /** The sealed account an address names; empty for none. */
  static Optional<String> of(String uri) {
    Matcher found = OF_IN.matcher(uri);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** The address as the service knows it. */
  static String withoutAccount(String uri) {
    Matcher found = OF_IN.matcher(uri);
    if (!found.find()) {
      return uri;
    }
    String rest = uri.substring(found.end());
    return uri.substring(0, found.start())
        + (rest.isEmpty() ? "" : uri.charAt(found.start()) + rest.substring(1));
  }

  /** The address of a form with the sealed account it was typed under. */
  static String address(String uri, String of) {
    return of(uri).isPresent() || of.isEmpty()
        ? uri
        : uri + (uri.indexOf('?') < 0 ? "?" : "&") + OF + "=" + of;
  }

  /** The same form, to be sent again by who typed it once he is signed in. */
  static String ended(String to, Buffer body) {
    return """
    <p>填写的内容还在本页，没有丢失，也没有提交。请在新窗口用原来的账号登录，再回到本页按“再次提交”。口令不保留，附件要重新选择。<br><span lang="en">All you typed is kept on this page and was not sent. Sign in with the same account in a new window, come back here and press “Send again”. Passwords are not kept; files must be chosen again.</span></p>
    <p><a href="/signin?to=%%2Fdesk" target="_blank" rel="noopener">登录 · <span lang="en">Sign in</span></a></p>
    <form method="post" action="%s">
    %s
    <p><button>再次提交 · <span lang="en">Send again</span></button></p>
    </form>
    """
        .formatted(escaped(to), fields(body));
  }

  /** Whether it is a form of a page of ours whose fields are few enough to be given back. */
  static boolean is(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    return request.method().equals(HttpMethod.POST)
        && Answers.accepts(request, "text/html")
        && type != null
        && type.startsWith(FIELDS)
        && Guard.pathOf(Destination.of(request.uri()).uri()).contains("/ui/")
        && request.getHeader("Content-Length") != null
        && Guard.promised(request) <= MOST_BYTES;
  }

  /**
   * Reads the fields and answers with them; whoever sends them too slowly is refused without.
   *
   * @param seconds after which it may be sent again
   */
  static void giveBack(Vertx vertx, HttpServerRequest request, int seconds) {
    giveBack(vertx, request, Refusal.TOO_MANY_REQUESTS, body -> form(request.uri(), body, seconds));
  }

  /**
   * Reads the fields and answers with what becomes of them.
   *
   * @param shown the form, as HTML
   */
  static void giveBack(
      Vertx vertx, HttpServerRequest request, Refusal refusal, Function<Buffer, String> shown) {
    long tooSlow =
        vertx.setTimer(
            PATIENCE.toMillis(),
            id -> {
              if (!request.response().ended()) {
                request.connection().close();
              }
            });
    request
        .body()
        .onSuccess(body -> {
          vertx.cancelTimer(tooSlow);
          if (!request.response().ended()) {
            Answers.refuseAtTheDoor(vertx, request, refusal, shown.apply(body));
          }
        })
        .onFailure(gone -> vertx.cancelTimer(tooSlow));
    request.resume();
  }

  /** The same form, to the same address, with what was typed. */
  static String form(String to, Buffer body, int seconds) {
    return """
    <form method="post" action="%s">
    %s
    <p>填写的内容都在这里，没有丢失。%d 秒后请再次提交。<br><span lang="en">All you filled in is kept here. Send it again in %d seconds.</span></p>
    <p><button>再次提交 · <span lang="en">Send again</span></button></p>
    </form>
    """
        .formatted(escaped(to), fields(body), seconds, seconds);
  }

  private static String fields(Buffer body) {
    return Arrays.stream(body.toString(StandardCharsets.UTF_8).split("&"))
        .filter(pair -> pair.indexOf('=') > 0)
        .map(pair -> pair.split("=", 2))
        .map(pair -> field(read(pair[0]), read(pair[1])))
        .collect(Collectors.joining("\n"));
  }

  private static String field(String name, String value) {
    if (SECRETS.contains(name)) {
      return """
      <div class="field"><label for="k-%1$s">口令 <span lang="en">Password</span></label>
      <input type="password" id="k-%1$s" name="%1$s" autocomplete="off"></div>\
      """
          .formatted(escaped(name));
    }
    if (name.startsWith("_") || (value.length() <= LONG && value.indexOf('\n') < 0)) {
      return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
          .formatted(escaped(name), escaped(value));
    }
    List<String> label = LABELS.getOrDefault(name, List.of("填写的内容", "What you filled in"));
    // A line end behind the tag is not part of what is typed.
    return """
    <div class="field"><label for="k-%3$s">%1$s <span lang="en">%2$s</span></label>
    <textarea id="k-%3$s" name="%3$s" rows="8">
    %4$s</textarea></div>\
    """
        .formatted(label.getFirst(), label.getLast(), escaped(name), escaped(value));
  }

  private static String read(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return encoded;
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
