package cn.doublerandom.draw.deposit;

import java.time.LocalDate;

/** What happens to the supervisors' keys; a stranger sees from it which key was whose, when. */
public sealed interface SupervisorKeyEvent {
  /**
   * @param publicKey X25519, 64 hex digits
   * @param by account of the supervisor who has the secret half
   */
  record SupervisorKeyRegistered(String publicKey, String by, LocalDate on)
      implements SupervisorKeyEvent {}
}
