package cn.doublerandom.servicekit.ui;

import java.util.Arrays;

/**
 * A part of a service's memory that can be in trouble, by the name it has there; the words of what
 * it means and what to do are those of docs/operations.md.
 */
public enum MemoryPart {
  WRITER("writer"),
  BACKLOG("backlog"),
  BROKER("broker"),
  OLDER("older"),
  DISK("disk"),
  RELAY("relay"),
  LEDGER("ledger"),
  STRAYS("strays"),
  GAPS("gaps"),
  FOREIGN("foreign"),
  WITNESS("witness"),
  CHECKPOINT("checkpoint"),
  NOTICES("notice-log"),
  NOTICES_WITNESS("notice-log-witness"),
  EVIDENCE("evidence"),
  TIMER("timer"),
  PARKED("parked-streams-"),
  MODEL("projection-"),
  COPY("replica-"),

  /** One this page has no words for; its own sentence stands there. */
  OTHER("");

  private final String name;

  MemoryPart(String name) {
    this.name = name;
  }

  /** Of a name that ends in a hyphen the rest says which. */
  static MemoryPart of(String part) {
    return Arrays.stream(values())
        .filter(one -> one.name.endsWith("-") ? part.startsWith(one.name) : part.equals(one.name))
        .findFirst()
        .orElse(OTHER);
  }

  /** Which one of its kind; empty where there is one only. */
  String which(String part) {
    return this == OTHER ? part : part.substring(name.length());
  }
}
