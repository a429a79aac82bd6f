package cn.doublerandom.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.URI;

/** One service as the gateway sees it: its address, its places, its connections. */
final class Upstream {
  /** Connections that close lag a moment behind their places. */
  private static final int SLACK = 16;

  /** Services keep a quiet connection for minutes; the gateway gives it up first. */
  private static final int KEEP_ALIVE_SECONDS = 20;

  private final Part part;
  private final URI address;
  private final URI operations;
  private final Places places;
  private final HttpClient client;
  private final long connectMillis;

  Upstream(Vertx vertx, Part part, URI address, URI operations, GatewaySettings settings) {
    this.part = part;
    this.address = address;
    this.operations = operations;
    this.connectMillis = settings.time().connect().toMillis();
    this.places =
        new Places(
            settings.requests(),
            settings.waits(),
            settings.transfers(),
            settings.streams(),
            settings.waiting(),
            new Shares(settings.transfersOfAccount(), settings.transfersOfAddress()));
    int most =
        settings.requests() + settings.waits() + settings.transfers() + settings.streams() + SLACK;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) connectMillis)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setTcpKeepAlive(true)
                .setSsl("https".equals(address.getScheme()))
                .setMaxHeaderSize(64 * 1024),
            new PoolOptions().setHttp1MaxSize(most).setMaxWaitQueueSize(most));
  }

  Part part() {
    return part;
  }

  URI address() {
    return address;
  }

  /** Where it says how it is. */
  URI operations() {
    return operations;
  }

  Places places() {
    return places;
  }

  /**
   * Closes the connection of a request that is still its own. Vert.x alone would close it behind
   * what is not written yet: a service that does not read kept its connection, and this program
   * from stopping, until one of them fell silent for good.
   */
  static void giveUp(HttpClientRequest request) {
    request.reset();
    if (request.connection() instanceof ConnectionBase connection) {
      // Past the handler of Vert.x, which would wait for what is not written.
      var unused = connection.channelHandlerContext().close();
    }
  }

  Future<HttpClientRequest> connect(HttpMethod method, String uri) {
    return client.request(
        new RequestOptions()
            .setMethod(method)
            .setHost(address.getHost())
            .setPort(address.getPort())
            .setURI(uri)
            .setConnectTimeout(connectMillis));
  }
}
