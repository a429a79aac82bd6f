package cn.doublerandom.draw.sealing;

import java.time.LocalDate;

/** What may be asked about the sealing key. */
public sealed interface SealingKeyCommand {
  /** A supervisor made a key and asks that draws be sealed with it. */
  record RequestSealingKey(String publicKey, String by, LocalDate today)
      implements SealingKeyCommand {}

  /** Another person agrees; draws committed from now on are sealed with it. */
  record ApproveSealingKey(String by, LocalDate today) implements SealingKeyCommand {}

  /**
   * The key that waits is not put to use.
   *
   * @param own whether who asked takes it back, and no other declines it
   */
  record EndSealingKey(String by, String reason, boolean own, LocalDate today)
      implements SealingKeyCommand {}
}
