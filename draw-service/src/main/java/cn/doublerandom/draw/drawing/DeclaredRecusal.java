package cn.doublerandom.draw.drawing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A recusal as it was declared.
 *
 * @param reason code of the recusal
 * @param from first day; null where it always held
 * @param until last day; null where it does not end
 */
public record DeclaredRecusal(
    String subject,
    String inspector,
    String reason,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {}
