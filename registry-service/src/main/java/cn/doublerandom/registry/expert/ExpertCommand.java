package cn.doublerandom.registry.expert;

import java.time.LocalDate;

/** What may be asked of an expert. */
public sealed interface ExpertCommand {
  /**
   * @param recorded the day of the recording
   */
  record RegisterExpert(ExpertDetails details, LocalDate recorded) implements ExpertCommand {}

  /**
   * @param effective first day outside the pool
   */
  record WithdrawExpert(String reason, LocalDate effective) implements ExpertCommand {}

  /**
   * Tells the others of who was registered before they were told of experts.
   *
   * @param erased whether he was made unreadable meanwhile
   */
  record TellExpert(boolean erased) implements ExpertCommand {}
}
