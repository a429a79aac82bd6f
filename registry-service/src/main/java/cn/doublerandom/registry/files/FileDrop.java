package cn.doublerandom.registry.files;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.registry.application.Reading;
import cn.doublerandom.registry.application.RegisterPapers;
import cn.doublerandom.registry.application.Telling;
import cn.doublerandom.registry.exchange.Exchanged;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.servicekit.table.TableWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The register as a zip for those who exchange files, page by page. Persons stay out: a file on a
 * stick cannot be erased.
 */
final class FileDrop implements RegisterPapers.Pages {
  private static final int PAGE = 1_000;

  private final SubjectDirectory directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
  private final MessageDigest digest = Sha256.digest();
  private String after = "";
  private long count;
  private boolean ended;

  FileDrop(SubjectDirectory directory) throws IOException {
    this.directory = directory;
    zip.putNextEntry(new ZipEntry("subjects.csv"));
    List<String> heads = new ArrayList<>(SubjectTable.heads());
    heads.add("哈希");
    write(List.of(heads), true);
  }

  @Override
  public byte[] next() {
    try {
      while (!ended && out.size() == 0) {
        page();
      }
      byte[] chunk = out.toByteArray();
      out.reset();
      return chunk;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void page() throws IOException {
    List<SubjectDirectory.Entry> page = Reading.await(() -> directory.page(after, PAGE));
    if (page.isEmpty()) {
      end();
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (SubjectDirectory.Entry entry : page) {
      if (entry.details().kind() == SubjectKind.PERSON) {
        continue;
      }
      Exchanged told = Telling.of(entry);
      List<String> cells =
          new ArrayList<>(SubjectTable.cells(told.subject(), told.subject().name()));
      cells.add(told.hash());
      rows.add(cells);
    }
    write(rows, false);
    count += rows.size();
    after = page.getLast().details().id();
  }

  private void write(List<List<String>> rows, boolean first) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (TableWriter csv = first ? TableWriter.csv(bytes) : TableWriter.moreCsv(bytes)) {
      for (List<String> row : rows) {
        csv.row(row);
      }
    }
    digest.update(bytes.toByteArray());
    zip.write(bytes.toByteArray());
  }

  private void end() throws IOException {
    String hash = HexFormat.of().formatHex(digest.digest());
    zip.closeEntry();
    part("subjects.csv.sha256", hash + "  subjects.csv\n");
    part(
        "manifest.json",
        CanonicalJson.text(Map.of("file", "subjects.csv", "rows", count, "sha256", hash)) + "\n");
    zip.close();
    ended = true;
  }

  private void part(String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
