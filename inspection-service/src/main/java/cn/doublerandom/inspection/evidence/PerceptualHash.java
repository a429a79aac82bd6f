package cn.doublerandom.inspection.evidence;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * How a photo looks (dHash, N. Krawetz 2013): of 16 by 16 places whether the next one to the right
 * is clearly lighter. It hardly changes when a photo is saved anew, made smaller or lighter, and no
 * bytes are the same then.
 *
 * @param first four rows of 16 bits, the uppermost in the highest
 * @param second the next four
 * @param third likewise
 * @param fourth likewise
 */
public record PerceptualHash(long first, long second, long third, long fourth) {
  /** Places down, and across those that have one to their right. */
  public static final int SIDE = 16;

  private static final int BITS = SIDE * SIDE;
  private static final int HEX = 16;
  private static final int DIGITS = Long.SIZE / 4;
  private static final int ROWS = Long.SIZE / SIDE;
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{" + BITS / 4 + "}");

  /** A wall, a sheet or the dark: so few places differ from the next that all such look alike. */
  private static final int FEWEST_DIFFERENT = BITS / 4;

  /** Thousandths of 255; less is the grain of the camera or what saving it did. */
  private static final int LIGHTER = 3_000;

  /**
   * As it is written.
   *
   * @param hex 64 lowercase hex digits
   */
  public static PerceptualHash of(String hex) {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("no perceptual hash: " + hex.length() + " characters");
    }
    return new PerceptualHash(word(hex, 0), word(hex, 1), word(hex, 2), word(hex, 3));
  }

  private static long word(String hex, int number) {
    return Long.parseUnsignedLong(hex, number * DIGITS, (number + 1) * DIGITS, HEX);
  }

  /**
   * Of how light the places of a photo are.
   *
   * @param light {@link #SIDE} rows of one more, each 0 to 255,000
   * @return nothing where it shows too little to be told from others
   */
  public static Optional<PerceptualHash> of(int[][] light) {
    long[] words = new long[SIDE / ROWS];
    int different = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int step = light[y][x + 1] - light[y][x];
        words[y / ROWS] = words[y / ROWS] << 1 | (step >= LIGHTER ? 1 : 0);
        different += Math.abs(step) >= LIGHTER ? 1 : 0;
      }
    }
    return different < FEWEST_DIFFERENT
        ? Optional.empty()
        : Optional.of(new PerceptualHash(words[0], words[1], words[2], words[3]));
  }

  /** 64 lowercase hex digits. */
  public String hex() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(first)
        + hex.toHexDigits(second)
        + hex.toHexDigits(third)
        + hex.toHexDigits(fourth);
  }

  /** Its rows; who looks like another but for fewer than {@link #SIDE} bits shares one at least. */
  public int[] rows() {
    return LongStream.of(first, second, third, fourth)
        .flatMap(word -> LongStream.of(word >>> 48, word >>> 32, word >>> 16, word))
        .mapToInt(row -> (int) row & 0xFFFF)
        .toArray();
  }

  /** In how many of 256 bits two differ. */
  public int apart(PerceptualHash other) {
    return Long.bitCount(first ^ other.first)
        + Long.bitCount(second ^ other.second)
        + Long.bitCount(third ^ other.third)
        + Long.bitCount(fourth ^ other.fourth);
  }
}
