package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Batches of a table whose machine died before all of it was stored. */
@ApplicationScoped
public class BrokenOff {
  private final Batches batches;

  @Inject
  BrokenOff(Batches batches) {
    this.batches = batches;
  }

  /** What is stored of a batch is a part of it, and the rest never came. */
  public static void importOf(String batch) {
    CDI.current().select(BrokenOff.class).get().begin(batch);
  }

  void begin(String batch) {
    Instant now = Instant.now();
    batches.begin(
        batch,
        Imports.ATOMIC + 1,
        new CommandContext(
            "registrar", now, now, "test", "test", Optional.empty(), OptionalLong.empty()));
  }
}
