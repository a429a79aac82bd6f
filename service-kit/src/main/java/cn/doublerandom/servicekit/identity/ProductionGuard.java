package cn.doublerandom.servicekit.identity;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** What a real office must never run with: demo keys, a demo issuer, a clock that was set. */
@ApplicationScoped
public class ProductionGuard {
  static final String DEMO_ISSUER = "urn:doublerandom:demo";

  /**
   * Keys that must not be made on the spot: another key is another ledger, another set of names.
   */
  private static final List<String> MUST_EXIST =
      List.of("suite.checkpoint-key", "suite.person-master-key");

  void check(@Observes @Priority(1) StartupEvent start, Config config) {
    if (LaunchMode.current() == LaunchMode.NORMAL && ConfigUtils.isProfileActive("prod")) {
      refusal(config)
          .ifPresent(why -> {
            throw new IllegalStateException("production refuses to start: " + why);
          });
    }
  }

  static Optional<String> refusal(Config config) {
    if (config.getOptionalValue("suite.clock-offset", String.class).isPresent()) {
      return Optional.of("suite.clock-offset sets the business clock");
    }
    Optional<String> issuer = config.getOptionalValue("mp.jwt.verify.issuer", String.class);
    if (issuer.isEmpty()) {
      return Optional.of("mp.jwt.verify.issuer is not set");
    }
    if (issuer.get().equals(DEMO_ISSUER)) {
      return Optional.of("mp.jwt.verify.issuer is the demo issuer");
    }
    if (config
        .getOptionalValue("mp.jwt.verify.publickey.location", String.class)
        .filter(ProductionGuard::isDemoKey)
        .isPresent()) {
      return Optional.of("mp.jwt.verify.publickey.location holds a demo key");
    }
    return MUST_EXIST.stream()
        .filter(key -> !isFile(config.getOptionalValue(key, String.class)))
        .map(key -> key + " names no readable file")
        .findFirst();
  }

  private static boolean isFile(Optional<String> file) {
    return file.filter(name -> Files.isReadable(Path.of(name))).isPresent();
  }

  private static boolean isDemoKey(String location) {
    try {
      Path file = location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
      return Files.isReadable(file) && Files.readString(file).contains("\"demo-");
    } catch (IOException | IllegalArgumentException e) {
      return false; // not a local file: the key server answers for its keys
    }
  }
}
