package cn.doublerandom.eventstore.ledger;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** Links as columns of a statement. */
final class LinkColumns {
  private LinkColumns() {}

  static Tuple add(Tuple tuple, Lanes.Batch batch) {
    List<Lanes.Head> opened = batch.opened();
    List<Lanes.Link> links = batch.sealed();
    return tuple
        .addArrayOfString(opened.stream().map(Lanes.Head::topic).toArray(String[]::new))
        .addArrayOfInteger(opened.stream().map(Lanes.Head::partition).toArray(Integer[]::new))
        .addArrayOfLong(links.stream().map(Lanes.Link::seq).toArray(Long[]::new))
        .addArrayOfInteger(links.stream().map(Lanes.Link::ordinal).toArray(Integer[]::new))
        .addArrayOfString(links.stream().map(Lanes.Link::topic).toArray(String[]::new))
        .addArrayOfInteger(links.stream().map(Lanes.Link::partition).toArray(Integer[]::new))
        .addArrayOfLong(links.stream().map(Lanes.Link::place).toArray(Long[]::new))
        .addArrayOfString(links.stream().map(Lanes.Link::prev).toArray(String[]::new))
        .addArrayOfString(links.stream().map(Lanes.Link::hash).toArray(String[]::new))
        .addArrayOfString(links.stream().map(Lanes.Link::seal).toArray(String[]::new));
  }
}
