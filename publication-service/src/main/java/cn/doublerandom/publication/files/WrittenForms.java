package cn.doublerandom.publication.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.publication.application.OpenForms;
import cn.doublerandom.publication.opendata.OpenColumn;
import cn.doublerandom.publication.opendata.OpenFile;
import cn.doublerandom.publication.opendata.OpenForm;
import cn.doublerandom.publication.opendata.OpenRow;
import cn.doublerandom.servicekit.table.TableWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Open data as csv, JSON and lines of JSON. */
@ApplicationScoped
public class WrittenForms implements OpenForms {
  private static final byte[] NOTHING = {};

  @Override
  public byte[] begin(OpenFile file) {
    return switch (file.form()) {
      case CSV -> csv(file, true, List.of());
      case JSON -> "[".getBytes(UTF_8);
      case NDJSON -> NOTHING;
    };
  }

  @Override
  public byte[] rows(OpenFile file, List<OpenRow> rows, boolean first) {
    return file.form() == OpenForm.CSV ? csv(file, false, rows) : lines(file, rows, first);
  }

  @Override
  public byte[] end(OpenFile file) {
    return file.form() == OpenForm.JSON ? "\n]\n".getBytes(UTF_8) : NOTHING;
  }

  @Override
  public String line(OpenRow row) {
    return CanonicalJson.text(row.members());
  }

  private byte[] lines(OpenFile file, List<OpenRow> rows, boolean first) {
    var text = new StringBuilder();
    for (OpenRow row : rows) {
      if (file.form() == OpenForm.JSON) {
        text.append(first && text.isEmpty() ? "\n" : ",\n").append(line(row));
      } else {
        text.append(line(row)).append('\n');
      }
    }
    return text.toString().getBytes(UTF_8);
  }

  private static byte[] csv(OpenFile file, boolean head, List<OpenRow> rows) {
    var out = new ByteArrayOutputStream();
    try (TableWriter writer = head ? TableWriter.csv(out) : TableWriter.moreCsv(out)) {
      if (head) {
        writer.row(file.table().columns().stream().map(OpenColumn::name).toList());
      }
      for (OpenRow row : rows) {
        writer.row(row.texts());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
