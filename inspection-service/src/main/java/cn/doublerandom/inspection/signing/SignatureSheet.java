package cn.doublerandom.inspection.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.contracts.json.CanonicalJson;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 签名页: what the subject wrote with its own hand, or who typed its name or refused before which
 * witness. It holds names, so it lies sealed like evidence and no event holds more than its hash.
 *
 * @param recordHash of the record it belongs to
 * @param way GLASS, TYPED or REFUSED
 * @param signer name of who signed or would not
 * @param signedAs his position
 * @param strokes of a hand, see {@link #areStrokes}; absent where nothing was drawn
 * @param witness name of the witness; absent where it signed with its own hand
 * @param witnessedAs his position; likewise
 * @param refusal why it would not; absent where it signed
 */
public record SignatureSheet(
    String visitId,
    String recordHash,
    String way,
    String signer,
    String signedAs,
    @Nullable String strokes,
    @Nullable String witness,
    @Nullable String witnessedAs,
    @Nullable String refusal) {
  /** Width and height of the glass that strokes are told on. */
  public static final int WIDTH = 1000;

  public static final int HEIGHT = 400;

  /** As many points as a minute of writing has. */
  public static final int MOST_POINTS = 3_000;

  /** Fewer are a slip of the finger. */
  public static final int LEAST_POINTS = 8;

  private static final Pattern POINT = Pattern.compile("([0-9]{1,4}),([0-9]{1,3})");
  private static final int LEAST_EXTENT = 40;

  /**
   * Whether a text is strokes of a hand: points {@code x,y} apart by a space, strokes by a
   * semicolon, on a glass of {@link #WIDTH} by {@link #HEIGHT}; no mere dot.
   */
  public static boolean areStrokes(String text) {
    int points = 0;
    int left = WIDTH;
    int right = 0;
    for (String stroke : text.split(";", -1)) {
      for (String point : stroke.split(" ", -1)) {
        var at = POINT.matcher(point);
        if (++points > MOST_POINTS || !at.matches()) {
          return false;
        }
        int x = Integer.parseInt(at.group(1));
        if (x > WIDTH || Integer.parseInt(at.group(2)) > HEIGHT) {
          return false;
        }
        left = Math.min(left, x);
        right = Math.max(right, x);
      }
    }
    return points >= LEAST_POINTS && right - left >= LEAST_EXTENT;
  }

  /** Its strokes as lines of points, for a picture; none where nothing was drawn. */
  public List<String> lines() {
    return strokes == null ? List.of() : Arrays.asList(strokes.split(";"));
  }

  /** What is sealed: canonical JSON in UTF-8. */
  public byte[] bytes() {
    Map<String, Object> sheet = new TreeMap<>();
    put(sheet, "visitId", visitId);
    put(sheet, "recordHash", recordHash);
    put(sheet, "way", way);
    put(sheet, "signer", signer);
    put(sheet, "signedAs", signedAs);
    put(sheet, "strokes", strokes);
    put(sheet, "witness", witness);
    put(sheet, "witnessedAs", witnessedAs);
    put(sheet, "refusal", refusal);
    return CanonicalJson.text(sheet).getBytes(UTF_8);
  }

  private static void put(Map<String, Object> sheet, String name, @Nullable String value) {
    if (value != null) {
      sheet.put(name, Normalizer.normalize(value, Normalizer.Form.NFC));
    }
  }
}
