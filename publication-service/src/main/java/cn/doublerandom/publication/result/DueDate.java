package cn.doublerandom.publication.result;

import java.time.LocalDate;

/**
 * When a result is due, and why then.
 *
 * @param on last day
 * @param provisional true where a day was counted in a year without a notice
 */
public record DueDate(LocalDate on, boolean provisional, DeadlineBasis basis) {}
