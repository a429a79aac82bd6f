package cn.doublerandom.gateway;

import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The headers a {@code Connection} names as its own, which do not go on (RFC 9110 §7.6.1). Nobody
 * may name one of the request itself: whoever sends it would have the gateway drop what it, a proxy
 * before it or the service behind it judges the request by.
 */
final class ConnectionNames {
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Set<String> OF_THE_REQUEST =
      Set.of(
          "authorization",
          "cache-control",
          "cookie",
          "date",
          "expect",
          "forwarded",
          "from",
          "host",
          "idempotency-key",
          "last-event-id",
          "origin",
          "prefer",
          "range",
          "referer",
          "traceparent",
          "tracestate",
          "transfer-encoding",
          "user-agent",
          "via");

  private static final List<String> OF_THE_REQUEST_BEGIN =
      List.of(
          "accept",
          "content-",
          "if-",
          "sec-",
          "x-client-ip",
          "x-correlation-",
          "x-forwarded-",
          "x-gateway-",
          "x-http-method",
          "x-method-override",
          "x-original-",
          "x-real-ip",
          "x-request",
          "x-rewrite-");

  private ConnectionNames() {}

  /** In small letters. */
  static Set<String> of(MultiMap headers) {
    Set<String> named = new HashSet<>();
    for (String value : headers.getAll("Connection")) {
      for (String name : value.split(",")) {
        named.add(name.trim().toLowerCase(Locale.ROOT));
      }
    }
    named.remove("");
    return named;
  }

  /** Whether all are words, and none a header of the request. */
  static boolean areItsOwn(MultiMap headers) {
    return of(headers).stream()
        .allMatch(name ->
            TOKEN.matcher(name).matches()
                && !OF_THE_REQUEST.contains(name)
                && OF_THE_REQUEST_BEGIN.stream().noneMatch(name::startsWith));
  }
}
