package cn.doublerandom.inspection.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.inspection.phone.PhoneStep.Kind;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * 第二名执法人员确认: he reads the record on the first phone, types its first 8 digits on his own, and types
 * on the first phone the six characters his own shows. They are made of his own key's signature,
 * which his phone sends itself: the code alone proves nothing, both together that he had it before
 * him then (ADR 72).
 */
public final class SecondOfficer {
  /** The characters of a 检查码, none of which looks like another. */
  private static final String CHARACTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private static final int LENGTH = 6;

  private SecondOfficer() {}

  /** What became of a confirmation. */
  public enum Confirmation {
    /** Nobody typed a code for him. */
    NONE,
    /** A code was typed, and his own phone has not been heard of. */
    WAITING,
    MATCHES,
    /** Another code or another record than his phone knows of. */
    DIFFERS
  }

  /** What the second officer's phone signs. */
  public static byte[] message(String visitId, String digits, String officer) {
    return "double-random/second-officer/1\n%s\n%s\n%s\n"
        .formatted(visitId, digits, officer)
        .getBytes(UTF_8);
  }

  /** The six characters of a signature (base64). */
  public static String code(String signature) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(signature));
      StringBuilder code = new StringBuilder();
      for (int i = 0; i < LENGTH; i++) {
        code.append(CHARACTERS.charAt((digest[i] & 0xff) % CHARACTERS.length()));
      }
      return code.toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** What became of the confirmation of an officer; his signatures were judged as they came. */
  public static Confirmation of(String officer, Phones phones) {
    Optional<PhoneStep.OfRecord> typed =
        last(phones, Kind.SECONDED, one -> officer.equals(record(one).of()));
    Optional<PhoneStep.OfRecord> own =
        last(phones, Kind.CONFIRMED, one -> one.officer().equals(officer));
    if (typed.isEmpty()) {
      return Confirmation.NONE;
    } else if (own.isEmpty()) {
      return Confirmation.WAITING;
    }
    return typed.get().hash().equals(own.get().hash())
            && code(Objects.requireNonNull(own.get().signature())).equals(typed.get().code())
        ? Confirmation.MATCHES
        : Confirmation.DIFFERS;
  }

  private static PhoneStep.OfRecord record(PhoneStep step) {
    return Objects.requireNonNull(step.record());
  }

  private static Optional<PhoneStep.OfRecord> last(
      Phones phones, Kind kind, Predicate<PhoneStep> which) {
    return phones.steps().values().stream()
        .filter(taken -> taken.step().kind() == kind && which.test(taken.step()))
        .max(TakenStep.BY_CLAIM)
        .map(taken -> record(taken.step()));
  }
}
