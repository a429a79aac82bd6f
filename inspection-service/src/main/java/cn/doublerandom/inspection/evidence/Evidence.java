package cn.doublerandom.inspection.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence of a visit. Its bytes are stored apart, under their hash, sealed.
 *
 * @param sha256 of its bytes, 64 lowercase hex digits
 * @param kind and media type as its bytes say, whatever it was called
 * @param bytes 1 to {@link #MOST_BYTES}
 * @param item it was taken for; absent where it is of the whole visit
 * @param question of that item's checklist it answers; absent where it answers none
 * @param hashedAtCapture whether the phone had said the hash before the bytes came
 * @param by number under which the team lists who took it
 * @param takenAt when it came, by the clock of the server
 * @param photo what a photo says of itself; absent where it says nothing, of others, and in events
 *     from before it was read
 * @param perceptualHash how a photo looks ({@link PerceptualHash}); absent of others, of photos
 *     that cannot be looked at or show too little, and in events from before it was kept
 */
public record Evidence(
    String sha256,
    EvidenceKind kind,
    String mediaType,
    int bytes,
    @Nullable String item,
    @Nullable String question,
    boolean hashedAtCapture,
    String by,
    Instant takenAt,
    @Nullable PhotoFacts photo,
    @Nullable String perceptualHash) {
  /** 20 MB, as much as half a minute of film. */
  public static final int MOST_BYTES = 20 * 1024 * 1024;

  /** Pieces of one visit: more are no record any more. */
  public static final int MOST_OF_VISIT = 200;

  /** A piece that says nothing of itself. */
  public Evidence(
      String sha256,
      EvidenceKind kind,
      String mediaType,
      int bytes,
      @Nullable String item,
      @Nullable String question,
      boolean hashedAtCapture,
      String by,
      Instant takenAt) {
    this(sha256, kind, mediaType, bytes, item, question, hashedAtCapture, by, takenAt, null, null);
  }

  /** The same with what it says of itself, and how it looks. */
  public Evidence with(@Nullable PhotoFacts says, @Nullable PerceptualHash looks) {
    return new Evidence(
        sha256,
        kind,
        mediaType,
        bytes,
        item,
        question,
        hashedAtCapture,
        by,
        takenAt,
        says,
        looks == null ? null : looks.hex());
  }

  /** As much of its hash as two people compare aloud. */
  public String shortHash() {
    return sha256.substring(0, Math.min(12, sha256.length()));
  }

  /** Begun thousands of bytes, as a page says it. */
  public int kilobytes() {
    return Math.ceilDiv(bytes, 1000);
  }

  /** Whether it is the same bytes for the same purpose. */
  public boolean isSame(Evidence other) {
    return sha256.equals(other.sha256)
        && String.valueOf(item).equals(String.valueOf(other.item))
        && String.valueOf(question).equals(String.valueOf(other.question));
  }

  /** Whether it is a photo that answers a question. */
  public boolean shows(String ofItem, String ofQuestion) {
    return kind == EvidenceKind.PHOTO && ofItem.equals(item) && ofQuestion.equals(question);
  }
}
