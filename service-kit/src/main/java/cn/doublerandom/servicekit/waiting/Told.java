package cn.doublerandom.servicekit.waiting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That what somebody asked for was not agreed to, or was sent back.
 *
 * @param asked as it waited
 * @param version of the event in its stream
 * @param to account that asked
 * @param by account that did not agree
 * @param why its reason in words; absent where the event knows none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Told(
    Pending asked, long version, String to, String by, LocalDate on, @Nullable String why) {}
