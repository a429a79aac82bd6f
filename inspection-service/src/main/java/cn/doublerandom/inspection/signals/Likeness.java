package cn.doublerandom.inspection.signals;

import java.util.Arrays;

/**
 * How alike two texts are: the pairs of neighbouring characters they share of those either has
 * (Jaccard 1901). Digits, signs and spaces do not count, so that another date or plate number makes
 * no other text.
 */
final class Likeness {
  private static final int PER_THOUSAND = 1_000;

  private final long[] pairs;
  private final int length;

  private Likeness(long[] pairs, int length) {
    this.pairs = pairs;
    this.length = length;
  }

  static Likeness of(String text) {
    int[] letters = text.codePoints().filter(Character::isLetter).toArray();
    long[] pairs = new long[Math.max(0, letters.length - 1)];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = (long) letters[i] << Integer.SIZE | letters[i + 1];
    }
    return new Likeness(Arrays.stream(pairs).sorted().distinct().toArray(), letters.length);
  }

  /** Letters that count. */
  int length() {
    return length;
  }

  /** In thousandths; 0 where either has no pair. */
  int with(Likeness other) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < pairs.length && j < other.pairs.length) {
      if (pairs[i] == other.pairs[j]) {
        shared++;
        i++;
        j++;
      } else if (pairs[i] < other.pairs[j]) {
        i++;
      } else {
        j++;
      }
    }
    int either = pairs.length + other.pairs.length - shared;
    return either == 0 ? 0 : shared * PER_THOUSAND / either;
  }
}
