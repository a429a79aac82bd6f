package cn.doublerandom.local;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One origin for all: each service under its own path, the public portal under the rest. */
final class Gateway {
  private static final String PORTAL = "/publication/ui";

  private final Vertx vertx = Vertx.vertx();
  private final Map<String, HttpProxy> services = new HashMap<>();
  private final HttpProxy portal;

  Gateway(Ports ports) {
    HttpClient client = vertx.createHttpClient();
    for (String service : Home.SERVICES) {
      services.put(
          "/" + service + "/",
          HttpProxy.reverseProxy(client).origin(ports.of(service), "127.0.0.1"));
    }
    portal =
        HttpProxy.reverseProxy(client)
            .origin(ports.publication(), "127.0.0.1")
            .addInterceptor(
                new ProxyInterceptor() {
                  @Override
                  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
                    context.request().setURI(PORTAL + context.request().getURI());
                    return context.sendRequest();
                  }
                });
  }

  void start(int port) throws Exception {
    vertx
        .createHttpServer()
        .requestHandler(this::route)
        .listen(port, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
  }

  private void route(HttpServerRequest request) {
    String uri = request.uri();
    services.entrySet().stream()
        .filter(entry -> uri.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(portal)
        .handle(request);
  }

  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
