package cn.doublerandom.gateway;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * HTTP/2 is spoken where TLS ends here and the browser asks for it. In clear text it is not: nobody
 * but tools would use it, and switching to it in the middle of HTTP/1.1 passes every guard by.
 */
@ApplicationScoped
public class ServerShape implements HttpServerOptionsCustomizer {
  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }
}
