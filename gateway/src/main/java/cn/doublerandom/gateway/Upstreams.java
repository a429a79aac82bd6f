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
      URI address = settings.services().get(part.key());
      if (address == null) {
        throw new IllegalArgumentException("suite.gateway.services." + part.key() + " is not set");
      }
      all.put(part, new Upstream(vertx, part, address, settings));
    }
  }

  Upstream of(Part part) {
    Upstream upstream = all.get(part);
    if (upstream == null) {
      throw new IllegalStateException("every part has its upstream, but not " + part);
    }
    return upstream;
  }
}
