package cn.doublerandom.eventstore.ledger;

import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;

/**
 * What the topics of a service end with, as lines of a checkpoint: {@code head TOPIC/PARTITION
 * COUNT SEQ HASH}. COUNT and HASH cover what was told before the records named their predecessors.
 */
public final class LaneHeads {
  private LaneHeads() {}

  /** One line for every lane as it is in a ledger of that size. */
  public static List<String> lines(SqlClient sql, long size) {
    return Lanes.heads(sql, size).stream()
        .filter(head -> head.place() > 0 && head.seq() <= size)
        .map(head ->
            "head %s/%d %d %d %s"
                .formatted(head.topic(), head.partition(), head.place(), head.seq(), head.hash()))
        .toList();
  }
}
