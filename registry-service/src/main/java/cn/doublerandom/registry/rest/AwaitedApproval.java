package cn.doublerandom.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for and another person must agree to.
 *
 * @param what in words
 * @param from first day of what was asked for; absent where it begins with the approval
 * @param requestedBy who asked
 * @param note what it waits for, in words
 */
public record AwaitedApproval(
    String what,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate from,
    String requestedBy,
    String note) {
  private static final String SECOND_PERSON = "待另一人批准";

  static AwaitedApproval of(String what, @Nullable LocalDate from, String requestedBy) {
    return new AwaitedApproval(what, from, requestedBy, SECOND_PERSON);
  }
}
