package cn.doublerandom.registry.application;

import java.time.LocalDate;
import java.util.UUID;

/** Names of what is asked for at once and decided at once. */
final class Batches {
  private static final int DIGITS = 8;

  private Batches() {}

  /** The day, and what tells it from the others of that day. */
  static String named(LocalDate day) {
    return day + "-" + UUID.randomUUID().toString().substring(0, DIGITS);
  }
}
