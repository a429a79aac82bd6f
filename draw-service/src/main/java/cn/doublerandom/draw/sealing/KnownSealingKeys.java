package cn.doublerandom.draw.sealing;

import cn.doublerandom.draw.sealing.SealingKeyEvent.SealingKeyRequested;
import cn.doublerandom.draw.sealing.SealingKeyEvent.SealingKeyRotated;
import java.util.List;
import java.util.Optional;

/**
 * The keys there ever were.
 *
 * @param rotated the last one in use
 * @param asked made and waiting for a second person
 */
public record KnownSealingKeys(
    List<SealingKeyRotated> rotated, Optional<SealingKeyRequested> asked) {
  static final KnownSealingKeys NONE = new KnownSealingKeys(List.of(), Optional.empty());

  public KnownSealingKeys {
    rotated = List.copyOf(rotated);
  }

  /** The public key draws are sealed with. */
  public Optional<String> inUse() {
    return rotated.isEmpty() ? Optional.empty() : Optional.of(rotated.getLast().publicKey());
  }
}
