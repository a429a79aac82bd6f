package cn.doublerandom.local;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What may happen to the machines of an office; docs/reliability.md has the figures. */
enum Fault {
  KILL_REGISTRY("kill -9 of the registry-service"),
  KILL_DRAW("kill -9 of the draw-service"),
  KILL_INSPECTION("kill -9 of the inspection-service"),
  KILL_PUBLICATION("kill -9 of the publication-service"),
  KILL_GATEWAY("kill -9 of the gateway"),
  KILL_BROKER("kill -9 of the broker"),
  KILL_POSTGRES_WRAPPER("kill -9 of the process that started PostgreSQL"),
  KILL_POSTMASTER("kill -9 of the postmaster"),
  QUIT_POSTMASTER("kill -QUIT of the postmaster"),
  FREEZE_REGISTRY("the registry-service stands still"),
  FREEZE_BROKER("the broker stands still"),
  FREEZE_POSTMASTER("the postmaster stands still"),
  FORGOTTEN_TRANSACTION("a transaction stays open elsewhere in the cluster"),
  FULL_DISK("the database's disk is full"),
  WIPED_BROKER("the broker comes back empty"),
  TWO_REPLICAS("the leader of two replicas stands still"),
  OLDER_BACKUP("the database is an older backup");

  /** By then everything is ready again and takes commands. */
  static final Duration READY_WITHIN = Duration.ofSeconds(90);

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** As it is written on a command line. */
  String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  static Optional<Fault> of(String code) {
    return Arrays.stream(values()).filter(fault -> fault.code().equals(code)).findFirst();
  }
}
