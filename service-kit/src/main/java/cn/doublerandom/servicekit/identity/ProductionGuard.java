package cn.doublerandom.servicekit.identity;

import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.eventstore.checkpoint.LogKeys;
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
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * What a real office must never run with: demo keys, a demo issuer, a clock that was set, senders
 * whose keys it does not know, a log it could change (docs/operations.md, docs/security.md).
 */
@ApplicationScoped
public class ProductionGuard {
  static final String DEMO_ISSUER = "urn:doublerandom:demo";

  private static final String INVENTED_CODE = "11130534MB00000001";
  private static final String ADOPTED_CODE = "suite.adopted-credit-code";
  private static final String OWN_RECEIVERS = "suite.webhooks.loopback";
  private static final String NOBODYS_ORIGIN = ".invalid/";
  private static final String LOG_KEYS = "suite.log-keys";
  private static final Pattern INCOMING =
      Pattern.compile("mp\\.messaging\\.incoming\\..+\\.topics?");

  /**
   * Keys that must not be made on the spot: another key is another ledger, another set of names.
   */
  private static final List<String> MUST_EXIST =
      List.of("suite.checkpoint-key", "suite.person-master-key", LOG_KEYS);

  void check(@Observes @Priority(1) StartupEvent start, Config config) {
    if (LaunchMode.current() == LaunchMode.NORMAL && ConfigUtils.isProfileActive("prod")) {
      refusal(config)
          .ifPresent(why -> {
            throw new IllegalStateException("production refuses to start: " + why);
          });
    }
  }

  static Optional<String> refusal(Config config) {
    return Stream.<Supplier<Optional<String>>>of(
            () -> identity(config),
            () ->
                MUST_EXIST.stream()
                    .filter(key -> !isFile(text(config, key)))
                    .map(key -> key + " names no readable file")
                    .findFirst(),
            () -> senders(config),
            () -> names(config),
            () -> log(config))
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> text(Config config, String name) {
    return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
  }

  /** Whose tokens count, and on which day. */
  private static Optional<String> identity(Config config) {
    if (text(config, "suite.clock-file").isPresent()) {
      return Optional.of("suite.clock-file sets the business clock");
    }
    Optional<String> issuer = text(config, "mp.jwt.verify.issuer");
    if (issuer.isEmpty()) {
      return Optional.of("mp.jwt.verify.issuer is not set");
    }
    if (issuer.get().equals(DEMO_ISSUER)) {
      return Optional.of("mp.jwt.verify.issuer is the demo issuer");
    }
    if (text(config, "mp.jwt.verify.publickey.location")
        .filter(ProductionGuard::isDemoKey)
        .isPresent()) {
      return Optional.of("mp.jwt.verify.publickey.location holds a demo key");
    }
    return text(config, "mp.jwt.verify.audiences").isPresent()
        ? Optional.empty()
        : Optional.of(
            "mp.jwt.verify.audiences is not set: tokens for other programs would be taken");
  }

  /** A topic whose sender's key is unknown is believed whoever wrote on it. */
  private static Optional<String> senders(Config config) {
    LogKeys keys;
    try {
      keys = LogKeys.read(Path.of(text(config, LOG_KEYS).orElseThrow()));
    } catch (IOException e) {
      return Optional.of(LOG_KEYS + " cannot be read: " + e.getMessage());
    }
    return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(name -> INCOMING.matcher(name).matches())
        .flatMap(name -> text(config, name).stream())
        .flatMap(topics -> Stream.of(topics.split("\\s*,\\s*")))
        // Receivers keep no ledger: each of their records proves itself.
        .filter(topic -> !Topic.isOfReceivers(topic) && !keys.hasKey(topic))
        .sorted()
        .map(topic -> LOG_KEYS + " has no key of the ledger that tells on " + topic)
        .findFirst();
  }

  /** Names that stand in the demonstration and belong to nobody. */
  private static Optional<String> names(Config config) {
    if (text(config, "suite.log-origin").filter(o -> !o.contains(NOBODYS_ORIGIN)).isEmpty()) {
      return Optional.of("suite.log-origin does not name the ledger of this office");
    }
    if (text(config, ADOPTED_CODE).filter(INVENTED_CODE::equals).isPresent()) {
      return Optional.of(ADOPTED_CODE + " is the invented one of the demonstration");
    }
    Optional<String> moved =
        Stream.of("suite.issuer-code", "suite.region")
            .filter(name -> text(config, name).isPresent())
            .findFirst();
    if (moved.isPresent()) {
      return Optional.of(moved.get() + " is said by the register of bureaus, not by a setting");
    }
    if (config.getOptionalValue(OWN_RECEIVERS, Boolean.class).orElse(false)) {
      return Optional.of(OWN_RECEIVERS + " lets messages go to this machine itself");
    }
    return text(config, "kafka.bootstrap.servers").isPresent()
        ? Optional.empty()
        : Optional.of("kafka.bootstrap.servers is not set");
  }

  /** Who owns the database could change the log; migrations run as somebody else. */
  private static Optional<String> log(Config config) {
    boolean migrates =
        config
            .getOptionalValue("quarkus.flyway.migrate-at-start", Boolean.class)
            .orElse(Boolean.TRUE);
    String service = text(config, "quarkus.datasource.username").orElse("");
    String owner = text(config, "quarkus.flyway.username").orElse(service);
    return migrates && owner.equals(service)
        ? Optional.of(
            "quarkus.datasource.username is the owner of the database (quarkus.flyway.username)")
        : Optional.empty();
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
