package cn.doublerandom.gateway;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;

/**
 * HTTP/2 is spoken where TLS ends here and the browser asks for it. In clear text it is not: nobody
 * but tools would use it, and switching to it in the middle of HTTP/1.1 passes every guard by.
 */
@ApplicationScoped
public class ServerShape implements HttpServerOptionsCustomizer {
  private final GatewaySettings settings;

  ServerShape(GatewaySettings settings) {
    this.settings = settings;
  }

  /**
   * Netty reads the property once, with the first connection in or out of the whole program; the
   * port for operations is opened before the customizers below are asked.
   */
  static void watchConnections(@Observes @Initialized(ApplicationScoped.class) Object begun) {
    System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
  }

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
    limits();
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    limits();
  }

  private void limits() {
    QuietConnections.limits(settings.time().head(), settings.time().rest());
    GatewaySettings.Limits limits = settings.limits();
    ConnectionsPerAddress.limits(
        limits.connectionsPerAddress(), Set.copyOf(limits.proxies().orElse(List.of())));
  }
}
