package cn.doublerandom.draw.sealing;

import java.time.LocalDate;

/** What happens to the bureau's sealing key; a stranger sees from it which key was whose, when. */
public sealed interface SealingKeyEvent {
  /**
   * @param publicKey Ed25519 point, 64 hex digits
   * @param by account that rotated it
   */
  record SealingKeyRotated(String publicKey, String by, LocalDate on) implements SealingKeyEvent {}
}
