package cn.doublerandom.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** A gateway started by the local stack ends with it, even where the launcher was killed. */
@ApplicationScoped
public class ParentWatch {
  private static final Logger LOG = Logger.getLogger(ParentWatch.class);

  void watch(
      @Observes StartupEvent start,
      @ConfigProperty(name = "suite.parent-pid") Optional<Long> parent) {
    parent.ifPresent(pid -> Thread.ofVirtual().name("parent-watch").start(() -> endWith(pid)));
  }

  private static void endWith(long pid) {
    ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());
    LOG.info("the launcher is gone, so the gateway ends too");
    Quarkus.asyncExit();
  }
}
