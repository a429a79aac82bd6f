package cn.doublerandom.publication.external;

import cn.doublerandom.eventstore.checkpoint.NoteKey;
import cn.doublerandom.eventstore.checkpoint.Sealer;
import cn.doublerandom.eventstore.checkpoint.WitnessClient;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.ledger.LedgerReader;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.ledger.Worker;
import cn.doublerandom.publication.application.LeafShelf;
import cn.doublerandom.publication.application.NoticeLeaves;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Adds to the log of notices what the ledger has, and has it sealed and cosigned. */
@ApplicationScoped
class NoticeLogWork {
  /** Where its troubles stand among those of the service. */
  static final String PART = "notice-log";

  private final List<Worker> workers = new ArrayList<>();
  private final Pool pool;
  private final LeafShelf shelf;
  private final NoticeLeaves leaves;
  private final NoticeTiles tiles;
  private final Vitals vitals;
  private final Settings settings;

  /**
   * How often it is sealed, and who cosigns.
   *
   * @param replay where this process only replays, and nothing is added
   */
  record Settings(Duration every, List<URI> witnesses, boolean replay) {}

  @Inject
  NoticeLogWork(
      Pool pool,
      LeafShelf shelf,
      NoticeLeaves leaves,
      NoticeTiles tiles,
      Vitals vitals,
      @ConfigProperty(name = "suite.checkpoint-every") Duration every,
      @ConfigProperty(name = "suite.notice-log.witnesses") Optional<List<URI>> witnesses,
      @ConfigProperty(name = "suite.replay.into") Optional<Path> replay) {
    this.pool = pool;
    this.shelf = shelf;
    this.leaves = leaves;
    this.tiles = tiles;
    this.vitals = vitals;
    this.settings = new Settings(every, witnesses.orElse(List.of()), replay.isPresent());
  }

  void start(@Observes StartupEvent event) {
    if (settings.replay()) {
      return;
    }
    workers.add(Worker.watching(PART, new Adding(pool, shelf, leaves, vitals)));
    tiles.key().ifPresent(key -> workers.add(Worker.watching(PART + "-sealer", sealer(key))));
    workers.forEach(Worker::start);
  }

  private Sealer sealer(NoteKey key) {
    return new Sealer(
        tiles.log(),
        tiles.checkpoints(),
        key,
        settings.witnesses().stream().map(WitnessClient::new).toList(),
        (checkpoint, cosigned) -> {
          // The ledger of this service is anchored elsewhere, and every leaf is made from it.
        },
        new Sealer.Settings(settings.every(), Duration.ofHours(1), PART),
        vitals,
        vitals::isLeader);
  }

  void stop(@Observes ShutdownEvent event) {
    workers.forEach(Worker::close);
  }

  /** Reads on in the ledger and adds a leaf for each version of a notice. */
  private record Adding(Pool pool, LeafShelf shelf, NoticeLeaves leaves, Vitals vitals)
      implements Worker.Job {
    private static final int AT_ONCE = 500;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Override
    public boolean turn() {
      if (!vitals.isLeader()) {
        return false;
      }
      LeafShelf.Reach from = shelf.reach().await().atMost(LIMIT);
      List<LedgerEntry> entries =
          new LedgerReader(pool).after(from.seq(), AT_ONCE).await().atMost(LIMIT);
      if (entries.isEmpty()) {
        return false;
      }
      NoticeLeaves.Made made = leaves.of(entries, from.size()).await().atMost(LIMIT);
      shelf.add(from, made.seq(), made.leaves()).await().atMost(LIMIT);
      return true;
    }

    @Override
    public void close() {
      // Holds nothing between turns.
    }
  }
}
