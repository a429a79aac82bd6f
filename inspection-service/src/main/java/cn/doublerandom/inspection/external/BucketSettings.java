package cn.doublerandom.inspection.external;

import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * Where a bucket is and who asks for it (docs/operations.md). Its text has no secret, so that none
 * comes into a log.
 *
 * @param endpoint {@code http://host:port} or {@code https://host}; the bucket is named in the
 *     path, never in the host
 * @param patience longest time for one call, with its two repetitions
 */
record BucketSettings(
    URI endpoint, String region, String bucket, String keyId, String secret, Duration patience) {
  private static final String S3 = "suite.evidence.s3.";

  BucketSettings {
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
   * @throws IllegalStateException naming what is not
   */
  static BucketSettings of(Config config) {
    return new BucketSettings(
        URI.create(text(config, "endpoint")),
        text(config, "region"),
        text(config, "bucket"),
        text(config, "key-id"),
        text(config, "secret"),
        config.getValue(S3 + "patience", Duration.class));
  }

  private static String text(Config config, String name) {
    return config
        .getOptionalValue(S3 + name, String.class)
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
