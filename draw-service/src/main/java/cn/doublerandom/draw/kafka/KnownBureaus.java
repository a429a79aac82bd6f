package cn.doublerandom.draw.kafka;

import cn.doublerandom.servicekit.messaging.BureauReplica;
import cn.doublerandom.servicekit.messaging.DeputyReplica;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The register of bureaus and the deputies, as the registry told them. */
final class KnownBureaus {
  @Produces
  @Singleton
  BureauReplica bureaus() {
    return new BureauReplica();
  }

  /** Who may act for whom, as the registry told it. */
  @Produces
  @Singleton
  DeputyReplica deputies() {
    return new DeputyReplica();
  }
}
