package cn.doublerandom.servicekit.page;

import cn.doublerandom.pagekit.PageAddress;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A page, or a part of one, as the bytes that are sent: what a mould has is copied, and words are
 * escaped while they are written.
 */
public final class Utf8 {
  private static final int FIRST = 8 * 1024;
  private static final int MOST_OF_A_CHARACTER = 3;

  /** As the templates escape text (Qute's HtmlEscaper). */
  private static final byte[][] ESCAPED = new byte[128][];

  static {
    ESCAPED['"'] = ascii("&quot;");
    ESCAPED['\''] = ascii("&#39;");
    ESCAPED['&'] = ascii("&amp;");
    ESCAPED['<'] = ascii("&lt;");
    ESCAPED['>'] = ascii("&gt;");
  }

  private byte[] bytes = new byte[FIRST];
  private int length;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void room(int more) {
    if (more > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
    }
  }

  /** Bytes as they are. */
  void raw(byte[] piece) {
    raw(piece, piece.length);
  }

  /** Another part as it is. */
  void raw(Utf8 part) {
    raw(part.bytes, part.length);
  }

  private void raw(byte[] piece, int many) {
    room(many);
    System.arraycopy(piece, 0, bytes, length, many);
    length += many;
  }

  /** Words, in which no sign means anything in HTML. */
  void text(String words) {
    int most = words.length();
    room(most * MOST_OF_A_CHARACTER);
    for (int i = 0; i < most; i++) {
      char c = words.charAt(i);
      if (c < 0x80) {
        byte[] escaped = ESCAPED[c];
        if (escaped == null) {
          bytes[length++] = (byte) c;
        } else {
          raw(escaped);
          room((most - i) * MOST_OF_A_CHARACTER);
        }
      } else if (c < 0x800) {
        bytes[length++] = (byte) (0xC0 | (c >> 6));
        bytes[length++] = (byte) (0x80 | (c & 0x3F));
      } else if (Character.isSurrogate(c)) {
        i += pair(words, i);
      } else {
        bytes[length++] = (byte) (0xE0 | (c >> 12));
        bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        bytes[length++] = (byte) (0x80 | (c & 0x3F));
      }
    }
  }

  /** Half a pair is no character: it stands as one that was lost, as in every text of Java's. */
  private int pair(String words, int at) {
    int c = words.codePointAt(at);
    if (!Character.isSupplementaryCodePoint(c)) {
      bytes[length++] = '?';
      return 0;
    }
    bytes[length++] = (byte) (0xF0 | (c >> 18));
    bytes[length++] = (byte) (0x80 | ((c >> 12) & 0x3F));
    bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
    bytes[length++] = (byte) (0x80 | (c & 0x3F));
    return 1;
  }

  /** Words as a part of an address. */
  void address(String words) {
    raw(ascii(PageAddress.encoded(words)));
  }

  /** A copy, for one that sends it. */
  public Buffer buffer() {
    return Buffer.buffer(length).appendBytes(bytes, 0, length);
  }

  /** Its SHA-256, 64 hex digits. */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
