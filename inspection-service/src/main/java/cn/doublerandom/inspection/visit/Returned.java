package cn.doublerandom.inspection.visit;

import java.time.LocalDate;

/**
 * A result that was not agreed to: the team answers again what is wrong.
 *
 * @param step at which it was returned
 */
public record Returned(ReviewStep.By step, String by, String reason, LocalDate on) {}
