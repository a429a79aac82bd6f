package cn.doublerandom.inspection.phone;

import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.SubjectSignature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an officer did on his phone without network (离线步骤).
 *
 * @param id UUID in small letters, made by the phone; the same step has the same id for ever
 * @param officer account whose phone it is
 * @param claimedAt when he did it, by the phone, which goes on from the server's time of its last
 *     contact
 * @param lastContact server's time when the phone last heard from it
 * @param answer of a CHECKED step; absent of others
 * @param steps of an ENDED step: as many as there are of this officer with it, signatures and
 *     confirmations, statements not counted; absent of others
 * @param record of a CONFIRMED, SECONDED or SIGNED step; absent of others
 * @param words of a STATED step: what the subject said; absent of others
 * @param subject of a SUBJECT_SIGNED step; absent of others
 * @param file of an EVIDENCED step; absent of others
 */
public record PhoneStep(
    String id,
    String visitId,
    String officer,
    Kind kind,
    Instant claimedAt,
    Instant lastContact,
    @Nullable Answer answer,
    @Nullable Integer steps,
    @Nullable OfRecord record,
    @Nullable String words,
    @Nullable OfSubject subject,
    @Nullable OfFile file) {
  /** As many words as a statement has online, too. */
  static final int MOST_WORDS = 2_000;

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** What was done. */
  public enum Kind {
    /** He is on site. */
    ARRIVED,
    /** He answered an item. */
    CHECKED,
    /** He took a photo, film, sound or document, which comes after it. */
    EVIDENCED,
    /** He ended the visit; no item is answered after it before the server has spoken. */
    ENDED,
    /** What the subject said of the record as this phone holds it. */
    STATED,
    /** The subject signed that record before him, or would not. */
    SUBJECT_SIGNED,
    /** On the second officer's phone: he has read the record on the first phone. */
    CONFIRMED,
    /** On the first phone: the second officer typed the code his own phone showed. */
    SECONDED,
    /** He signed the whole record with the key of his phone. */
    SIGNED
  }

  /**
   * What concerns the record as a phone holds it.
   *
   * @param hash its 64 hex digits where it is SIGNED, otherwise the first 8 as they were typed
   * @param keyId of the key of the phone; absent of SECONDED
   * @param signature by that key, base64; absent of SECONDED
   * @param of of SECONDED: who typed; absent of others
   * @param code of SECONDED: the six characters he typed; absent of others
   */
  public record OfRecord(
      String hash,
      @Nullable String keyId,
      @Nullable String signature,
      @Nullable String of,
      @Nullable String code) {
    boolean isSigned() {
      return keyId != null && signature != null;
    }
  }

  /**
   * How the subject signed, or would not; names and strokes lie sealed apart, as online (ADR 60).
   *
   * @param recordHash of the record it was shown, 64 lowercase hex digits
   * @param sheet SHA-256 of the sealed sheet, likewise
   * @param signedAs position of who signed or would not
   * @param witnessedAs position of the witness; absent where it signed with its own hand
   * @param refusal why it would not; absent where it signed
   */
  public record OfSubject(
      SubjectSignature.Way way,
      String recordHash,
      String sheet,
      String signedAs,
      @Nullable String witnessedAs,
      @Nullable String refusal) {}

  /**
   * A file that was taken, by the hash it had then.
   *
   * @param sha256 64 lowercase hex digits
   * @param bytes 1 to {@link Evidence#MOST_BYTES}
   * @param item it was taken for; absent where it is of the whole visit
   * @param question of that item's checklist; absent where it answers none
   */
  public record OfFile(String sha256, int bytes, @Nullable String item, @Nullable String question) {
    /** Whether a piece of evidence is this file, for the same purpose. */
    public boolean isOf(Evidence evidence) {
      return sha256.equals(evidence.sha256())
          && Objects.equals(item, evidence.item())
          && Objects.equals(question, evidence.question());
    }

    boolean isWhole() {
      return HASH.matcher(sha256).matches() && bytes > 0;
    }
  }

  /** A step that tells of no statement, no subject and no file. */
  public PhoneStep(
      String id,
      String visitId,
      String officer,
      Kind kind,
      Instant claimedAt,
      Instant lastContact,
      @Nullable Answer answer,
      @Nullable Integer steps,
      @Nullable OfRecord record) {
    this(
        id,
        visitId,
        officer,
        kind,
        claimedAt,
        lastContact,
        answer,
        steps,
        record,
        null,
        null,
        null);
  }

  /** The same with the subject's signature, once its sheet is made. */
  public PhoneStep with(OfSubject signed) {
    return new PhoneStep(
        id,
        visitId,
        officer,
        kind,
        claimedAt,
        lastContact,
        answer,
        steps,
        record,
        words,
        signed,
        file);
  }

  /** Whether it says what its kind says, and nothing else. */
  boolean isWhole() {
    OfRecord about = record;
    boolean fits =
        switch (kind) {
          case ARRIVED -> true;
          case CHECKED -> answer != null;
          case EVIDENCED -> file != null && file.isWhole();
          case ENDED -> steps != null && steps > 0;
          case STATED -> words != null && words.length() <= MOST_WORDS;
          case SUBJECT_SIGNED -> subject != null && HASH.matcher(subject.recordHash()).matches();
          case CONFIRMED, SIGNED -> about != null && about.isSigned();
          case SECONDED -> about != null && about.of() != null && about.code() != null;
        };
    return fits && parts() == (kind == Kind.ARRIVED ? 0 : 1) && ID.matcher(id).matches();
  }

  private long parts() {
    return Arrays.asList(answer, steps, record, words, subject, file).stream()
        .filter(Objects::nonNull)
        .count();
  }

  /** Whether an ENDED step counts it. */
  boolean isCounted() {
    return switch (kind) {
      case ARRIVED, CHECKED, EVIDENCED, ENDED -> true;
      case STATED, SUBJECT_SIGNED, CONFIRMED, SECONDED, SIGNED -> false;
    };
  }

  /** The answer of a CHECKED step. */
  public Answer said() {
    return Objects.requireNonNull(answer);
  }

  /** What an EVIDENCED step tells of. */
  public OfFile took() {
    return Objects.requireNonNull(file);
  }

  /** What a STATED step says. */
  public String stated() {
    return Objects.requireNonNull(words);
  }

  /** How the subject signed by a SUBJECT_SIGNED step. */
  public OfSubject signed() {
    return Objects.requireNonNull(subject);
  }

  /** The item it is of; absent of steps that are of none. */
  public @Nullable String item() {
    if (answer != null) {
      return answer.itemCode();
    }
    return file == null ? null : file.item();
  }
}
