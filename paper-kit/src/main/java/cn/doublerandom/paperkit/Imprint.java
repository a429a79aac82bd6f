package cn.doublerandom.paperkit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What stands at the foot of each sheet and in the properties of the file, so that a sheet found
 * alone says what it belongs to.
 *
 * @param number of the document, as it is quoted
 * @param issuer the bureau
 * @param day of what the paper tells, Asia/Shanghai; the file bears no other time
 * @param hash of what the paper tells, 64 hex digits
 * @param check address where anybody can check it; empty where the installation does not know its
 *     own
 * @param practice whether it is an exercise of a practice bureau, which each sheet then says
 */
public record Imprint(
    String number,
    String issuer,
    LocalDate day,
    String hash,
    Optional<String> check,
    boolean practice) {
  private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

  /** SHA-256 of what a paper tells, for papers whose facts have no hash of their own. */
  public static String hashOf(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The hash as it is read aloud. */
  public String hashInFours() {
    return Fours.of(hash);
  }

  /** The address as a picture, for the {@code src} of an {@code img}. */
  public Optional<String> code() {
    return check.map(QrCode::dataUri);
  }

  Instant time() {
    return day.atStartOfDay(OFFICE).toInstant();
  }
}
