package cn.doublerandom.gateway;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The network of the house, whose phones and desks come in over TLS by a certificate of this
 * installation (ADR 0046). In clear text they get the page that says how to trust it, and nothing
 * else; this machine itself is served as ever.
 */
@ApplicationScoped
class House {
  private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  /** What must be read before anything can be trusted. */
  private static final Set<String> BEFORE_TRUST =
      Set.of(Addresses.AUTHORITY, Addresses.AUTHORITY_FILE, Addresses.LOOK, Kit.STYLESHEET);

  private final Optional<URI> secure;

  House(GatewaySettings settings) {
    this.secure = settings.house().address();
  }

  /** What is to become of a request. */
  sealed interface Way {
    /** It is served. */
    record On() implements Way {}

    /** It is sent to the same address over TLS. */
    record Over(String to) implements Way {}

    /** It is not served: what it carries was read by everybody on the line already. */
    record Refused() implements Way {}
  }

  Way way(HttpServerRequest request) {
    if (secure.isEmpty() || request.isSSL() || isOfThisMachine(request)) {
      return new Way.On();
    }
    return way(secure.get(), request.method(), request.uri());
  }

  static Way way(URI secure, HttpMethod method, String uri) {
    if (!SAFE.contains(method)) {
      return new Way.Refused();
    }
    return BEFORE_TRUST.contains(Guard.pathOf(uri))
        ? new Way.On()
        : new Way.Over(secure.resolve("/").toString().replaceAll("/$", "") + uri);
  }

  private static boolean isOfThisMachine(HttpServerRequest request) {
    String host = Guard.authority(request);
    return isLoopback(request.remoteAddress()) && host != null && namesThisMachine(host);
  }

  private static boolean isLoopback(SocketAddress address) {
    String host = address == null ? null : address.hostAddress();
    return host != null && (host.startsWith("127.") || host.matches("(0:){7}1|::1"));
  }

  /** Whoever is asked for by another name stands on the network of the house. */
  static boolean namesThisMachine(String authority) {
    String host = authority.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]+$", "");
    return host.equals("localhost")
        || host.matches("127(\\.[0-9]{1,3}){3}")
        || host.equals("[::1]");
  }
}
