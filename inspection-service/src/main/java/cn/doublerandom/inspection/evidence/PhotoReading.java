package cn.doublerandom.inspection.evidence;

import java.util.Optional;

/** Reads what a photo says of itself; a photo that says nothing, or nonsense, says nothing. */
public interface PhotoReading {
  /**
   * Reads it.
   *
   * @param mediaType as its bytes say
   */
  Optional<PhotoFacts> of(byte[] photo, String mediaType);
}
