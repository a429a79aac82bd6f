package cn.doublerandom.gateway.session;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which page had a browser send a request (W3C Fetch Metadata; RFC 6454). A browser adds cookies
 * whoever asks it to, so what changes something must come from a page of ours.
 *
 * @param site {@code Sec-Fetch-Site}, which browsers send over TLS and to this machine only
 * @param origin {@code Origin}
 * @param host as the request asks for it, with its port where it is not the usual one
 * @param tls whether it came over TLS; then a page in clear text is not ours, for anybody on the
 *     line may have written it. The other way round a proxy of the office may end TLS before us
 */
public record Sender(@Nullable String site, @Nullable String origin, String host, boolean tls) {
  private static final Set<String> OURS = Set.of("same-origin", "none");
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** A page of ours, or the person himself: it says so, and silence does not count. */
  public boolean isOurs() {
    return site == null ? origin != null && isHost(origin) : OURS.contains(site);
  }

  /** It says nothing at all, as programs do and no browser of today that posts for another site. */
  public boolean isSilent() {
    return site == null && origin == null;
  }

  private boolean isHost(String of) {
    URI uri;
    try {
      uri = URI.create(of);
    } catch (IllegalArgumentException notReadable) {
      return false;
    }
    boolean secure = "https".equals(uri.getScheme());
    if (uri.getRawAuthority() == null || !(secure || (!tls && "http".equals(uri.getScheme())))) {
      return false;
    }
    int usual = secure ? HTTPS : HTTP;
    return withPort(uri.getRawAuthority(), usual).equals(withPort(host, usual));
  }

  private static String withPort(String authority, int usual) {
    String plain = authority.toLowerCase(Locale.ROOT);
    return plain.matches(".*:[0-9]+") && !plain.endsWith("]") ? plain : plain + ":" + usual;
  }
}
