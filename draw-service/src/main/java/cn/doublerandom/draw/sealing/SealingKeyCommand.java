package cn.doublerandom.draw.sealing;

import java.time.LocalDate;

/** What may be asked about the sealing key. */
public sealed interface SealingKeyCommand {
  record RotateSealingKey(String publicKey, String by, LocalDate today)
      implements SealingKeyCommand {}
}
