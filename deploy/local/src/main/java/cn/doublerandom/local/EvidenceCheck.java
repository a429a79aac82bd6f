package cn.doublerandom.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.decider.StreamKind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger of the visits names by its hash and keeps beside it: each piece of evidence, each
 * sheet of signatures and each bundle of an archive lies in the directory, opens under the key for
 * what it is of alone, and has that hash. Evidence in a bucket is counted and not read.
 */
final class EvidenceCheck {
  static final String SERVICE = "inspection";

  /** Where a stack of this machine is told that its evidence lies in a bucket. */
  static final String STORE = "SUITE_EVIDENCE_STORE";

  static final String BUCKET = "s3";

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String VISIT = "visit";
  private static final String CASE_FILE = "case-file";

  private final Path directory;
  private final Path keyFile;
  private final boolean isInBucket;
  private final AtomicLong read = new AtomicLong();
  private final AtomicLong unread = new AtomicLong();

  /**
   * @param data directory of the stack
   * @param store where its evidence lies, as it is told; a directory where nothing is
   */
  EvidenceCheck(Path data, @Nullable String store) {
    this.directory = data.resolve("evidence");
    this.keyFile = data.resolve("identity/evidence.key");
    this.isInBucket = BUCKET.equals(store);
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
    if (isInBucket || !Files.isDirectory(directory)) {
      unread.incrementAndGet();
      return;
    }
    check(seq, named.get());
    read.incrementAndGet();
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
    Path file =
        directory
            .resolve("kept")
            .resolve(Sha256.hex(piece.of().getBytes(UTF_8)))
            .resolve(piece.sha256());
    try {
      if (!Files.exists(file)) {
        throw failed(seq, piece, "不在证据目录中 is not in the directory of the evidence");
      }
      if (!Sha256.hex(opened(piece, Files.readAllBytes(file))).equals(piece.sha256())) {
        throw failed(seq, piece, "内容与哈希不符 has another content than its hash");
      }
    } catch (IOException | GeneralSecurityException e) {
      throw failed(seq, piece, "打不开：已被改动，或者密钥不对 does not open: changed, or another key");
    }
  }

  private static Audit.Failed failed(long seq, Piece piece, String why) {
    return new Audit.Failed(
        SERVICE, seq, "%s 的证据 evidence %s %s".formatted(piece.of(), piece.sha256(), why));
  }

  private byte[] opened(Piece piece, byte[] sealed) throws IOException, GeneralSecurityException {
    if (sealed.length < NONCE_BYTES) {
      throw new AEADBadTagException();
    }
    byte[] key = Base64.getDecoder().decode(Files.readString(keyFile).strip());
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new GCMParameterSpec(TAG_BITS, Arrays.copyOf(sealed, NONCE_BYTES)));
    cipher.updateAAD((piece.of() + "\0" + piece.sha256()).getBytes(UTF_8));
    return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
  }

  /** Whether the ledger names files and no directory is there that could hold them. */
  boolean isMissing() {
    return !isInBucket && unread.get() > 0;
  }

  /** How many were read, and what was not and why. */
  String said() {
    String counted = " evidence=" + read.get();
    if (unread.get() == 0) {
      return counted;
    }
    return counted
        + (isInBucket
                ? "；%d 份证据在桶中，没有读  %d pieces of evidence are in a bucket and were not read"
                : "；%d 份证据没有核对：没有目录 %s，请放回后再 ./suite audit"
                    + "  %d pieces of evidence were not checked: there is no %s; put it back, then audit again")
            .formatted(
                isInBucket
                    ? new Object[] {unread.get(), unread.get()}
                    : new Object[] {unread.get(), directory, unread.get(), directory});
  }
}
