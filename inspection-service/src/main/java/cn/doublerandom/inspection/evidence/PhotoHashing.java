package cn.doublerandom.inspection.evidence;

import java.util.Optional;

/** Looks at a photo as people do; one that cannot be looked at has no look. */
public interface PhotoHashing {
  /**
   * How it looks.
   *
   * @param mediaType as its bytes say
   */
  Optional<PerceptualHash> of(byte[] photo, String mediaType);
}
