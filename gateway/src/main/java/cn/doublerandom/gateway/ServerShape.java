package cn.doublerandom.gateway;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

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

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
    watchConnections();
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    watchConnections();
  }

  /** Netty reads the property when the first server starts, which is after this. */
  private void watchConnections() {
    System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    QuietConnections.limits(settings.time().head(), settings.time().rest());
  }
}
