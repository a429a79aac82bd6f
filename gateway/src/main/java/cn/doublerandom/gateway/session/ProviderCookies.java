package cn.doublerandom.gateway.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cookies of who came in by the identity provider: sealed tokens, in pieces, as quarkus-oidc
 * names them; and the role he chose to act in, which only takes roles of his token away.
 */
public final class ProviderCookies {
  private static final String TOKENS = "q_session";
  private static final String ROLE = "suite-role";
  private static final Pattern ROLES = Pattern.compile("[a-z-]{1,32}");

  private ProviderCookies() {}

  private static Stream<String> all(List<String> headers) {
    return headers.stream().flatMap(header -> Stream.of(header.split(";", -1))).map(String::strip);
  }

  /** Whether a session is shown, be it of any worth or of none. */
  public static boolean isShown(List<String> headers) {
    return all(headers).anyMatch(cookie -> cookie.startsWith(TOKENS));
  }

  /** The role somebody chose; none where he says two. */
  public static Optional<String> role(List<String> headers) {
    List<String> said =
        all(headers)
            .filter(cookie -> cookie.startsWith(ROLE + "="))
            .map(cookie -> cookie.substring(ROLE.length() + 1))
            .toList();
    return said.size() == 1 && ROLES.matcher(said.getFirst()).matches()
        ? Optional.of(said.getFirst())
        : Optional.empty();
  }

  /** For {@code Set-Cookie}: the role he acts in from now on; empty for all. */
  public static String setRole(String role, boolean tls) {
    return ROLE + "=" + role + (role.isEmpty() ? "; Max-Age=0" : "") + attributes(tls);
  }

  /** For {@code Set-Cookie}: everything kept of a session goes. */
  public static List<String> ends(List<String> headers) {
    List<String> ends = new ArrayList<>();
    all(headers)
        .map(cookie -> cookie.replaceFirst("=.*", ""))
        .filter(name -> name.startsWith(TOKENS) || name.equals(ROLE))
        .filter(name -> name.matches("[A-Za-z0-9_-]{1,64}"))
        .distinct()
        .forEach(name -> ends.add(name + "=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax"));
    return ends;
  }

  private static String attributes(boolean tls) {
    return "; Path=/; HttpOnly; SameSite=Lax" + (tls ? "; Secure" : "");
  }
}
