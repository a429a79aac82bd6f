package cn.doublerandom.inspection.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.contracts.json.CanonicalJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * 卷宗 as one file: a ZIP whose first entry is its index (目录) and whose others are the papers in the
 * order of the index. Nothing in it depends on when or where it was made, so that whoever takes it
 * apart and puts it together again has the same bytes; {@code ./suite verify} does.
 */
public final class CaseBundle {
  /** Names the form of the index, so that a later one is told apart. */
  public static final String FORM = "double-random/case-file/1";

  public static final String INDEX = "index.json";

  /** What a browser and a small machine still take; scans beyond it are listed by their hash. */
  public static final long MOST_SCANNED = 64L * 1024 * 1024;

  private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final byte[] index;
  private final byte[] bytes;
  private final int papers;

  private CaseBundle(byte[] index, byte[] bytes, int papers) {
    this.index = index;
    this.bytes = bytes;
    this.papers = papers;
  }

  /** One paper. */
  public static final class Entry {
    private final String name;
    private final @Nullable String subject;
    private final String title;
    private final byte[] content;

    /**
     * @param name of its entry: letters, digits, dots, dashes, underlines and slashes
     * @param subject who was visited; absent where it is of the whole draw
     * @param title in words
     */
    public Entry(String name, @Nullable String subject, String title, byte[] content) {
      if (!name.matches("[0-9A-Za-z._/-]{1,200}") || name.equals(INDEX)) {
        throw new IllegalArgumentException("a name of an entry, got " + name);
      }
      this.name = name;
      this.subject = subject;
      this.title = title;
      this.content = content.clone();
    }
  }

  /**
   * What is not in the bundle and belongs to the file: evidence, and scans that were never handed
   * in or are too many. It is bound by its hash.
   *
   * @param what evidence or scan, in words
   */
  public record Apart(@Nullable String subject, String what, String sha256) {}

  /** The bundle of a draw's file. */
  public static CaseBundle of(String drawId, LocalDate on, List<Entry> entries, List<Apart> apart) {
    byte[] index = CanonicalJson.text(index(drawId, on, entries, apart)).getBytes(UTF_8);
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, UTF_8)) {
      put(zip, INDEX, index);
      for (Entry entry : entries) {
        put(zip, entry.name, entry.content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return new CaseBundle(index, bytes.toByteArray(), entries.size());
  }

  /** What the ledger keeps of it. */
  public CaseSeal seal(@Nullable LocalDate keepUntil, @Nullable String basis) {
    return new CaseSeal(sha256(bytes), sha256(index), papers, bytes.length, keepUntil, basis);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  private static Map<String, Object> index(
      String drawId, LocalDate on, List<Entry> entries, List<Apart> apart) {
    Map<String, Object> index = new TreeMap<>();
    index.put("form", FORM);
    index.put("drawId", drawId);
    index.put("archivedOn", on.toString());
    List<Object> papers = new ArrayList<>();
    for (Entry entry : entries) {
      Map<String, Object> one = of(entry.subject, entry.title, sha256(entry.content));
      one.put("name", entry.name);
      one.put("bytes", entry.content.length);
      papers.add(one);
    }
    index.put("papers", papers);
    index.put(
        "apart", apart.stream().map(one -> of(one.subject(), one.what(), one.sha256())).toList());
    return index;
  }

  private static Map<String, Object> of(@Nullable String subject, String title, String sha256) {
    Map<String, Object> one = new TreeMap<>();
    if (subject != null) {
      one.put("subject", subject);
    }
    one.put("title", title);
    one.put("sha256", sha256);
    return one;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** As it is: what is not packed is found again by whoever has half of it. */
  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    var entry = new ZipEntry(name);
    var sum = new CRC32();
    sum.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(sum.getValue());
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
