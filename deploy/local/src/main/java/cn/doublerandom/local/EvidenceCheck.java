package cn.doublerandom.local;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.decider.StreamKind;
import cn.doublerandom.evidencekit.BucketAway;
import cn.doublerandom.evidencekit.EvidenceNames;
import cn.doublerandom.evidencekit.EvidenceSeal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger of the visits names by its hash and keeps beside it: each piece of evidence, each
 * sheet of signatures and each bundle of an archive lies in the directory or the bucket, opens
 * under the key for what it is of alone, and has that hash.
 */
final class EvidenceCheck implements AutoCloseable {
  static final String SERVICE = "inspection";

  private static final String VISIT = "visit";
  private static final String CASE_FILE = "case-file";

  private final Path keyFile;
  private final KeptFiles files;
  private final AtomicLong read = new AtomicLong();
  private final AtomicLong unread = new AtomicLong();
  private volatile KeptFiles.@Nullable Hindrance hindrance;

  /**
   * @param data directory of the stack
   * @param environment its services are started with
   */
  EvidenceCheck(Path data, Map<String, String> environment) {
    this.keyFile = data.resolve("identity/evidence.key");
    this.files = KeptFiles.of(data, environment);
    this.hindrance = files.hindrance().orElse(null);
  }

  /**
   * A file.
   *
   * @param of what it was sealed for
   */
  private record Piece(String of, String sha256) {}

  /** Passes what names no file, and what names one that is there as it was. */
  void entry(long seq, StoredEvent event) throws Audit.Failed {
    Optional<Piece> named = named(event);
    if (named.isEmpty()) {
      return;
    }
    if (hindrance != null) {
      unread.incrementAndGet();
      return;
    }
    try {
      check(seq, named.get());
      read.incrementAndGet();
    } catch (BucketAway away) {
      // Who does not answer once is not asked ten thousand times.
      hindrance =
          new KeptFiles.Hindrance(
              "证据桶没有应答（%s），请恢复后再 ./suite audit".formatted(away.why()),
              "the bucket does not answer (%s); mend that, then audit again".formatted(away.why()));
      unread.incrementAndGet();
    }
  }

  private static Optional<Piece> named(StoredEvent event) {
    return switch (event.type()) {
      case "EvidenceAdded" -> piece(event, VISIT, "", "evidence", "sha256");
      case "SubjectSigned" -> piece(event, VISIT, "", "signature", "sheet");
      case "CaseFileArchived" -> piece(event, CASE_FILE, CASE_FILE + " ", "seal", "sha256");
      default -> Optional.empty();
    };
  }

  private static Optional<Piece> piece(
      StoredEvent event, String kind, String before, String member, String hash) {
    JsonNode sha256 = payload(event).path(member).path(hash);
    return sha256.isTextual()
        ? Optional.of(new Piece(before + id(event.stream(), kind), sha256.asText()))
        : Optional.empty();
  }

  /** {@code kind-id}, or of another bureau {@code kind~bureau~id}. */
  private static String id(String stream, String kind) {
    String rest = stream.substring(kind.length() + 1);
    return stream.charAt(kind.length()) == StreamKind.SEPARATOR
        ? rest.substring(rest.indexOf(StreamKind.SEPARATOR) + 1)
        : rest;
  }

  private static JsonNode payload(StoredEvent event) {
    try {
      return EventCodec.mapper().readTree(event.payload());
    } catch (JsonProcessingException e) {
      throw new AssertionError("a payload with a sound hash is not JSON", e);
    }
  }

  private void check(long seq, Piece piece) throws Audit.Failed {
    try {
      Optional<byte[]> sealed = files.sealed(EvidenceNames.kept(piece.of(), piece.sha256()));
      if (sealed.isEmpty()) {
        throw failed(
            seq, piece, "不在%s中 is not in the %s".formatted(files.chinese(), files.english()));
      }
      byte[] opened =
          EvidenceSeal.of(keyFile)
              .opened(EvidenceNames.about(piece.of(), piece.sha256()), sealed.get());
      if (!Sha256.hex(opened).equals(piece.sha256())) {
        throw failed(seq, piece, "内容与哈希不符 has another content than its hash");
      }
    } catch (IOException
        | UncheckedIOException
        | IllegalArgumentException
        | IllegalStateException e) {
      throw failed(seq, piece, "打不开：已被改动，或者密钥不对 does not open: changed, or another key");
    }
  }

  private static Audit.Failed failed(long seq, Piece piece, String why) {
    return new Audit.Failed(
        SERVICE, seq, "%s 的证据 evidence %s %s".formatted(piece.of(), piece.sha256(), why));
  }

  /** Whether the ledger names files that could not be looked at. */
  boolean isMissing() {
    return unread.get() > 0;
  }

  /** How many were read, and what was not and why. */
  String said() {
    String counted = " evidence=" + read.get();
    KeptFiles.Hindrance why = hindrance;
    return why == null || unread.get() == 0
        ? counted
        : counted
            + "；%d 份证据没有核对：%s  %d pieces of evidence were not checked: %s"
                .formatted(unread.get(), why.chinese(), unread.get(), why.english());
  }

  @Override
  public void close() {
    files.close();
  }
}
