package cn.doublerandom.registry.files;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.registry.application.SentTable;
import cn.doublerandom.servicekit.table.FaultyCells;
import cn.doublerandom.servicekit.table.MarkedWorkbook;
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.table.Table;
import cn.doublerandom.servicekit.table.TableGlance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A table in a file that lies on disk, however large it is. */
record SentFile<T>(Table<T> table, Path file) implements SentTable<T> {
  @Override
  public void scan(Table.Sink<T> sink) throws IOException {
    table.scan(file, sink);
  }

  @Override
  public Table.Content<T> required() throws IOException {
    return table.required(file);
  }

  @Override
  public TableGlance glance() throws IOException {
    return TableGlance.of(table, file);
  }

  @Override
  public List<String> written(List<RowFault> faults) throws IOException {
    return FaultyCells.written(table, file, faults);
  }

  @Override
  public String digest() throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(file), Sha256.digest())) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }

  @Override
  public byte[] marked(Map<Integer, List<RowFault>> faults, boolean onlyBad) throws IOException {
    var out = new ByteArrayOutputStream();
    MarkedWorkbook.write(table, file, faults, onlyBad, out);
    return out.toByteArray();
  }
}
