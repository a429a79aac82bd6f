package cn.doublerandom.inspection.phone;

import cn.doublerandom.inspection.visit.Answer;
import java.time.Instant;
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
 *     confirmations not counted; absent of others
 * @param record of a CONFIRMED, SECONDED or SIGNED step; absent of others
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
    @Nullable OfRecord record) {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** What was done. */
  public enum Kind {
    /** He is on site. */
    ARRIVED,
    /** He answered an item. */
    CHECKED,
    /** He ended the visit; no item is answered after it before the server has spoken. */
    ENDED,
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

  /** Whether it says what its kind says, and nothing else. */
  boolean isWhole() {
    OfRecord about = record;
    boolean fits =
        switch (kind) {
          case ARRIVED -> answer == null && steps == null && about == null;
          case CHECKED -> answer != null && steps == null && about == null;
          case ENDED -> answer == null && steps != null && steps > 0 && about == null;
          case CONFIRMED, SIGNED ->
              answer == null && steps == null && about != null && about.isSigned();
          case SECONDED ->
              answer == null
                  && steps == null
                  && about != null
                  && about.of() != null
                  && about.code() != null;
        };
    return fits && ID.matcher(id).matches();
  }

  /** Whether an ENDED step counts it. */
  boolean isCounted() {
    return switch (kind) {
      case ARRIVED, CHECKED, ENDED -> true;
      case CONFIRMED, SECONDED, SIGNED -> false;
    };
  }

  /** The answer of a CHECKED step. */
  public Answer said() {
    return Objects.requireNonNull(answer);
  }
}
