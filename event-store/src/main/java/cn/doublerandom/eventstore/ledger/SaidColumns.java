package cn.doublerandom.eventstore.ledger;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Announcements as columns. */
final class SaidColumns {
  private final List<Long> seqs = new ArrayList<>();
  private final List<Integer> ordinals = new ArrayList<>();
  private final List<Announcement> records = new ArrayList<>();

  void add(long seq, List<Announcement> announcements) {
    for (int ordinal = 0; ordinal < announcements.size(); ordinal++) {
      seqs.add(seq);
      ordinals.add(ordinal);
      records.add(announcements.get(ordinal));
    }
  }

  Tuple addTo(Tuple tuple) {
    return tuple
        .addArrayOfLong(seqs.toArray(Long[]::new))
        .addArrayOfInteger(ordinals.toArray(Integer[]::new))
        .addArrayOfString(records.stream().map(Announcement::topic).toArray(String[]::new))
        .addArrayOfString(records.stream().map(Announcement::key).toArray(String[]::new))
        .addArrayOfString(records.stream().map(Announcement::type).toArray(String[]::new))
        .addArrayOfString(records.stream().map(Announcement::value).toArray(String[]::new));
  }
}
