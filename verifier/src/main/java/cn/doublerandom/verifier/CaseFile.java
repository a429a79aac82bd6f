package cn.doublerandom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * 卷宗: the bundle of an archived case file. Its first entry is the index, the others are the papers
 * in the order of the index, unpacked; put together again from what was read it is the same file,
 * so that no byte of it may be another.
 */
final class CaseFile {
  static final String FORM = "double-random/case-file/1";
  static final String INDEX = "index.json";
  private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
  private static final int MOST_ENTRIES = 100_000;

  private final List<Entry> entries = new ArrayList<>();

  private CaseFile() {}

  /** A record would compare its bytes by where they lie. */
  private static final class Entry {
    private final String name;
    private final byte[] content;

    Entry(String name, byte[] content) {
      this.name = name;
      this.content = content;
    }

    String name() {
      return name;
    }

    byte[] content() {
      return content;
    }
  }

  /** Whether a file is a zip, by its first bytes. */
  static boolean is(byte[] file) {
    return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
  }

  /**
   * Checks one.
   *
   * @param sealed the hash the ledger keeps of it; null where nobody said
   * @return what is said of it
   * @throws Refused naming what was changed
   */
  static String check(byte[] file, String sealed) {
    var bundle = new CaseFile();
    bundle.read(file);
    String remark = bundle.compare();
    Refused.unless(
        Arrays.equals(bundle.together(), file),
        Code.CASE_FILE_PAPER,
        "bytes between or after the papers are not as they were made");
    String hash = Hash.hex(Hash.sha256(file));
    Refused.unless(
        sealed == null || sealed.equals(hash),
        Code.CASE_FILE_SEAL,
        "the ledger has " + sealed + ", this file is " + hash);
    return "%s; sha256 %s%s"
        .formatted(
            remark, hash, sealed == null ? ", compare with the ledger" : ", as the ledger says");
  }

  private void read(byte[] file) {
    String at = "the beginning";
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file), UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        at = entry.getName();
        Refused.unless(
            entry.getMethod() == ZipEntry.STORED && entries.size() < MOST_ENTRIES,
            Code.MALFORMED,
            at + " is packed, or there are too many");
        entries.add(new Entry(at, zip.readAllBytes()));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Refused(Code.CASE_FILE_PAPER, at + " is damaged: " + e.getMessage());
    }
  }

  private String compare() {
    Refused.unless(
        !entries.isEmpty() && entries.getFirst().name().equals(INDEX),
        Code.MALFORMED,
        "a case file begins with " + INDEX);
    Object json = Json.read(entries.getFirst().content());
    Refused.unless(
        json instanceof Map<?, ?> map && FORM.equals(map.get("form")),
        Code.PROTOCOL_UNKNOWN,
        INDEX + " is not of the form " + FORM);
    Map<?, ?> index = (Map<?, ?>) json;
    Refused.unless(
        Arrays.equals(Json.canonical(index), entries.getFirst().content()),
        Code.CASE_FILE_INDEX,
        INDEX + " is not as it was written");
    List<?> papers = index.get("papers") instanceof List<?> list ? list : List.of();
    for (int i = 0; i < papers.size(); i++) {
      paper(papers.get(i), i + 1 < entries.size() ? entries.get(i + 1) : null);
    }
    Refused.unless(
        entries.size() == papers.size() + 1,
        Code.CASE_FILE_INDEX,
        entries.get(Math.min(papers.size() + 1, entries.size() - 1)).name()
            + " is not in the index");
    return "case file of draw %s, archived on %s, %d papers"
        .formatted(index.get("drawId"), index.get("archivedOn"), papers.size());
  }

  private static void paper(Object listed, Entry entry) {
    Refused.unless(listed instanceof Map, Code.MALFORMED, "a paper of the index is not an object");
    String name = Line.text((Map<?, ?>) listed, "name");
    Refused.unless(
        entry != null && entry.name().equals(name),
        Code.CASE_FILE_INDEX,
        name + " is in the index and not in its place");
    Refused.unless(
        Arrays.equals(Line.hash((Map<?, ?>) listed, "sha256"), Hash.sha256(entry.content())),
        Code.CASE_FILE_PAPER,
        name + " was changed");
  }

  private byte[] together() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, UTF_8)) {
      for (Entry one : entries) {
        var entry = new ZipEntry(one.name());
        var sum = new CRC32();
        sum.update(one.content());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(one.content().length);
        entry.setCompressedSize(one.content().length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(one.content());
        zip.closeEntry();
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Refused(Code.CASE_FILE_PAPER, "two papers have one name: " + e.getMessage());
    }
    return bytes.toByteArray();
  }
}
