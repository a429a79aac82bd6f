package cn.doublerandom.paperkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The one typeface of all papers, Noto Sans SC (思源黑体): all of GB 2312 and GBK, Extension A, and of
 * the further planes what 通用规范汉字表 lists. A sign it lacks is written as its number, 〔U+20BB7〕: an
 * empty box on a signed paper could be any name.
 */
final class Typeface {
  static final String FAMILY = "Noto Sans SC";

  private static final String FILE = "paper/NotoSansSC-Regular.ttf";

  /** Offsets of the table directory of an sfnt file, and the tags of its entries. */
  private static final int TABLES = 4;

  private static final int FIRST_ENTRY = 12;
  private static final int ENTRY_BYTES = 16;
  private static final int GSUB = 0x47535542;
  private static final int UNKNOWN = 0x67737562;
  private static final Typeface KNOWN = load();

  private final byte[] file;
  private final Set<Integer> signs;

  private Typeface(byte[] file, Set<Integer> signs) {
    this.file = file;
    this.signs = signs;
  }

  static Typeface known() {
    return KNOWN;
  }

  InputStream file() {
    return new ByteArrayInputStream(file);
  }

  /** The signs of a text it lacks, ascending, each once. */
  List<Integer> lacking(String text) {
    return text.codePoints().filter(sign -> !has(sign)).distinct().sorted().boxed().toList();
  }

  /** The text with the number of each sign that is lacking in place of it. */
  String shown(String text) {
    return text.codePoints().allMatch(this::has)
        ? text
        : text.codePoints()
            .mapToObj(sign -> has(sign) ? Character.toString(sign) : number(sign))
            .collect(Collectors.joining());
  }

  /** A sign by its number in Unicode. */
  static String number(int sign) {
    return "〔U+%04X〕".formatted(sign);
  }

  private boolean has(int sign) {
    return sign == '\n' || sign == '\t' || sign == '\r' || signs.contains(sign);
  }

  private static Typeface load() {
    try (InputStream in = Typeface.class.getClassLoader().getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not packed with the paper kit");
      }
      byte[] file = withoutLigatures(in.readAllBytes());
      return new Typeface(file, signs(file));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  /**
   * The file without its table of substitutions (OpenType GSUB): with it "ff" of a hash would be
   * one sign, and what is copied from a paper would be another hash.
   */
  private static byte[] withoutLigatures(byte[] file) {
    ByteBuffer head = ByteBuffer.wrap(file);
    int tables = head.getShort(TABLES);
    for (int i = 0; i < tables; i++) {
      int entry = FIRST_ENTRY + i * ENTRY_BYTES;
      if (head.getInt(entry) == GSUB) {
        head.putInt(entry, UNKNOWN);
      }
    }
    return file;
  }

  private static Set<Integer> signs(byte[] file) throws IOException {
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
      CmapLookup glyphs = font.getUnicodeCmapLookup();
      Set<Integer> signs = new HashSet<>();
      for (int sign = ' '; sign <= Character.MAX_CODE_POINT; sign++) {
        if (glyphs.getGlyphId(sign) != 0) {
          signs.add(sign);
        }
      }
      return Set.copyOf(signs);
    }
  }
}
