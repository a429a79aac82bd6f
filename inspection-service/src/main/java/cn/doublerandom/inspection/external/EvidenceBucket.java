package cn.doublerandom.inspection.external;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.inspection.evidence.EvidenceStore;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Evidence in a bucket that speaks S3, under the names and seals of the directory (ADR 84). An
 * object comes whole or not at all: it is sent in one piece with its checksum, which the bucket
 * holds against what came, and what is kept is read again before anybody is told that it is there.
 * Where the bucket does not answer nothing was done, and the caller is told so.
 */
final class EvidenceBucket implements EvidenceStore {
  /** Where its troubles stand among those of the service. */
  static final String PART = "evidence";

  private static final Logger LOG = Logger.getLogger(EvidenceBucket.class);
  private static final String SHA_256 = "SHA-256";
  private static final Duration UNFINISHED = Duration.ofDays(1);

  /** No bundle of a case file has as many; what has more was put there by somebody else. */
  private static final int MOST_BYTES = 256 * 1024 * 1024;

  private final BucketSettings settings;
  private final Path keyFile;
  private final Vitals vitals;
  private final S3Client bucket;

  EvidenceBucket(BucketSettings settings, Path keyFile, Vitals vitals) {
    this.settings = settings;
    this.keyFile = keyFile;
    this.vitals = vitals;
    this.bucket = BucketClient.of(settings);
  }

  @Override
  public boolean isThere() {
    return true;
  }

  /** Asks whether the bucket answers; what it is then stands among the troubles of the service. */
  void look() {
    quietly(() -> asked(() -> bucket.headBucket(head -> head.bucket(settings.bucket()))));
  }

  private EvidenceSeal seal() {
    return EvidenceSeal.keptIn(keyFile);
  }

  @Override
  public boolean put(String visitId, String sha256, byte[] content) {
    String key = EvidenceNames.kept(visitId, sha256);
    if (isStored(key)) {
      return false;
    }
    byte[] sealed = seal().sealed(EvidenceNames.about(visitId, sha256), content);
    store(key, sealed);
    if (!MessageDigest.isEqual(hash(SHA_256).digest(sealed), lying(key))) {
      quietly(() -> delete(key));
      throw away("what lies there is not what was sent");
    }
    return true;
  }

  private void store(String key, byte[] sealed) {
    String md5 = Base64.getEncoder().encodeToString(hash("MD5").digest(sealed));
    asked(() ->
        bucket.putObject(
            put -> put.bucket(settings.bucket()).key(key).contentMD5(md5),
            RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(sealed),
                sealed.length,
                "application/octet-stream")));
  }

  /** The hash of what lies there, read from the bucket again. */
  private byte[] lying(String key) {
    return asked(() ->
        bucket.getObject(
            get -> get.bucket(settings.bucket()).key(key), (answer, bytes) -> digest(bytes)));
  }

  @Override
  public Optional<byte[]> get(String visitId, String sha256) {
    return object(EvidenceNames.kept(visitId, sha256))
        .map(sealed -> seal().opened(EvidenceNames.about(visitId, sha256), sealed));
  }

  private Optional<byte[]> object(String key) {
    return asked(() -> {
      try {
        return Optional.of(
            bucket.getObject(
                get -> get.bucket(settings.bucket()).key(key), (answer, bytes) -> whole(bytes)));
      } catch (NoSuchKeyException none) {
        return Optional.empty();
      }
    });
  }

  private static byte[] whole(InputStream bytes) throws IOException {
    byte[] read = bytes.readNBytes(MOST_BYTES + 1);
    if (read.length > MOST_BYTES) {
      throw new IOException("an object of more than %d bytes is no evidence".formatted(MOST_BYTES));
    }
    return read;
  }

  @Override
  public boolean holds(String visitId, String sha256) {
    boolean isStored = isStored(EvidenceNames.kept(visitId, sha256));
    if (!isStored) {
      // The head of a missing bucket looks like that of a missing object.
      asked(() -> bucket.headBucket(head -> head.bucket(settings.bucket())));
    }
    return isStored;
  }

  private boolean isStored(String key) {
    return asked(() -> {
      try {
        bucket.headObject(head -> head.bucket(settings.bucket()).key(key));
        return true;
      } catch (NoSuchKeyException none) {
        return false;
      }
    });
  }

  /** Where the bucket is away it stays, sealed, and no event speaks of it. */
  @Override
  public void drop(String visitId, String sha256) {
    quietly(() -> delete(EvidenceNames.kept(visitId, sha256)));
  }

  private void delete(String key) {
    asked(() -> bucket.deleteObject(delete -> delete.bucket(settings.bucket()).key(key)));
  }

  @Override
  public long received(Upload upload) {
    List<S3Object> pieces = pieces(EvidenceNames.coming(upload));
    return pieces.isEmpty()
        ? 0
        : EvidenceNames.begin(pieces.getLast().key())
            + pieces.getLast().size()
            - EvidenceSeal.OVERHEAD_BYTES;
  }

  /** In their order. */
  private List<S3Object> pieces(String folder) {
    return asked(() ->
        bucket
            .listObjectsV2Paginator(list -> list.bucket(settings.bucket()).prefix(folder + "/"))
            .contents()
            .stream()
            .filter(one -> EvidenceNames.isPiece(one.key()))
            .sorted(Comparator.comparing(S3Object::key))
            .toList());
  }

  @Override
  public void append(Upload upload, long offset, byte[] piece) {
    store(
        EvidenceNames.coming(upload) + "/" + EvidenceNames.piece(offset),
        seal().sealed(EvidenceNames.about(upload, offset), piece));
    if (offset == 0) {
      quietly(this::sweep);
    }
  }

  @Override
  public byte[] assembled(Upload upload) {
    var whole = new ByteArrayOutputStream();
    for (S3Object piece : pieces(EvidenceNames.coming(upload))) {
      long offset = EvidenceNames.begin(piece.key());
      byte[] sealed = object(piece.key()).orElseThrow(() -> away("a piece that was there is gone"));
      whole.writeBytes(seal().opened(EvidenceNames.about(upload, offset), sealed));
    }
    return whole.toByteArray();
  }

  /** Where the bucket is away its pieces go with the next upload that begins a day later. */
  @Override
  public void forget(Upload upload) {
    quietly(() -> forget(EvidenceNames.coming(upload)));
  }

  private void forget(String folder) {
    pieces(folder).forEach(piece -> delete(piece.key()));
  }

  /** By the clock of the bucket alone. */
  private void sweep() {
    Map<String, Instant> lastOf = new HashMap<>();
    for (S3Object piece : pieces(EvidenceNames.COMING)) {
      String folder = piece.key().substring(0, piece.key().lastIndexOf('/'));
      lastOf.merge(folder, piece.lastModified(), (a, b) -> a.isAfter(b) ? a : b);
    }
    Instant now = lastOf.values().stream().max(Comparator.naturalOrder()).orElse(Instant.MIN);
    lastOf.forEach((folder, last) -> {
      if (last.plus(UNFINISHED).isBefore(now)) {
        forget(folder);
      }
    });
  }

  private <T> T asked(Supplier<T> call) {
    try {
      T answer = call.get();
      vitals.well(PART);
      return answer;
    } catch (SdkException e) {
      throw away(why(e));
    }
  }

  /** What the bucket said, or that it said nothing; never what it was asked for. */
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

  private ProblemException away(String why) {
    if (!vitals.troubles().containsKey(PART)) {
      LOG.errorf("evidence is neither stored nor read: %s, %s", settings, why);
    }
    vitals.trouble(PART, "%s: %s".formatted(settings, why));
    return new ProblemException(EdgeRejection.EVIDENCE_AWAY);
  }

  /** What need not be done now: that the bucket is away is told elsewhere. */
  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (ProblemException away) {
      LOG.debugf("left for later: %s", away.rejection().code());
    }
  }

  private static byte[] digest(InputStream bytes) throws IOException {
    MessageDigest hash = hash(SHA_256);
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
