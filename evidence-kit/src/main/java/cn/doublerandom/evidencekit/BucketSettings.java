package cn.doublerandom.evidencekit;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a bucket is and who asks for it (docs/operations.md). Its text has no secret, so that none
 * comes into a log.
 *
 * @param endpoint {@code http://host:port} or {@code https://host}; the bucket is named in the
 *     path, never in the host
 * @param patience longest time for one call, with its two repetitions
 */
public record BucketSettings(
    URI endpoint, String region, String bucket, String keyId, String secret, Duration patience) {
  private static final String S3 = "suite.evidence.s3.";

  /** Refuses what is no address of a bucket. */
  public BucketSettings {
    boolean isAddress =
        ("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()))
            && endpoint.getHost() != null
            && endpoint.getRawUserInfo() == null
            && endpoint.getRawQuery() == null
            && (endpoint.getPath().isEmpty() || "/".equals(endpoint.getPath()));
    if (!isAddress) {
      throw new IllegalStateException(
          S3 + "endpoint must be http://host:port or https://host, without path or account");
    }
  }

  /**
   * As they are set.
   *
   * @param set what is set under a name as {@code suite.evidence.s3.bucket}
   * @throws IllegalStateException naming what is not
   */
  public static BucketSettings of(Function<String, Optional<String>> set, Duration patience) {
    return new BucketSettings(
        URI.create(text(set, "endpoint")),
        text(set, "region"),
        text(set, "bucket"),
        text(set, "key-id"),
        text(set, "secret"),
        patience);
  }

  private static String text(Function<String, Optional<String>> set, String name) {
    return set.apply(S3 + name)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() ->
            new IllegalStateException(
                "suite.evidence.store is s3, and " + S3 + name + " is not set"));
  }

  @Override
  public String toString() {
    return "bucket " + bucket + " at " + endpoint;
  }
}
