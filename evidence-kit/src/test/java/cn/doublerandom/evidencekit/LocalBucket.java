package cn.doublerandom.evidencekit;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.filesystem.FilesystemApiMetadata;

/** A real S3 server on loopback (S3Proxy) over a directory; it checks signatures and checksums. */
public final class LocalBucket {
  private static final String KEY_ID = "inspection";

  /** Of who may read and write. */
  public static final String SECRET = "not-to-be-told-8c1f";

  private static final String BUCKET = "evidence";

  private final Path disk;
  private final int port;
  private final BlobStoreContext blobs;
  private S3Proxy server;

  /** Runs at once. */
  public LocalBucket(Path home) throws Exception {
    this.disk = home.resolve("s3");
    this.port = freePort();
    Properties where = new Properties();
    where.setProperty("jclouds.filesystem.basedir", disk.toString());
    Files.createDirectories(disk);
    this.blobs =
        ContextBuilder.newBuilder(new FilesystemApiMetadata())
            .credentials(KEY_ID, SECRET)
            .overrides(where)
            .build(BlobStoreContext.class);
    blobs.getBlobStore().createContainerInLocation(null, BUCKET);
    this.server = started();
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }

  private S3Proxy started() throws Exception {
    S3Proxy made =
        S3Proxy.builder()
            .blobStore(blobs.getBlobStore())
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY_ID, SECRET)
            .build();
    made.start();
    return made;
  }

  /** Where its objects lie. */
  public Path objects() {
    return disk.resolve(BUCKET);
  }

  /** How it is reached. */
  public BucketSettings settings(String secret) {
    return new BucketSettings(
        URI.create("http://127.0.0.1:" + port),
        "cn-north-1",
        BUCKET,
        KEY_ID,
        secret,
        Duration.ofSeconds(20));
  }

  /** It is away, as in a power cut; what it holds stays. */
  public void stop() throws Exception {
    server.stop();
  }

  /** It is back. */
  public void startAgain() throws Exception {
    server = started();
  }

  /** It is needed no more. */
  public void end() throws Exception {
    stop();
    blobs.close();
  }
}
