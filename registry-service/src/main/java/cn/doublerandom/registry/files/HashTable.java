package cn.doublerandom.registry.files;

import cn.doublerandom.registry.application.ToldHash;
import cn.doublerandom.servicekit.table.Table;
import java.util.List;

/** The table of what the other side of an exchange holds. */
final class HashTable {
  static final Table<ToldHash> TABLE =
      new Table<>(
          List.of("编码", "哈希"),
          row -> new ToldHash(row.requiredCode("编码", 64), row.requiredCode("哈希", 64)),
          ToldHash::id);

  private HashTable() {}
}
