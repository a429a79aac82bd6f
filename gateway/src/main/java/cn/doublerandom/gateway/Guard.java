package cn.doublerandom.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What never reaches a service. Paths and lengths are the same as the services' own guard, which
 * stays as the second line; {@code docs/vectors/path-guard.json} holds both to one list.
 */
final class Guard {
  static final List<String> REFUSED =
      List.of(";", "%3b", "%2f", "%5c", "\\", "//", "/./", "/../", "%2e", "%00", "~", "%7e");
  static final List<String> REFUSED_ENDINGS = List.of("/..", "/.");

  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  /** The same in the words of a header. */
  static final String ALLOWED = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

  private static final Set<HttpMethod> WITH_BODY =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

  /** Said twice, two readers could each believe another one. */
  private static final List<String> ONCE = List.of("Host", "Authorization");

  /** Visible ASCII: what stands in a request line must not be able to end it. */
  private static final Pattern TARGET = Pattern.compile("/[\\x21\\x22\\x24-\\x7e]*");

  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,255}");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  private Guard() {}

  /** The first thing wrong with the head of a request. */
  static Optional<Refusal> judge(HttpServerRequest request) {
    if (!METHODS.contains(request.method())) {
      return Optional.of(Refusal.METHOD_REFUSED);
    }
    String uri = request.uri();
    if (!TARGET.matcher(uri).matches() || isRefused(pathOf(uri))) {
      return Optional.of(Refusal.PATH_REFUSED);
    }
    if (hasForgedHeader(request) || !ConnectionNames.areItsOwn(request.headers())) {
      return Optional.of(Refusal.HEADER_REFUSED);
    }
    return upgrade(request.headers()).or(() -> body(request));
  }

  static String pathOf(String uri) {
    int query = uri.indexOf('?');
    return query < 0 ? uri : uri.substring(0, query);
  }

  static boolean isRefused(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return REFUSED.stream().anyMatch(lower::contains)
        || REFUSED_ENDINGS.stream().anyMatch(lower::endsWith);
  }

  /** HTTP/2 can carry line ends in a value; on the way to a service they would become headers. */
  private static boolean hasForgedHeader(HttpServerRequest request) {
    for (Map.Entry<String, String> header : request.headers()) {
      if (!NAME.matcher(header.getKey()).matches() || !isPlain(header.getValue())) {
        return true;
      }
    }
    String authority = authority(request);
    return ONCE.stream().anyMatch(name -> request.headers().getAll(name).size() > 1)
        || authority == null
        || !AUTHORITY.matcher(authority).matches();
  }

  /** The host the client asked for. */
  static @Nullable String authority(HttpServerRequest request) {
    String host = request.getHeader("Host");
    return host != null || request.authority() == null ? host : request.authority().toString();
  }

  static boolean isPlain(String value) {
    return value.chars().allMatch(c -> (c >= 0x20 && c != 0x7f) || c == '\t');
  }

  /**
   * HTTP/2 in clear text is declined by going on in HTTP/1.1, as RFC 9110 7.8 has it: ordinary
   * clients offer it with every first request. Anything else that wants another protocol is told.
   */
  private static Optional<Refusal> upgrade(MultiMap headers) {
    String upgrade = headers.get("Upgrade");
    boolean refused = upgrade != null && !upgrade.trim().equalsIgnoreCase("h2c");
    return refused ? Optional.of(Refusal.UPGRADE_REFUSED) : Optional.empty();
  }

  private static Optional<Refusal> body(HttpServerRequest request) {
    MultiMap headers = request.headers();
    long most = BodyLimits.most(request);
    String coding = headers.get("Transfer-Encoding");
    String length = headers.get("Content-Length");
    if (coding != null && (length != null || !coding.trim().equalsIgnoreCase("chunked"))) {
      return Optional.of(Refusal.MALFORMED_REQUEST);
    }
    if (length != null && !LENGTH.matcher(length).matches()) {
      return Optional.of(
          length.matches("[0-9]+") ? Refusal.REQUEST_TOO_LARGE : Refusal.MALFORMED_REQUEST);
    }
    if (length != null && Long.parseLong(length) > most) {
      return Optional.of(Refusal.REQUEST_TOO_LARGE);
    }
    if (isUnmeasured(request, coding, length) && most == BodyLimits.OTHERWISE) {
      return Optional.of(Refusal.LENGTH_REQUIRED);
    }
    String expect = headers.get("Expect");
    return expect != null && !expect.equalsIgnoreCase("100-continue")
        ? Optional.of(Refusal.EXPECTATION_REFUSED)
        : Optional.empty();
  }

  /** A body whose length nobody said. Over HTTP/2 it needs no word at all, so methods decide. */
  private static boolean isUnmeasured(
      HttpServerRequest request, @Nullable String coding, @Nullable String length) {
    return coding != null
        || (length == null
            && request.version() == HttpVersion.HTTP_2
            && WITH_BODY.contains(request.method()));
  }

  /** Whether a length other than nothing was said, readable or not. */
  static boolean saysLength(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length != null && !length.equals("0");
  }

  /** Whether a length that can be counted to was said. */
  static boolean isMeasured(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length != null && LENGTH.matcher(length).matches();
  }

  /** Bytes the head promises; -1 where they come in pieces; 0 where there is no body. */
  static long promised(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    if (length != null) {
      return Long.parseLong(length);
    }
    return isUnmeasured(request, request.getHeader("Transfer-Encoding"), null) ? -1 : 0;
  }
}
