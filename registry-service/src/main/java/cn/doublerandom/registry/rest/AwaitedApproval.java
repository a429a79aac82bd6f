package cn.doublerandom.registry.rest;

import java.time.LocalDate;

/**
 * What was asked for and another person must agree to.
 *
 * @param what in words
 * @param from first day of what was asked for
 * @param requestedBy who asked
 * @param note what it waits for, in words
 */
public record AwaitedApproval(String what, LocalDate from, String requestedBy, String note) {
  private static final String SECOND_PERSON = "待另一人批准";

  static AwaitedApproval of(String what, LocalDate from, String requestedBy) {
    return new AwaitedApproval(what, from, requestedBy, SECOND_PERSON);
  }
}
