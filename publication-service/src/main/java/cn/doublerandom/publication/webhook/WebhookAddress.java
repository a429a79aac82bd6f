package cn.doublerandom.publication.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * Where a receiver is told: https, by a name and a usual port, without user or fragment.
 *
 * @param host as it stands in the address, without the brackets of IPv6
 * @param target path and query
 */
public record WebhookAddress(boolean secure, String host, int port, String target) {
  /** The longest an address may be. */
  public static final int LONGEST = 500;

  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final Set<Integer> PORTS = Set.of(HTTPS, 8443);

  /**
   * Reads an address.
   *
   * @param loopback whether this installation lets itself be told, in the clear and by any port
   * @return empty where it is none that is told
   */
  public static Optional<WebhookAddress> of(String text, boolean loopback) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return of(new URI(text), loopback);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<WebhookAddress> of(URI uri, boolean loopback) {
    boolean secure = "https".equalsIgnoreCase(uri.getScheme());
    boolean clear = "http".equalsIgnoreCase(uri.getScheme()) && loopback;
    String host = uri.getHost();
    if (!(secure || clear)
        || host == null
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null) {
      return Optional.empty();
    }
    int port = uri.getPort() >= 0 ? uri.getPort() : secure ? HTTPS : HTTP;
    if (port == 0 || port > 0xffff || !(loopback || PORTS.contains(port))) {
      return Optional.empty();
    }
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return Optional.of(
        new WebhookAddress(secure, host.replaceAll("[\\[\\]]", ""), port, path + query));
  }

  /** Whether it may only be this machine: what is not https is told to nobody else. */
  boolean mustBeOwn() {
    return !secure || !PORTS.contains(port);
  }
}
