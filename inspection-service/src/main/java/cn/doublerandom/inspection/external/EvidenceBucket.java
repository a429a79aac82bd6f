package cn.doublerandom.inspection.external;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.evidencekit.Bucket;
import cn.doublerandom.evidencekit.BucketAway;
import cn.doublerandom.evidencekit.BucketSettings;
import cn.doublerandom.evidencekit.EvidenceNames;
import cn.doublerandom.evidencekit.EvidenceSeal;
import cn.doublerandom.inspection.evidence.EvidenceStore;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

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
  private static final Duration UNFINISHED = Duration.ofDays(1);

  private final BucketSettings settings;
  private final Path keyFile;
  private final Vitals vitals;
  private final Bucket bucket;

  EvidenceBucket(BucketSettings settings, Path keyFile, Vitals vitals) {
    this.settings = settings;
    this.keyFile = keyFile;
    this.vitals = vitals;
    this.bucket = new Bucket(settings);
  }

  @Override
  public boolean isThere() {
    return true;
  }

  /** Asks whether the bucket answers; what it is then stands among the troubles of the service. */
  void look() {
    quietly(() -> done(bucket::look));
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
    done(() -> bucket.put(key, sealed));
    if (!asked(() -> bucket.isLying(key, sealed))) {
      quietly(() -> delete(key));
      throw away("what lies there is not what was sent");
    }
    return true;
  }

  @Override
  public Optional<byte[]> get(String visitId, String sha256) {
    return asked(() -> bucket.get(EvidenceNames.kept(visitId, sha256)))
        .map(sealed -> seal().opened(EvidenceNames.about(visitId, sha256), sealed));
  }

  @Override
  public boolean holds(String visitId, String sha256) {
    boolean isStored = isStored(EvidenceNames.kept(visitId, sha256));
    if (!isStored) {
      // The head of a missing bucket looks like that of a missing object.
      done(bucket::look);
    }
    return isStored;
  }

  private boolean isStored(String key) {
    return asked(() -> bucket.holds(key));
  }

  /** Where the bucket is away it stays, sealed, and no event speaks of it. */
  @Override
  public void drop(String visitId, String sha256) {
    quietly(() -> delete(EvidenceNames.kept(visitId, sha256)));
  }

  private void delete(String key) {
    done(() -> bucket.delete(key));
  }

  private static String coming(Upload upload) {
    return EvidenceNames.coming(upload.visitId(), upload.account(), upload.sha256());
  }

  @Override
  public long received(Upload upload) {
    List<Bucket.Listed> pieces = pieces(coming(upload));
    return pieces.isEmpty()
        ? 0
        : EvidenceNames.begin(pieces.getLast().key())
            + pieces.getLast().size()
            - EvidenceSeal.OVERHEAD_BYTES;
  }

  /** In their order. */
  private List<Bucket.Listed> pieces(String folder) {
    return asked(() -> bucket.below(folder)).stream()
        .filter(one -> EvidenceNames.isPiece(one.key()))
        .toList();
  }

  @Override
  public void append(Upload upload, long offset, byte[] piece) {
    byte[] sealed = seal().sealed(EvidenceNames.about(upload.sha256(), offset), piece);
    done(() -> bucket.put(coming(upload) + "/" + EvidenceNames.piece(offset), sealed));
    if (offset == 0) {
      quietly(this::sweep);
    }
  }

  @Override
  public byte[] assembled(Upload upload) {
    var whole = new ByteArrayOutputStream();
    for (Bucket.Listed piece : pieces(coming(upload))) {
      long offset = EvidenceNames.begin(piece.key());
      byte[] sealed =
          asked(() -> bucket.get(piece.key()))
              .orElseThrow(() -> away("a piece that was there is gone"));
      whole.writeBytes(seal().opened(EvidenceNames.about(upload.sha256(), offset), sealed));
    }
    return whole.toByteArray();
  }

  /** Where the bucket is away its pieces go with the next upload that begins a day later. */
  @Override
  public void forget(Upload upload) {
    quietly(() -> forget(coming(upload)));
  }

  private void forget(String folder) {
    pieces(folder).forEach(piece -> delete(piece.key()));
  }

  /** By the clock of the bucket alone. */
  private void sweep() {
    Map<String, Instant> lastOf = new HashMap<>();
    for (Bucket.Listed piece : pieces(EvidenceNames.COMING)) {
      String folder = piece.key().substring(0, piece.key().lastIndexOf('/'));
      lastOf.merge(folder, piece.at(), (a, b) -> a.isAfter(b) ? a : b);
    }
    Instant now = lastOf.values().stream().max(Comparator.naturalOrder()).orElse(Instant.MIN);
    lastOf.forEach((folder, last) -> {
      if (last.plus(UNFINISHED).isBefore(now)) {
        forget(folder);
      }
    });
  }

  private void done(Runnable call) {
    asked(() -> {
      call.run();
      return true;
    });
  }

  private <T> T asked(Supplier<T> call) {
    try {
      T answer = call.get();
      vitals.well(PART);
      return answer;
    } catch (BucketAway e) {
      throw away(e.why());
    }
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
}
