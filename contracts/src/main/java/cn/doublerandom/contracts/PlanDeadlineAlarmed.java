package cn.doublerandom.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step of an annual plan comes near its last day, has missed it, or was made up for later
 * (1月底前完成制定、上报和公示, R25). Told of a plan nobody has begun too.
 *
 * @param planKey region and year, for example {@code 130534-2023}
 * @param step 制定, 上报 or 公示
 * @param state DUE_SOON, OVERDUE or DONE_LATE
 * @param due last day for the step
 * @param on day of the alarm, Asia/Shanghai
 * @param doneOn day it was done; of a step that was made up for, absent in records from before it
 *     was told
 */
public record PlanDeadlineAlarmed(
    String planKey,
    String step,
    String state,
    LocalDate due,
    LocalDate on,
    @Nullable LocalDate doneOn)
    implements IntegrationEvent {}
