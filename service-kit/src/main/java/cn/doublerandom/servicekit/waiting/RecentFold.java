package cn.doublerandom.servicekit.waiting;

import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.view.Documents;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps what people did (最近办理), a row for each request and type of event, so that a table of a
 * million firms is one thing somebody did.
 */
public final class RecentFold {
  /** What a program does by itself, or because another told it, was caused by no request. */
  private static final String OF_A_REQUEST = "request-";

  private final Documents<?, Doing> rows;
  private final Set<String> types;

  /**
   * @param types of the events that are told of, without their versions
   */
  public RecentFold(Documents<?, Doing> rows, Set<String> types) {
    this.rows = rows;
    this.types = Set.copyOf(types);
  }

  /** Folds a batch into the rows. */
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    Map<String, List<Doing>> done = new LinkedHashMap<>();
    for (LedgerEntry entry : entries) {
      String type = PendingStreams.name(entry.event().type());
      if (types.contains(type)) {
        add(entry, type, done);
      }
    }
    return done.isEmpty()
        ? Uni.createFrom().voidItem()
        : rows.fetch(views, done.keySet())
            .invoke(() -> done.forEach((id, all) -> keep(id, all, views)));
  }

  private static void add(LedgerEntry entry, String type, Map<String, List<Doing>> done) {
    Metadata known = Metadata.of(entry.event());
    if (known.causationId().startsWith(OF_A_REQUEST)) {
      done.computeIfAbsent(type + "/" + known.causationId(), id -> new ArrayList<>())
          .add(
              new Doing(
                  type,
                  entry.event().stream(),
                  known.actor(),
                  BusinessClock.day(known.at()),
                  entry.seq(),
                  1));
    }
  }

  /** Each counts once, however often it is told. */
  private void keep(String id, List<Doing> all, Views views) {
    Doing known = rows.get(views, id).orElse(all.getFirst());
    for (Doing one : all) {
      known = known.and(one);
    }
    rows.put(views, id, known);
  }
}
