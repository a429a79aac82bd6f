package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.projection.ProjectionEngine;
import cn.doublerandom.servicekit.view.OwnRows;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Before a program reads or serves anything, its tables show each bureau its own rows alone. */
@ApplicationScoped
class OwnTables {
  /** After the settings were judged, before all that reads. */
  private static final int EARLY = 100;

  void start(@Observes @Priority(EARLY) StartupEvent event, ProjectionEngine engine) {
    engine.confine(OwnRows.SETTING).await().indefinitely();
  }
}
