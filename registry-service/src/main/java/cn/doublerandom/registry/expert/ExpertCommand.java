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
}
