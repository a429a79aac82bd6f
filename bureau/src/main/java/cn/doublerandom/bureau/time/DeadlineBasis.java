package cn.doublerandom.bureau.time;

import org.jspecify.annotations.Nullable;

/**
 * What a deadline was computed with.
 *
 * @param rulePack packs in force when the period began
 * @param workingDays of the period
 * @param notice number of the holiday notice its last day was counted with; null where there is
 *     none yet
 */
public record DeadlineBasis(String rulePack, int workingDays, @Nullable String notice) {}
