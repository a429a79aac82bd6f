package cn.doublerandom.evidencekit;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.eventstore.Sha256;

/**
 * Under which names evidence lies and what its seal is about, the same in a directory and in a
 * bucket: whoever copies one into the other has moved it. No name says whose it is.
 */
public final class EvidenceNames {
  private static final String KEPT = "kept";

  /** Where uploads lie that are under way. */
  public static final String COMING = "coming";

  private static final String PIECE = ".piece";
  private static final int DIGITS = 12;

  private EvidenceNames() {}

  /**
   * Where a kept file lies.
   *
   * @param of the visit, or the case file, it is of
   */
  public static String kept(String of, String sha256) {
    return KEPT + "/" + hash(of) + "/" + sha256;
  }

  /** The folder of an upload by this account. */
  public static String coming(String of, String account, String sha256) {
    return COMING + "/" + hash(of + "\0" + account + "\0" + sha256);
  }

  private static String hash(String of) {
    return Sha256.hex(of.getBytes(UTF_8));
  }

  /** The name of a piece in the folder of its upload; they sort as they follow each other. */
  public static String piece(long offset) {
    return ("%0" + DIGITS + "d").formatted(offset) + PIECE;
  }

  /** Whether this is the name of a piece, or its path. */
  public static boolean isPiece(String name) {
    return name.endsWith(PIECE);
  }

  /** Where the piece of this name, or path, begins. */
  public static long begin(String name) {
    int end = name.length() - PIECE.length();
    return Long.parseLong(name.substring(end - DIGITS, end));
  }

  /** What the seal of a kept file is about. */
  public static String about(String of, String sha256) {
    return of + "\0" + sha256;
  }

  /** What the seal of a piece is about. */
  public static String about(String sha256, long offset) {
    return sha256 + "\0" + offset;
  }
}
