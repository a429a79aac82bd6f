package cn.doublerandom.registry.application;

import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.table.Table;
import cn.doublerandom.servicekit.table.TableGlance;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A table that was sent: read row by row, as often as asked, and never held whole. Blocks. */
public interface SentTable<T> {
  /** Reads it once, in the order of its rows. */
  void scan(Table.Sink<T> sink) throws IOException;

  /** All of one that fits into memory, or the refusal that tells every fault. */
  Table.Content<T> required() throws IOException;

  /** What it was taken for: its head and its first rows. */
  TableGlance glance() throws IOException;

  /** What stands in the cells of faults, in their order. */
  List<String> written(List<RowFault> faults) throws IOException;

  /** SHA-256 of what was sent, lower-case hex. */
  String digest() throws IOException;

  /**
   * The same as a workbook whose faults are marked.
   *
   * @param onlyBad whether the good rows are left out
   */
  byte[] marked(Map<Integer, List<RowFault>> faults, boolean onlyBad) throws IOException;
}
