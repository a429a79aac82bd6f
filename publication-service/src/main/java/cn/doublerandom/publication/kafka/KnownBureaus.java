package cn.doublerandom.publication.kafka;

import cn.doublerandom.servicekit.messaging.BureauReplica;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The register of bureaus, as the registry told it. */
final class KnownBureaus {
  @Produces
  @Singleton
  BureauReplica bureaus() {
    return new BureauReplica();
  }
}
