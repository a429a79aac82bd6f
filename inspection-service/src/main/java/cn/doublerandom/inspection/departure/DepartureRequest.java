package cn.doublerandom.inspection.departure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an officer who leaves.
 *
 * @param inspector his number
 * @param unit he belongs to by the register; absent where it did not say
 * @param leavesOn the last day on which he is there
 * @param colleague who takes over what is not drawn; absent where there is nothing of that kind
 * @param by account of who asked
 */
public record DepartureRequest(
    String inspector,
    @Nullable String unit,
    LocalDate leavesOn,
    String reason,
    @Nullable String colleague,
    String by,
    LocalDate on) {}
