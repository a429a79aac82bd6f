package cn.doublerandom.gateway.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cookies of who came in by the identity provider: sealed tokens, in pieces, as quarkus-oidc
 * names them; the role and the bureau he chose to act in, which only take of his token away; and
 * whom he chose to act for, which each service judges.
 */
public final class ProviderCookies {
  private static final String TOKENS = "q_session";
  private static final String ROLE = "suite-role";
  private static final String BUREAU = "suite-bureau";
  private static final String PRINCIPAL = "suite-for";
  private static final Pattern BUREAUS = Pattern.compile("[1-8][0-9]{5}(\\.[a-z0-9]{1,12})?");
  private static final Pattern ROLES = Pattern.compile("[a-z-]{1,32}");

  private static final Set<String> CHOICES = Set.of(ROLE, BUREAU, PRINCIPAL);

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
    return once(headers, ROLE, ROLES);
  }

  /** The bureau somebody chose; none where he says two. */
  public static Optional<String> bureau(List<String> headers) {
    return once(headers, BUREAU, BUREAUS);
  }

  /** Whom somebody chose to act for; nobody where he says two. */
  public static Optional<String> principal(List<String> headers) {
    return once(headers, PRINCIPAL, Session.ACCOUNT);
  }

  private static Optional<String> once(List<String> headers, String name, Pattern form) {
    List<String> said =
        all(headers)
            .filter(cookie -> cookie.startsWith(name + "="))
            .map(cookie -> cookie.substring(name.length() + 1))
            .toList();
    return said.size() == 1 && form.matcher(said.getFirst()).matches()
        ? Optional.of(said.getFirst())
        : Optional.empty();
  }

  /** For {@code Set-Cookie}: the role he acts in from now on; empty for all. */
  public static String setRole(String role, boolean tls) {
    return set(ROLE, role, tls);
  }

  /** For {@code Set-Cookie}: the bureau he acts in from now on; empty for that of his token. */
  public static String setBureau(String bureau, boolean tls) {
    return set(BUREAU, bureau, tls);
  }

  /** For {@code Set-Cookie}: whom he acts for from now on; empty for himself. */
  public static String setPrincipal(String account, boolean tls) {
    return set(PRINCIPAL, account, tls);
  }

  private static String set(String name, String value, boolean tls) {
    return name + "=" + value + (value.isEmpty() ? "; Max-Age=0" : "") + attributes(tls);
  }

  /** For {@code Set-Cookie}: everything kept of a session goes. */
  public static List<String> ends(List<String> headers) {
    List<String> ends = new ArrayList<>();
    all(headers)
        .map(cookie -> cookie.replaceFirst("=.*", ""))
        .filter(name -> name.startsWith(TOKENS) || CHOICES.contains(name))
        .filter(name -> name.matches("[A-Za-z0-9_-]{1,64}"))
        .distinct()
        .forEach(name -> ends.add(name + "=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax"));
    return ends;
  }

  private static String attributes(boolean tls) {
    return "; Path=/; HttpOnly; SameSite=Lax" + (tls ? "; Secure" : "");
  }
}
