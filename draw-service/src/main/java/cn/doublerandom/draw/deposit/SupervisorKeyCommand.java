package cn.doublerandom.draw.deposit;

import java.time.LocalDate;

/** What may be asked about the supervisors' keys. */
public sealed interface SupervisorKeyCommand {
  /**
   * @param publicKey X25519, 64 hex digits
   */
  record RegisterSupervisorKey(String publicKey, String by, LocalDate today)
      implements SupervisorKeyCommand {}
}
