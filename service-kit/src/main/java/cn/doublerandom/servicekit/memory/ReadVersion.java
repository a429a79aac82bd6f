package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The version of all a service shows: another one wherever an answer may be another. It is made of
 * how far each read model and each topic that is read has come, of what was set aside of them, of
 * the day, which decides what is overdue, and of the program that runs. It is asked for at most
 * once a moment, unless the service itself has shown more since.
 */
@ApplicationScoped
public class ReadVersion {
  /** Small tables all: a row a read model, a topic's partition, a replica. */
  private static final String NOW =
      """
      SELECT md5(coalesce(string_agg(place, ',' ORDER BY place), '')) AS version
      FROM (
        SELECT concat_ws(' ', 'shown', name, generation, version, seq) AS place
        FROM projection
        WHERE live
        UNION ALL
        SELECT concat_ws(' ', 'replica', name, generation, version)
        FROM replica
        WHERE live
        UNION ALL
        SELECT concat_ws(' ', 'read', source, partition, seq)
        FROM inbox_position
        UNION ALL
        SELECT concat_ws(' ', 'streams', count(*), max(seq))
        FROM parked_stream
        UNION ALL
        SELECT concat_ws(' ', 'records', count(*), max(id))
        FROM parked_record
      ) AS all_places
      """;

  /** Another program may show the same rows in other words. */
  private final String program = UUID.randomUUID().toString();

  private final Pool pool;
  private final Vitals vitals;
  private final Clock clock;
  private final long goodNanos;
  private volatile @Nullable Known last;

  @Inject
  ReadVersion(
      Pool pool,
      Vitals vitals,
      Clock clock,
      @ConfigProperty(name = "suite.public-pages.kept", defaultValue = "2s") Duration kept) {
    this.pool = pool;
    this.vitals = vitals;
    this.clock = clock;
    this.goodNanos = kept.toNanos();
  }

  /**
   * @param seq up to which everything was shown when it was asked for
   */
  private record Known(String version, long seq, long at) {}

  /** The version, in words that no two versions share. */
  public Uni<String> now() {
    Known known = last;
    long seq = vitals.asOfSeq();
    Uni<String> version =
        known != null && known.seq() == seq && System.nanoTime() - known.at() < goodNanos
            ? Uni.createFrom().item(known.version())
            : asked(seq);
    return version.map(
        places -> "%s %s %s".formatted(program, BusinessClock.day(clock.instant()), places));
  }

  private Uni<String> asked(long seq) {
    long at = System.nanoTime();
    return pool.query(NOW)
        .execute()
        .map(rows -> rows.iterator().next().getString("version"))
        .invoke(version -> last = new Known(version, seq, at));
  }
}
