package cn.doublerandom.evidencekit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects of a bucket that speaks S3. Where it does not answer, or is none, everything is {@link
 * BucketAway}; that an object is not there is an answer.
 */
public final class Bucket implements AutoCloseable {
  /**
   * No bundle of a case file has as many; of what has more only so much is read, and no seal fits.
   */
  private static final int MOST_BYTES = 256 * 1024 * 1024;

  private final BucketSettings settings;
  private final S3Client client;

  /** Asks nothing yet. */
  public Bucket(BucketSettings settings) {
    this.settings = settings;
    this.client = BucketClient.of(settings);
  }

  /**
   * An object, as a list names it.
   *
   * @param at last change by the clock of the bucket
   */
  public record Listed(String key, long size, Instant at) {}

  /** Whether the bucket answers. */
  public void look() {
    asked(() -> client.headBucket(head -> head.bucket(settings.bucket())));
  }

  /** Whether an object is there; none is read. */
  public boolean holds(String key) {
    return asked(() -> {
      try {
        client.headObject(head -> head.bucket(settings.bucket()).key(key));
        return true;
      } catch (NoSuchKeyException none) {
        return false;
      }
    });
  }

  /** Its bytes; nothing where it is not there. */
  public Optional<byte[]> get(String key) {
    return asked(() -> {
      try {
        return Optional.of(
            client.getObject(
                get -> get.bucket(settings.bucket()).key(key),
                (answer, bytes) -> bytes.readNBytes(MOST_BYTES + 1)));
      } catch (NoSuchKeyException none) {
        return Optional.empty();
      }
    });
  }

  /** In one piece, with a checksum the bucket holds against what came. */
  public void put(String key, byte[] sealed) {
    String md5 = Base64.getEncoder().encodeToString(hash("MD5").digest(sealed));
    asked(() ->
        client.putObject(
            put -> put.bucket(settings.bucket()).key(key).contentMD5(md5),
            RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(sealed),
                sealed.length,
                "application/octet-stream")));
  }

  /** Whether what lies there, read again, is this. */
  public boolean isLying(String key, byte[] sealed) {
    byte[] lying =
        asked(() ->
            client.getObject(
                get -> get.bucket(settings.bucket()).key(key), (answer, bytes) -> digest(bytes)));
    return MessageDigest.isEqual(hash("SHA-256").digest(sealed), lying);
  }

  /** Whether it was there or not. */
  public void delete(String key) {
    asked(() -> client.deleteObject(delete -> delete.bucket(settings.bucket()).key(key)));
  }

  /** What lies below a folder, by its key. */
  public List<Listed> below(String folder) {
    return asked(() ->
        client
            .listObjectsV2Paginator(list -> list.bucket(settings.bucket()).prefix(folder + "/"))
            .contents()
            .stream()
            .sorted(Comparator.comparing(S3Object::key))
            .map(one -> new Listed(one.key(), one.size(), one.lastModified()))
            .toList());
  }

  @Override
  public void close() {
    client.close();
  }

  private static <T> T asked(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw new BucketAway(why(e), e);
    }
  }

  private static String why(SdkException e) {
    if (e instanceof AwsServiceException said) {
      String code = said.awsErrorDetails() == null ? "" : said.awsErrorDetails().errorCode();
      return "HTTP %d %s".formatted(said.statusCode(), code == null ? "" : code).strip();
    }
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return "no answer, " + cause.getClass().getSimpleName();
  }

  private static byte[] digest(InputStream bytes) throws IOException {
    MessageDigest hash = hash("SHA-256");
    byte[] some = new byte[8192];
    for (int n = bytes.read(some); n >= 0; n = bytes.read(some)) {
      hash.update(some, 0, n);
    }
    return hash.digest();
  }

  private static MessageDigest hash(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + name, e);
    }
  }
}
