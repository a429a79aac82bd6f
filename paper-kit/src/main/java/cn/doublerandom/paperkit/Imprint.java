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
 * @param hash of what the paper is about, 64 hex digits
 * @param check address where that is to be seen; empty where the installation does not know its own
 * @param about what the hash is of, and what the address leads to
 * @param practice whether it is an exercise of a practice bureau, which each sheet then says
 */
public record Imprint(
    String number,
    String issuer,
    LocalDate day,
    String hash,
    Optional<String> check,
    About about,
    boolean practice) {
  /** A sheet says of what it bears the hash: that of a record stands on several papers. */
  public enum About {
    /** What this paper tells itself, which its address lets anybody check. */
    PAPER,
    /** 结果值 of a draw, which stands on each of its papers; the address lets anybody check it. */
    DRAW,
    /** 检查记录, as it was signed; the address is the subject's, by its 检查码. */
    VISIT_RECORD,
    /** The visit as it stood when this was printed, of which no record is signed yet; likewise. */
    VISIT
  }

  /** Of a paper that tells what is hashed itself. */
  public Imprint(
      String number,
      String issuer,
      LocalDate day,
      String hash,
      Optional<String> check,
      boolean practice) {
    this(number, issuer, day, hash, check, About.PAPER, practice);
  }

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
