package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.drawing.CommitSeen;
import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.eventstore.checkpoint.Checkpoints;
import cn.doublerandom.servicekit.identity.AskedHere;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Since when a commit has been in public, and how long it must have been before anything is
 * revealed: 60 s of real time (protocol §4). {@code suite.reveal-after} shortens it for tests of
 * other things; whatever is started as a program refuses that, demonstrations too.
 */
@ApplicationScoped
public class RevealTime {
  static final Duration LEAST = Duration.ofSeconds(60);

  private final DrawDirectory directory;
  private final Checkpoints checkpoints;
  private final Duration patience;

  @Inject
  RevealTime(
      DrawDirectory directory,
      Checkpoints checkpoints,
      @ConfigProperty(name = "suite.reveal-after") Duration patience) {
    this.directory = directory;
    this.checkpoints = checkpoints;
    this.patience = patience;
  }

  void check(@Observes StartupEvent start) {
    if (LaunchMode.current() == LaunchMode.NORMAL && isTooShort(patience)) {
      throw new IllegalStateException(
          "suite.reveal-after must be at least " + LEAST + ", got " + patience);
    }
  }

  static boolean isTooShort(Duration patience) {
    return patience.compareTo(LEAST) < 0;
  }

  public Duration patience() {
    return patience;
  }

  /** The checkpoint that shows the commit; only one that was cosigned counts. */
  public Uni<Optional<CommitSeen>> of(String drawId) {
    Executor here = AskedHere.executor();
    return Uni.createFrom()
        .completionStage(() -> directory.find(drawId))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(found ->
            found
                .map(DrawDirectory.Entry::committedSeq)
                .flatMap(checkpoints::containing)
                .flatMap(this::seen))
        .emitOn(here);
  }

  private Optional<CommitSeen> seen(Checkpoints.Seen checkpoint) {
    // Without the minute there is nobody outside either: both are for tests alone.
    return checkpoint
        .cosignedAt()
        .or(() -> patience.isZero() ? Optional.of(checkpoint.sealedAt()) : Optional.empty())
        .map(at -> new CommitSeen(checkpoint.size(), checkpoint.root(), at.toString()));
  }
}
