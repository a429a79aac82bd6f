package cn.doublerandom.draw.sealing;

import cn.doublerandom.draw.sealing.SealingKeyEvent.SealingKeyRequested;
import cn.doublerandom.draw.sealing.SealingKeyEvent.SealingKeyRotated;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys there ever were.
 *
 * @param rotated the last one in use
 * @param asked made and waiting for a second person
 * @param touchedBy all who asked since the last rotation; none of them approves the next
 */
public record KnownSealingKeys(
    List<SealingKeyRotated> rotated, Optional<SealingKeyRequested> asked, Set<String> touchedBy) {
  static final KnownSealingKeys NONE = new KnownSealingKeys(List.of(), Optional.empty(), Set.of());

  public KnownSealingKeys {
    rotated = List.copyOf(rotated);
    touchedBy = Set.copyOf(touchedBy);
  }

  /** The public key draws are sealed with. */
  public Optional<String> inUse() {
    return rotated.isEmpty() ? Optional.empty() : Optional.of(rotated.getLast().publicKey());
  }
}
