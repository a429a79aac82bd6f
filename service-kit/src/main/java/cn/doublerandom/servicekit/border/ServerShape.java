package cn.doublerandom.servicekit.border;

import cn.doublerandom.servicekit.rest.BodyLimits;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Watches over connections from the first one on; see {@link UnreadableRequests} and {@link
 * SlowClients}. HTTP/2 in clear text is not spoken, as at the gateway: switching to it in the
 * middle passes every guard by.
 */
@ApplicationScoped
public class ServerShape implements HttpServerOptionsCustomizer {
  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }

  /** Netty reads the property with the first connection in or out, which is after this. */
  void watchConnections(
      @Observes @Initialized(ApplicationScoped.class) Object begun,
      @ConfigProperty(name = "quarkus.http.root-path") String root) {
    UnreadableRequests.root(root);
    System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
  }

  /** A port is known when the program starts, not when it is put together. */
  void leaveOperationsAlone(
      @Observes StartupEvent begun,
      @ConfigProperty(name = "quarkus.management.port") int port,
      @ConfigProperty(name = "quarkus.management.test-port") int portInTests) {
    UnreadableRequests.operations(LaunchMode.current() == LaunchMode.TEST ? portInTests : port);
  }

  /** How slow a client may be. The addresses that take files are known when the program starts. */
  void limitSlowness(
      @Observes StartupEvent begun,
      BodyLimits limits,
      @ConfigProperty(name = "suite.time.head") Duration head,
      @ConfigProperty(name = "suite.time.body") Duration body,
      @ConfigProperty(name = "suite.time.body-per-second") long bodyPerSecond,
      @ConfigProperty(name = "suite.time.table-body") Duration file,
      @ConfigProperty(name = "suite.time.answer-idle") Duration unread,
      @ConfigProperty(name = "suite.time.pace") Duration pace,
      @ConfigProperty(name = "suite.time.least-per-second") long least) {
    SlowClients.times(
        new SlowClients.Times(
            head,
            body,
            bodyPerSecond,
            file,
            unread,
            pace,
            least,
            request -> isFile(limits, request)));
  }

  private static boolean isFile(BodyLimits limits, HttpRequest request) {
    String path = UnreadableRequests.path(request);
    return limits.isFile(
        request.method().name(), path, request.headers().get(HttpHeaderNames.CONTENT_TYPE));
  }
}
