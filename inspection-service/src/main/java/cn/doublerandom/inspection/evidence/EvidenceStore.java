package cn.doublerandom.inspection.evidence;

import java.util.Optional;

/**
 * Where the bytes of evidence lie, sealed. All of it blocks. What is stored is whole or not there;
 * where the place does not answer nothing was done, and the caller is told so by a refusal.
 */
public interface EvidenceStore {
  /** Whether there is a place at all. */
  boolean isThere();

  /**
   * Stores bytes under their hash.
   *
   * @return whether they were not there before
   */
  boolean put(String visitId, String sha256, byte[] content);

  /** The bytes; nothing where they are not there. */
  Optional<byte[]> get(String visitId, String sha256);

  /** Whether the bytes are there; none are read. */
  boolean holds(String visitId, String sha256);

  /** Forgets bytes no event speaks of; where the place does not answer they stay, sealed. */
  void drop(String visitId, String sha256);

  /** How many bytes of an upload are there, from its beginning. */
  long received(Upload upload);

  /** The next bytes of an upload; {@code offset} is what was received so far. */
  void append(Upload upload, long offset, byte[] piece);

  /** All bytes of an upload, in order. */
  byte[] assembled(Upload upload);

  /** Nothing of it stays, at the latest when another upload begins a day later. */
  void forget(Upload upload);

  /**
   * A file that comes in pieces.
   *
   * @param sha256 the phone says it has
   */
  record Upload(String visitId, String account, String sha256) {}
}
