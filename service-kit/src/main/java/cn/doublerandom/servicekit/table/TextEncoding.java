package cn.doublerandom.servicekit.table;

import cn.doublerandom.servicekit.file.FileType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a file of text is encoded: UTF-8, UTF-16, or GB18030 (GBK and GB 2312 are parts of it). The
 * bytes say it; what is none of them is refused.
 *
 * @param mark bytes of the byte order mark
 */
record TextEncoding(Charset charset, int mark) {
  static final Charset GB18030 = Charset.forName("GB18030");
  private static final int LOOKED_AT = 8 * 1024;

  /** So many signs of UTF-8 in a row do not happen in a text of another encoding. */
  private static final int SURELY_UTF8 = 10;

  /** In a table of UTF-16 one byte of ten is zero, at the least: separators, digits, line ends. */
  private static final int FEW_OF = 16;

  /** Opens bytes from the beginning. */
  private interface Source {
    InputStream open() throws IOException;
  }

  /** The text of a file, as it goes. */
  static Reader open(Path file) throws UnreadableTable, IOException {
    TextEncoding encoding = of(() -> Files.newInputStream(file));
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(encoding.mark);
    return new InputStreamReader(in, strict(encoding.charset));
  }

  /** What it is called: UTF-8, UTF-16LE, GB18030. */
  static String nameOf(Path file) throws UnreadableTable, IOException {
    return of(() -> Files.newInputStream(file)).charset.name();
  }

  /** The text of a small file. */
  static String text(byte[] file) throws UnreadableTable, IOException {
    TextEncoding encoding = of(() -> new ByteArrayInputStream(file));
    return new String(file, encoding.mark, file.length - encoding.mark, encoding.charset);
  }

  private static TextEncoding of(Source source) throws UnreadableTable, IOException {
    byte[] head;
    try (InputStream in = source.open()) {
      head = in.readNBytes(LOOKED_AT);
    }
    if (begins(head, 0xEF, 0xBB, 0xBF)) {
      requireWhole(source, StandardCharsets.UTF_8, 3);
      return new TextEncoding(StandardCharsets.UTF_8, 3);
    } else if (begins(head, 0xFF, 0xFE)) {
      return whole(source, StandardCharsets.UTF_16LE, 2);
    } else if (begins(head, 0xFE, 0xFF)) {
      return whole(source, StandardCharsets.UTF_16BE, 2);
    }
    requireText(head);
    return isWide(head) ? wide(source, head) : narrow(source);
  }

  /** What people hand in by mistake is called by its name. */
  static void requireText(byte[] head) throws UnreadableTable {
    if (begins(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new UnreadableTable(
          0, "not-a-table", "这是旧版 Word 或 Excel 文件（.doc、.xls），或有密码的文件，请另存为无密码的 docx 或 xlsx。");
    }
    Optional<FileType> type = FileType.of(head);
    if (type.isPresent()) {
      throw new UnreadableTable(
          0,
          "not-a-table",
          switch (type.get()) {
            case PDF -> "这是 PDF 文件，不是表格。";
            case JPEG, PNG, WEBP, HEIC -> "这是图片，不是表格。请交来表格文件本身，不要截图或拍照。";
            case MP4, M4A, QUICKTIME, WEBM, OGG, AMR, MP3, WAV -> "这是录音或录像，不是表格。";
          });
    }
  }

  /**
   * Whether zero bytes stand for narrow signs, of which a table of UTF-16 is full; a few of them
   * are signs that stand there, and are told by row and column.
   */
  private static boolean isWide(byte[] head) {
    int zeros = 0;
    for (byte b : head) {
      zeros += b == 0 ? 1 : 0;
    }
    return zeros * FEW_OF > head.length;
  }

  private static boolean begins(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasZero(byte[] head, int parity) {
    for (int i = parity; i < head.length; i += 2) {
      if (head[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /** UTF-16 without a mark: the zero bytes of its narrow signs stand on one side. */
  private static TextEncoding wide(Source source, byte[] head) throws UnreadableTable, IOException {
    boolean even = hasZero(head, 0);
    if (even == hasZero(head, 1)) {
      throw new UnreadableTable(0, "not-a-table", "文件不是表格：既不是 xlsx，也不是文本。");
    }
    return whole(source, even ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, 0);
  }

  private static TextEncoding narrow(Source source) throws UnreadableTable, IOException {
    Damage damage = damage(source, StandardCharsets.UTF_8, 0);
    if (damage.line() == 0) {
      return new TextEncoding(StandardCharsets.UTF_8, 0);
    } else if (damage.wideBefore() >= SURELY_UTF8) {
      throw damaged(damage);
    }
    return whole(source, GB18030, 0);
  }

  private static TextEncoding whole(Source source, Charset charset, int mark)
      throws UnreadableTable, IOException {
    requireWhole(source, charset, mark);
    return new TextEncoding(charset, mark);
  }

  private static void requireWhole(Source source, Charset charset, int mark)
      throws UnreadableTable, IOException {
    Damage damage = damage(source, charset, mark);
    if (damage.line() > 0) {
      throw damaged(damage);
    }
  }

  private static UnreadableTable damaged(Damage damage) {
    return new UnreadableTable(
        damage.line(), "damaged-text", "此行有无法识别的字节：文件不是完整的 UTF-8、UTF-16 或 GBK 文本。");
  }

  /**
   * Where a text stops to be one.
   *
   * @param line from 1; 0 where it never does
   * @param wideBefore signs beyond ASCII before it
   */
  private record Damage(int line, int wideBefore) {}

  private static Damage damage(Source source, Charset charset, int mark) throws IOException {
    CharsetDecoder decoder = strict(charset);
    ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
    CharBuffer text = CharBuffer.allocate(64 * 1024);
    int line = 1;
    int wide = 0;
    try (InputStream in = source.open()) {
      in.skipNBytes(mark);
      boolean end = false;
      while (!end) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        CoderResult result = decoder.decode(bytes, text, end);
        text.flip();
        for (int i = 0; i < text.length(); i++) {
          line += text.charAt(i) == '\n' ? 1 : 0;
          wide += text.charAt(i) > 0x7F ? 1 : 0;
        }
        text.clear();
        if (result.isError()) {
          return new Damage(line, wide);
        }
        bytes.compact();
      }
    }
    return new Damage(0, wide);
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}
