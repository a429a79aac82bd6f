package cn.doublerandom.gateway;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/** The four services behind the gateway. */
@ApplicationScoped
class Upstreams {
  private final Map<Part, Upstream> all = new EnumMap<>(Part.class);

  Upstreams(Vertx vertx, GatewaySettings settings) {
    for (Part part : Part.values()) {
      all.put(
          part,
          new Upstream(
              vertx,
              part,
              address("services", settings.services(), part),
              address("operations", settings.operations(), part),
              settings));
    }
  }

  private static URI address(String what, Map<String, URI> all, Part part) {
    String name = "suite.gateway." + what + "." + part.key();
    URI address = all.get(part.key());
    if (address == null) {
      throw new IllegalArgumentException(name + " is not set");
    } else if (address.getHost() == null || address.getPort() < 0) {
      throw new IllegalArgumentException(name + " must be http://host:port, got " + address);
    }
    return address;
  }

  Upstream of(Part part) {
    Upstream upstream = all.get(part);
    if (upstream == null) {
      throw new IllegalStateException("every part has its upstream, but not " + part);
    }
    return upstream;
  }
}
