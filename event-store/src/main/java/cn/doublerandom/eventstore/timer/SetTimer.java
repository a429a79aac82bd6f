package cn.doublerandom.eventstore.timer;

import java.time.Instant;

/**
 * A timer that has not fired yet.
 *
 * @param process what it was set by
 * @param stream what it is about
 * @param dueAt business time at which it fires, or is tried again
 * @param attempts how often it could not; from ten on it is left alone
 * @param fault why the last time; empty where it was not tried
 */
public record SetTimer(
    String id, String process, String stream, Instant dueAt, int attempts, String fault) {
  /** Whether it is left alone until somebody looks. */
  public boolean isStuck() {
    return attempts >= TimerJob.MAX_ATTEMPTS;
  }
}
