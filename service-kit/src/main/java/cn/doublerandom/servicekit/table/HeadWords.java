package cn.doublerandom.servicekit.table;

import cn.doublerandom.servicekit.text.SearchKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the columns of a table may be called, made ready once for a whole file.
 *
 * @param required columns that must be there
 * @param names of columns by the keys of what they may be called
 * @param elsewhere columns that are told in another way, and how
 */
record HeadWords(List<String> required, Map<String, String> names, Map<Pattern, String> elsewhere) {
  private static final Pattern NO_NAME = Pattern.compile("\\*|\\(必填\\)|\\(必填项\\)|[:：]$");

  /** Of shorter heads one sign is half of the word. */
  private static final int LEAST_ALIKE = 3;

  static HeadWords of(Table<?> table) {
    Map<String, String> names = new HashMap<>();
    table.others().forEach((other, name) -> names.put(key(other), name));
    table.heads().forEach(name -> names.put(key(name), name));
    Map<Pattern, String> elsewhere = new LinkedHashMap<>();
    table.elsewhere().forEach((column, how) -> elsewhere.put(Pattern.compile(column), how));
    return new HeadWords(table.heads(), names, elsewhere);
  }

  /** Without spaces, marks of what must be filled in, and the differences of typing. */
  static String key(String head) {
    return NO_NAME.matcher(SearchKey.of(head)).replaceAll("");
  }

  Optional<String> name(String key) {
    return Optional.ofNullable(names.get(key));
  }

  /** Why a column nobody knows cannot just be left out; empty where it can. */
  Optional<String> reason(String column, String key, Set<String> present) {
    return elsewhere.entrySet().stream()
        .filter(e -> e.getKey().matcher(key).matches())
        .map(Map.Entry::getValue)
        .sorted()
        .findFirst()
        .map(how -> "本表不读取“" + column + "”列：" + how)
        .or(() ->
            names.entrySet().stream()
                .filter(e -> !present.contains(e.getValue()) && isNear(key, e.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst()
                .map(name -> "不认识“%s”列，是否应为“%s”？请改正表头；若不是，请删去此列。".formatted(column, name)));
  }

  /** Whether one sign is another, missing or too much, in heads of three or more. */
  private static boolean isNear(String one, String other) {
    int[] shorter = (one.length() <= other.length() ? one : other).codePoints().toArray();
    int[] longer = (one.length() <= other.length() ? other : one).codePoints().toArray();
    if (shorter.length < LEAST_ALIKE || longer.length - shorter.length > 1) {
      return false;
    }
    int from = Arrays.mismatch(shorter, longer);
    if (from < 0) {
      return true;
    }
    int behind = shorter.length == longer.length ? from + 1 : from;
    return Arrays.equals(shorter, behind, shorter.length, longer, from + 1, longer.length);
  }
}
