package cn.doublerandom.local;

import cn.doublerandom.evidencekit.Bucket;
import cn.doublerandom.evidencekit.BucketAway;
import cn.doublerandom.evidencekit.BucketSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the evidence of a stack lies, as the environment says it to the services and to an audit.
 */
sealed interface KeptFiles extends AutoCloseable {
  /**
   * What cannot be looked at.
   *
   * @param chinese why, and what to do, after a colon
   */
  record Hindrance(String chinese, String english) {}

  /** Why nothing of it can be read now; nothing where it can. */
  Optional<Hindrance> hindrance();

  /**
   * A file as it lies there; nothing where there is none.
   *
   * @throws BucketAway where the place does not answer
   */
  Optional<byte[]> sealed(String name) throws IOException;

  /** The place in words, after "is not in the". */
  String english();

  /** The place in words, after 不在 and before 中. */
  String chinese();

  @Override
  default void close() {}

  /**
   * A directory.
   *
   * @param path what a backup copies
   */
  record InDirectory(Path path) implements KeptFiles {
    @Override
    public Optional<Hindrance> hindrance() {
      return Files.isDirectory(path)
          ? Optional.empty()
          : Optional.of(
              new Hindrance(
                  "没有目录 %s，请放回后再 ./suite audit".formatted(path),
                  "there is no %s; put it back, then audit again".formatted(path)));
    }

    @Override
    public Optional<byte[]> sealed(String name) throws IOException {
      Path file = path.resolve(name);
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    @Override
    public String english() {
      return "directory of the evidence";
    }

    @Override
    public String chinese() {
      return "证据目录";
    }
  }

  /** A bucket that speaks S3. */
  record InBucket(Bucket bucket) implements KeptFiles {
    @Override
    public Optional<Hindrance> hindrance() {
      return Optional.empty();
    }

    @Override
    public Optional<byte[]> sealed(String name) {
      return bucket.get(name);
    }

    @Override
    public String english() {
      return "bucket of the evidence";
    }

    @Override
    public String chinese() {
      return "证据桶";
    }

    @Override
    public void close() {
      bucket.close();
    }
  }

  /** It is not said where, or not so that it can be understood. */
  record Unknown(String why) implements KeptFiles {
    @Override
    public Optional<Hindrance> hindrance() {
      return Optional.of(
          new Hindrance(
              "不知道证据在哪里（%s），请照服务的设置再 ./suite audit".formatted(why),
              "it is not known where it lies (%s); set what the service is set, then audit again"
                  .formatted(why)));
    }

    @Override
    public Optional<byte[]> sealed(String name) {
      return Optional.empty();
    }

    @Override
    public String english() {
      return "place of the evidence";
    }

    @Override
    public String chinese() {
      return "证据存放处";
    }
  }

  /** Where the inspection-service looks that was started with this environment. */
  static KeptFiles of(Path data, Map<String, String> environment) {
    String store = set(environment, "suite.evidence.store").orElse("directory");
    return switch (store) {
      case "directory" -> new InDirectory(data.resolve("evidence"));
      case "s3" -> inBucket(environment);
      default -> new Unknown("suite.evidence.store must be directory or s3, got " + store);
    };
  }

  private static KeptFiles inBucket(Map<String, String> environment) {
    try {
      Duration patience =
          Duration.parse("PT" + set(environment, "suite.evidence.s3.patience").orElse("15s"));
      return new InBucket(new Bucket(BucketSettings.of(name -> set(environment, name), patience)));
    } catch (DateTimeParseException e) {
      return new Unknown("suite.evidence.s3.patience must be as 15s");
    } catch (IllegalStateException e) {
      return new Unknown(String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return new Unknown("suite.evidence.s3.endpoint must be http://host:port or https://host");
    }
  }

  /** A setting as the environment names it: SUITE_EVIDENCE_STORE. */
  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(
            environment.get(name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
