package cn.doublerandom.inspection.external;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.evidencekit.BucketSettings;
import cn.doublerandom.inspection.evidence.EvidenceStore;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Where evidence lies is a setting: in a directory, or in a bucket that speaks S3 (ADR 84). A
 * setting that is missing or wrong is told at the start.
 */
@Startup
@Singleton
class EvidencePlace {
  private final EvidenceStore store;

  @Inject
  EvidencePlace(Config config, Vitals vitals) {
    this.store = of(config, vitals);
  }

  static EvidenceStore of(Config config, Vitals vitals) {
    Optional<Path> key = config.getOptionalValue("suite.evidence.key", Path.class);
    String kind = config.getOptionalValue("suite.evidence.store", String.class).orElse("directory");
    return switch (kind) {
      case "directory" ->
          new EvidenceDirectory(
              config.getOptionalValue("suite.evidence.directory", Path.class), key);
      case "s3" ->
          new EvidenceBucket(
              BucketSettings.of(
                  name -> config.getOptionalValue(name, String.class),
                  config.getValue("suite.evidence.s3.patience", Duration.class)),
              key.orElseThrow(() ->
                  new IllegalStateException(
                      "suite.evidence.store is s3, and suite.evidence.key is not set")),
              vitals);
      default ->
          throw new IllegalStateException(
              "suite.evidence.store must be directory or s3, got " + kind);
    };
  }

  @Produces
  @Singleton
  EvidenceStore store() {
    return store;
  }
}
