package cn.doublerandom.servicekit.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the public finds this installation, for what is read outside a browser: a code on a sheet
 * leads there for years. It is set, never taken from a request, whose sender could name any host.
 */
@ApplicationScoped
public class PublicAddress {
  private final Optional<String> origin;

  @Inject
  PublicAddress(@ConfigProperty(name = "suite.public-address") Optional<URI> address) {
    this.origin = address.map(PublicAddress::origin);
  }

  /** The whole address of a place; empty where the installation does not know its own. */
  public Optional<String> of(String place) {
    return origin.map(known -> known + place);
  }

  private static String origin(URI address) {
    String scheme = address.getScheme();
    boolean isOrigin =
        address.getHost() != null
            && ("https".equals(scheme) || "http".equals(scheme))
            && address.getRawQuery() == null
            && address.getRawFragment() == null
            && address.getRawUserInfo() == null
            && address.getRawPath().matches("/?");
    if (!isOrigin) {
      throw new IllegalArgumentException(
          "suite.public-address is a scheme and a host, https://jtj.example, got " + address);
    }
    return address.toString().replaceFirst("/$", "");
  }
}
