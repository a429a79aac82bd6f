package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.ledger.LaneTrust;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lanes of a batch, each walked by itself. */
final class Walks {
  private static final Logger LOG = LoggerFactory.getLogger(Walks.class);

  private Walks() {}

  static List<LaneWalk> of(
      List<InboxRecord> batch,
      Map<String, Lane> lanes,
      Map<String, Set<String>> known,
      Map<String, List<InboxRecord>> kept,
      LaneTrust trust,
      boolean takesUnchained) {
    boolean isOld = takesUnchained || lanes.values().stream().anyMatch(Lane::isOld);
    Map<String, List<InboxRecord>> byLane =
        batch.stream()
            .collect(Collectors.groupingBy(Lane::name, LinkedHashMap::new, Collectors.toList()));
    List<LaneWalk> walks = new ArrayList<>();
    byLane.forEach((name, fresh) ->
        walks.add(
            new LaneWalk(
                    lanes.getOrDefault(name, LaneStore.none(fresh.getFirst())),
                    trust,
                    isOld,
                    known.getOrDefault(name, Set.of()))
                .walk(fresh, kept.getOrDefault(name, List.of()))));
    return walks;
  }

  static Uni<Void> settle(
      SqlConnection connection,
      List<LaneWalk> walks,
      Map<String, Lane> before,
      List<InboxRecord> applied) {
    List<Stray> strays = walks.stream().flatMap(walk -> walk.strays().stream()).toList();
    strays.stream()
        .filter(stray -> stray.kind() != Stray.Kind.WAITING)
        .forEach(stray ->
            LOG.warn(
                "{} of {}: {}", stray.message().id(), stray.message().source(), stray.reason()));
    return LaneStore.link(connection, applied)
        .chain(() -> Untils.note(connection, applied))
        .flatMap(linked -> InOrder.each(strays, stray -> LaneStore.leave(connection, stray)))
        .flatMap(left ->
            InOrder.each(
                walks.stream().map(LaneWalk::lane).toList(),
                lane ->
                    LaneStore.move(
                        connection,
                        before.getOrDefault(
                            lane.name(),
                            new Lane(lane.source(), lane.partition(), null, null, false)),
                        lane)));
  }
}
