package cn.doublerandom.gateway.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cookie a session is kept in. Over TLS its name begins with {@code __Host-}: a browser then
 * takes it from this host alone, so that no neighbour and nobody on the line can plant another (RFC
 * 6265bis §4.1.3). In clear text it cannot have that name.
 */
public final class SessionCookie {
  private static final String CLEAR = "suite-session";
  private static final String SECURE = "__Host-" + CLEAR;

  /** Of who went: what he still has open is his alone. */
  public static final String LEFT = "suite-left";

  private SessionCookie() {}

  /** What it is called on such a connection. */
  public static String name(boolean tls) {
    return tls ? SECURE : CLEAR;
  }

  /**
   * Its value among the cookies of a request. Of two nobody can say which is his: then there is
   * none.
   *
   * @param headers the {@code Cookie} headers; HTTP/2 may send one for each cookie
   */
  public static Optional<String> in(List<String> headers, boolean tls) {
    return named(headers, name(tls));
  }

  /** Who went a while ago, among the cookies of a request; it signs nobody in. */
  public static Optional<String> left(List<String> headers, boolean tls) {
    return named(headers, tls ? "__Host-" + LEFT : LEFT);
  }

  /** For {@code Set-Cookie}: who went, until he would have been signed out for resting. */
  public static String leave(String value, boolean tls) {
    return (tls ? "__Host-" + LEFT : LEFT)
        + "="
        + value
        + "; Max-Age="
        + Session.IDLE.toSeconds()
        + attributes(tls);
  }

  private static Optional<String> named(List<String> headers, String name) {
    String begin = name + "=";
    List<String> found = new ArrayList<>();
    for (String header : headers) {
      for (String cookie : header.split(";", -1)) {
        String one = cookie.strip();
        if (one.startsWith(begin)) {
          found.add(one.substring(begin.length()));
        }
      }
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** For {@code Set-Cookie}. Without an age: it goes with the browser, if not before. */
  public static String set(String value, boolean tls) {
    return name(tls) + "=" + value + attributes(tls);
  }

  /** For {@code Set-Cookie}: the browser forgets it. */
  public static String end(boolean tls) {
    return name(tls) + "=; Max-Age=0" + attributes(tls);
  }

  private static String attributes(boolean tls) {
    return "; Path=/; HttpOnly; SameSite=Lax" + (tls ? "; Secure" : "");
  }
}
