package cn.doublerandom.inspection.external;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.inspection.evidence.EvidenceStore.Upload;

/**
 * Under which names evidence lies and what its seal is about, the same in a directory and in a
 * bucket: whoever copies one into the other has moved it. No name says whose it is.
 */
final class EvidenceNames {
  static final String KEPT = "kept";
  static final String COMING = "coming";
  private static final String PIECE = ".piece";
  private static final int DIGITS = 12;

  private EvidenceNames() {}

  static String kept(String visitId, String sha256) {
    return KEPT + "/" + hash(visitId) + "/" + sha256;
  }

  static String coming(Upload upload) {
    return COMING + "/" + hash(upload.visitId() + "\0" + upload.account() + "\0" + upload.sha256());
  }

  private static String hash(String of) {
    return Sha256.hex(of.getBytes(UTF_8));
  }

  /** The name of a piece in the folder of its upload; they sort as they follow each other. */
  static String piece(long offset) {
    return ("%0" + DIGITS + "d").formatted(offset) + PIECE;
  }

  static boolean isPiece(String name) {
    return name.endsWith(PIECE);
  }

  /** Where the piece of this name, or path, begins. */
  static long begin(String name) {
    int end = name.length() - PIECE.length();
    return Long.parseLong(name.substring(end - DIGITS, end));
  }

  static String about(String visitId, String sha256) {
    return visitId + "\0" + sha256;
  }

  static String about(Upload upload, long offset) {
    return upload.sha256() + "\0" + offset;
  }
}
