package cn.doublerandom.gateway;

import cn.doublerandom.gateway.session.Session;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which headers go on: those of the message, never those of one connection, never forged ones. */
final class Headers {
  /** RFC 9110 7.6.1, and what belongs to the connection by use. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-authentication-info",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "http2-settings",
          "alt-svc");

  /** Said by the gateway alone; from outside they are forged. */
  private static final List<String> OF_THE_GATEWAY =
      List.of(
          "x-forwarded-",
          "x-gateway-",
          "x-original-",
          "x-rewrite-",
          "x-http-method",
          "x-method-override");

  /**
   * Cookies end here: services know people by bearer tokens alone, and keep nothing in a browser.
   */
  private static final Set<String> NOT_SENT_ON =
      Set.of("forwarded", "x-real-ip", "x-client-ip", "via", "expect", "host", "cookie");

  /**
   * The one role somebody acts in, which only takes roles of his token away. What a client says of
   * it is taken off every request before ({@link #withoutRole}).
   */
  private static final String ROLE = "x-gateway-role";

  /** The one bureau somebody acts in, of those his token names. */
  private static final String BUREAU = "x-gateway-bureau";

  /** Whom somebody acts for; each service judges whether he may (ADR 56). */
  private static final String FOR = "x-gateway-for";

  private Headers() {}

  /** Nobody but the gateway says in which role and bureau somebody acts, and by which code. */
  static void withoutRole(MultiMap headers) {
    headers.remove(ROLE);
    headers.remove(BUREAU);
    headers.remove(FOR);
    headers.remove(CodePage.HEADER);
  }

  /** He acts in one role and one bureau, or for another; as his token says where he chose none. */
  static void acting(Session session, MultiMap headers) {
    if (!session.role().isEmpty()) {
      headers.set(ROLE, session.role());
    }
    if (!session.bureau().isEmpty()) {
      headers.set(BUREAU, session.bureau());
    }
    if (!session.principal().isEmpty()) {
      headers.set(FOR, session.principal());
    }
  }

  /** What a service is told. */
  static void toService(HttpServerRequest request, MultiMap to, boolean stream) {
    MultiMap from = request.headers();
    Set<String> named = ConnectionNames.of(from);
    for (Map.Entry<String, String> header : from) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (goesOn(name, named)
          && !NOT_SENT_ON.contains(name)
          && (name.equals(ROLE)
              || name.equals(BUREAU)
              || name.equals(FOR)
              || name.equals(CodePage.HEADER)
              || OF_THE_GATEWAY.stream().noneMatch(name::startsWith))) {
        to.add(header.getKey(), header.getValue());
      }
    }
    forwarded(request, to);
    Look.of(request).tell(to);
    if (stream) {
      // A heartbeat can be put between lines, not between the bytes of a packed stream.
      to.remove("Accept-Encoding");
    }
  }

  /** From where and by which name the gateway was asked. */
  static void forwarded(HttpServerRequest request, MultiMap to) {
    String authority = Guard.authority(request);
    if (authority != null) {
      to.set("Host", authority).set("X-Forwarded-Host", authority);
    }
    to.set("X-Forwarded-Proto", "https".equals(request.scheme()) ? "https" : "http");
    to.set("X-Forwarded-For", request.remoteAddress().hostAddress());
  }

  /** What a client is told. */
  static void toClient(HttpClientResponse answer, MultiMap to) {
    Set<String> named = namedByConnection(answer.headers());
    for (Map.Entry<String, String> header : answer.headers()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (goesOn(name, named) && !name.equals("set-cookie") && Guard.isPlain(header.getValue())) {
        to.add(header.getKey(), header.getValue());
      }
    }
  }

  private static boolean goesOn(String name, Set<String> named) {
    return !OF_THE_CONNECTION.contains(name) && !named.contains(name);
  }

  /** An answer may name further ones, but not hide what the message itself needs. */
  private static Set<String> namedByConnection(MultiMap headers) {
    Set<String> named = ConnectionNames.of(headers);
    named.removeAll(Set.of("content-length", "content-type"));
    return named;
  }
}
