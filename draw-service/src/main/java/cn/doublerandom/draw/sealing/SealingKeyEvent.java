package cn.doublerandom.draw.sealing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to the bureau's sealing key; a stranger sees from it which key was whose, when. */
public sealed interface SealingKeyEvent {
  /**
   * @param publicKey Ed25519 point, 64 hex digits
   * @param by account that made it
   */
  record SealingKeyRequested(String publicKey, String by, LocalDate on)
      implements SealingKeyEvent {}

  /**
   * The key that waited was not put to use: the one before stays.
   *
   * @param publicKey Ed25519 point, 64 hex digits
   * @param requestedBy account that asked last
   * @param withdrawn whether who asked took it back, and no other declined it
   */
  record SealingKeyDropped(
      String publicKey,
      String requestedBy,
      String by,
      String reason,
      boolean withdrawn,
      LocalDate on)
      implements SealingKeyEvent {}

  /**
   * @param publicKey Ed25519 point, 64 hex digits
   * @param by account that rotated it
   * @param approvedBy another account; absent in events from before it took two
   */
  record SealingKeyRotated(String publicKey, String by, LocalDate on, @Nullable String approvedBy)
      implements SealingKeyEvent {}
}
