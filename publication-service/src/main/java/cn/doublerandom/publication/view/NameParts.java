package cn.doublerandom.publication.view;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Where a name stands in the index of parts: under what it reads from each of its characters on,
 * cut at {@link #LONGEST}; and under the subject's code. Whatever is in a name begins one of these
 * (a suffix array; Manber and Myers, SIAM J. Comput. 22, 1993), so that looking for a part is
 * looking for a beginning, which a plain index answers.
 */
final class NameParts {
  /** Characters of a part, code points: what two names share longer than this is compared whole. */
  static final int LONGEST = 40;

  /** Between a part and the subject it leads to; no name has it ({@code TextGuard}). */
  private static final char BETWEEN = '\u001f';

  /** After everything that begins with a part. */
  private static final int LAST = Character.MAX_CODE_POINT;

  private NameParts() {}

  /** The subject's rows: id of the row to what it leads to. */
  static Map<String, NamePart> of(String subject, String name) {
    Map<String, NamePart> rows = new TreeMap<>();
    int[] signs = name.codePoints().toArray();
    IntStream.range(0, signs.length)
        .mapToObj(from -> new String(signs, from, Math.min(LONGEST, signs.length - from)))
        .forEach(part -> rows.put(part + BETWEEN + subject, new NamePart(subject)));
    rows.put(subject + BETWEEN + subject, new NamePart(subject));
    return rows;
  }

  /** The first id a row of the part may have, and one after the last. */
  static List<String> range(String part) {
    String begin =
        part.codePoints()
            .limit(LONGEST)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return List.of(begin, begin + Character.toString(LAST));
  }
}
