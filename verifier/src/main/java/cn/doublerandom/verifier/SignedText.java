package cn.doublerandom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text with the lines of who signed it (c2sp.org/signed-note).
 *
 * @param text what is signed, up to and with the newline before the empty line
 * @param signatures name and bytes of every signature line
 */
record SignedText(String text, List<Line> signatures) {
  /** One signature; the first four bytes say which key made it. */
  record Line(String name, String hex) {
    byte[] bytes() {
      return Hash.bytes(hex);
    }

    /** What follows the bytes that name the key. */
    byte[] signature() {
      byte[] all = bytes();
      return Arrays.copyOfRange(all, 4, all.length);
    }

    private boolean isBy(Note.Key key) {
      return name.equals(key.name()) && hex.startsWith(key.hash());
    }
  }

  /**
   * @param what how it is called where it is refused
   * @param most bytes, whole MiB
   */
  static SignedText read(byte[] bytes, String what, int most) {
    Refused.unless(
        bytes.length <= most, Code.MALFORMED, "%s of more than %d MiB".formatted(what, most >> 20));
    String all = new String(bytes, UTF_8);
    int split = all.lastIndexOf("\n\n");
    Refused.unless(
        split > 0 && all.endsWith("\n"), Code.MALFORMED, what + " has a text and signatures");
    List<Line> signatures = new ArrayList<>();
    for (String line : all.substring(split + 2).split("\n")) {
      signatures.add(line(line));
    }
    return new SignedText(all.substring(0, split + 1), signatures);
  }

  private static Line line(String line) {
    String[] parts = line.split(" ");
    Refused.unless(
        parts.length == 3 && parts[0].equals("—"), Code.MALFORMED, "not a signature: " + line);
    byte[] bytes = decode(parts[2]);
    Refused.unless(bytes.length > 4, Code.MALFORMED, "a signature is too short");
    return new Line(parts[1], Hash.hex(bytes));
  }

  static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new Refused(Code.MALFORMED, "not base64: " + base64);
    }
  }

  /** The signatures that say they are by a key. */
  List<byte[]> by(Note.Key key) {
    return signatures.stream().filter(line -> line.isBy(key)).map(Line::signature).toList();
  }

  /** Whether the key of a log signed this text. */
  boolean isSignedBy(Note.Key key) {
    return by(key).stream().anyMatch(one -> key.signed(text.getBytes(UTF_8), one));
  }
}
