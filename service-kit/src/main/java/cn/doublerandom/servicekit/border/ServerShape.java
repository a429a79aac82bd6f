package cn.doublerandom.servicekit.border;

import io.netty.bootstrap.ChannelInitializerExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Watches over connections from the first one on; see {@link UnreadableRequests}. */
@ApplicationScoped
public class ServerShape {
  /** Netty reads the property with the first connection in or out, which is after this. */
  void watchConnections(
      @Observes @Initialized(ApplicationScoped.class) Object begun,
      @ConfigProperty(name = "quarkus.http.root-path") String root) {
    UnreadableRequests.root(root);
    System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
  }
}
