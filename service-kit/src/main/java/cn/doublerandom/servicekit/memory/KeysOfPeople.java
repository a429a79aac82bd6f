package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.person.MasterKey;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.servicekit.identity.Asking;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;

/** The keys of the people in the register of whoever asks. */
@ApplicationScoped
class KeysOfPeople {
  /** Made only where a service keeps names of people; without a master key it does not start. */
  @Produces
  @Singleton
  PersonKeys personKeys(Pool pool, MemorySettings settings, ServiceMemory memory, Asking asking)
      throws IOException {
    if (settings.personMasterKey().isEmpty()) {
      throw new IllegalStateException(
          "suite.person-master-key must name a file with 32 bytes in base64");
    }
    return new PersonKeys(
        pool,
        MasterKey.keptIn(settings.personMasterKey().get()),
        memory::appended,
        asking::scopeOrSeed);
  }
}
