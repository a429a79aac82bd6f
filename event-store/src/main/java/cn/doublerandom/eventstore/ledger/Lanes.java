package cn.doublerandom.eventstore.ledger;

import cn.doublerandom.eventstore.StoredEvent;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The lanes of a service: the records of one topic and partition, each naming the one before.
 *
 * <p>Topics of states are no lanes: what is compacted away breaks a chain, so they are compared by
 * count and root.
 */
final class Lanes {
  /** A reader believes what a seal covers; so many records wait for one at most. */
  private static final int SEAL_EVERY = 64;

  private static final int FOLD = 2_000;
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(60);
  private static final Circumstances.Reading CIRCUMSTANCES = new Circumstances.Reading();

  private static final String HEADS =
      """
      SELECT lane.topic, lane.partition, coalesce(last.place, lane.place) AS place,
        coalesce(last.seq, lane.seq) AS seq, coalesce(last.hash, lane.hash) AS hash
      FROM lane LEFT JOIN LATERAL (
        SELECT place, seq, hash FROM link
        WHERE link.topic = lane.topic AND link.partition = lane.partition AND link.seq <= $1
        ORDER BY link.place DESC LIMIT 1) last ON TRUE
      ORDER BY lane.topic, lane.partition
      """;

  private static final String TOLD_BEFORE =
      """
      SELECT seq, ordinal, topic, key, announcement.type, value, chain, id, version, metadata
      FROM announcement JOIN ledger USING (seq) JOIN event USING (position)
      WHERE (seq, ordinal) > ($1, $2) ORDER BY seq, ordinal LIMIT $3
      """;

  // The leader alone opens lanes: its epoch stands in the row.
  private static final String OPEN =
      """
      INSERT INTO lane (topic, partition, place, seq, hash)
      SELECT l.* FROM (SELECT FROM leader WHERE role = 'ledger' AND epoch = $6 FOR SHARE) mine,
        unnest($1::text[], $2::int[], $3::bigint[], $4::bigint[], $5::text[]) AS l
      ON CONFLICT DO NOTHING
      """;

  private final LaneSeal seal;
  private final Map<String, Head> heads = new HashMap<>();

  Lanes(LaneSeal seal) {
    this.seal = seal;
  }

  /** The last record of a lane. */
  record Head(String topic, int partition, long place, long seq, String hash) {}

  /** An announcement's place in its lane. */
  record Link(
      long seq,
      int ordinal,
      String topic,
      int partition,
      long place,
      String prev,
      String hash,
      String seal) {}

  /** Where every lane ends among the entries up to a seq. */
  static List<Head> heads(SqlClient sql, long upTo) {
    List<Head> heads = new ArrayList<>();
    for (Row row : sql.preparedQuery(HEADS).execute(Tuple.of(upTo)).await().atMost(SQL_TIMEOUT)) {
      heads.add(
          new Head(
              row.getString("topic"),
              row.getInteger("partition"),
              row.getLong("place"),
              row.getLong("seq"),
              row.getString("hash")));
    }
    return heads;
  }

  /** Goes on where the lanes end; what was told before there were any is folded once. */
  void open(SqlClient sql, long epoch) {
    heads.clear();
    heads(sql, Long.MAX_VALUE)
        .forEach(head -> heads.put(lane(head.topic(), head.partition()), head));
    if (heads.isEmpty()) {
      fold(sql);
      begin(sql, List.copyOf(heads.values()), epoch);
    }
  }

  private void fold(SqlClient sql) {
    long seq = 0;
    int ordinal = -1;
    int read;
    do {
      read = 0;
      for (Row row :
          sql.preparedQuery(TOLD_BEFORE)
              .execute(Tuple.of(seq, ordinal, FOLD))
              .await()
              .atMost(SQL_TIMEOUT)) {
        seq = row.getLong("seq");
        ordinal = row.getInteger("ordinal");
        var said =
            new Announcement(
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                row.getString("value"));
        if (!TopicMaking.isState(said.topic())) {
          follow(
              said,
              new Cause(
                  seq,
                  ordinal,
                  row.getUUID("id"),
                  row.getLong("version"),
                  row.getString("metadata"),
                  row.getString("chain")));
        }
        read++;
      }
    } while (read == FOLD);
  }

  private static void begin(SqlClient sql, List<Head> heads, long epoch) {
    if (!heads.isEmpty()) {
      sql.preparedQuery(OPEN)
          .execute(
              Tuple.tuple()
                  .addArrayOfString(heads.stream().map(Head::topic).toArray(String[]::new))
                  .addArrayOfInteger(heads.stream().map(Head::partition).toArray(Integer[]::new))
                  .addArrayOfLong(heads.stream().map(Head::place).toArray(Long[]::new))
                  .addArrayOfLong(heads.stream().map(Head::seq).toArray(Long[]::new))
                  .addArrayOfString(heads.stream().map(Head::hash).toArray(String[]::new))
                  .addLong(epoch))
          .await()
          .atMost(SQL_TIMEOUT);
    }
  }

  /** The ledger entry an announcement belongs to. */
  record Cause(long seq, int ordinal, UUID event, long version, String metadata, String chain) {
    static Cause of(long seq, int ordinal, StoredEvent event, String chain) {
      return new Cause(seq, ordinal, event.id(), event.version(), event.metadata(), chain);
    }

    String id() {
      return event + (ordinal == 0 ? "" : "." + ordinal);
    }
  }

  /** The links of a batch in order; the last of every lane is sealed. */
  final class Batch {
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Head> before = new HashMap<>();
    private final List<Head> opened = new ArrayList<>();
    private final Map<String, Integer> last = new HashMap<>();

    void add(Announcement said, Cause cause) {
      if (TopicMaking.isState(said.topic())) {
        return;
      }
      int partition = RecordHash.partition(said.key());
      String lane = lane(said.topic(), partition);
      Head head = heads.get(lane);
      before.putIfAbsent(
          lane, head == null ? new Head(said.topic(), partition, 0, 0, RecordHash.START) : head);
      if (head == null) {
        opened.add(new Head(said.topic(), partition, 0, 0, RecordHash.START));
      }
      String prev = head == null ? RecordHash.START : head.hash();
      Head next = follow(said, cause);
      last.put(lane, links.size());
      links.add(
          new Link(
              cause.seq(),
              cause.ordinal(),
              said.topic(),
              partition,
              next.place(),
              prev,
              next.hash(),
              next.place() % SEAL_EVERY == 0 ? seal.sign(next.hash()) : ""));
    }

    /** Lanes that begin with this batch. */
    List<Head> opened() {
      return opened;
    }

    List<Link> sealed() {
      for (int index : last.values()) {
        Link link = links.get(index);
        if (link.seal().isEmpty()) {
          links.set(
              index,
              new Link(
                  link.seq(),
                  link.ordinal(),
                  link.topic(),
                  link.partition(),
                  link.place(),
                  link.prev(),
                  link.hash(),
                  seal.sign(link.hash())));
        }
      }
      return links;
    }

    /** What was said in this batch, each with its place in its lane. */
    List<Spoken> linked(List<Spoken> said) {
      List<Spoken> linked = new ArrayList<>(said.size());
      Iterator<Link> ordered = sealed().iterator();
      for (Spoken one : said) {
        linked.add(TopicMaking.isState(one.said().topic()) ? one : one.at(ordered.next()));
      }
      return linked;
    }

    /** The batch was not written: the lanes end where they did. */
    void takeBack() {
      heads.putAll(before);
      opened.forEach(lane -> heads.remove(lane(lane.topic(), lane.partition())));
    }
  }

  private Head follow(Announcement said, Cause cause) {
    int partition = RecordHash.partition(said.key());
    String lane = lane(said.topic(), partition);
    Head head = heads.getOrDefault(lane, new Head(said.topic(), partition, 0, 0, RecordHash.START));
    Head next =
        new Head(
            said.topic(),
            partition,
            head.place() + 1,
            cause.seq(),
            RecordHash.next(head.hash(), content(said, partition, cause)));
    heads.put(lane, next);
    return next;
  }

  static RecordHash.Content content(Announcement said, int partition, Cause cause) {
    Circumstances known = CIRCUMSTANCES.of(cause.metadata());
    return new RecordHash.Content(
        said.topic(),
        partition,
        cause.seq(),
        said.key(),
        said.type(),
        cause.id(),
        known.recordedAt(),
        Long.toString(cause.version()),
        known.correlationId(),
        known.causationId(),
        cause.chain(),
        said.value());
  }

  private static String lane(String topic, int partition) {
    return topic + '/' + partition;
  }
}
