package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who agreed to a result.
 *
 * @param opinion of the legal reviewer, in words; absent where a leader confirmed
 */
public record ReviewPassed(ReviewStep.By step, String by, @Nullable String opinion, LocalDate on) {}
