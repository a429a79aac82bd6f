package cn.doublerandom.draw.programme;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the plan and the list of items say of a batch whose programme is written.
 *
 * @param number of the batch, from 1
 * @param batches how many the plan has drawn in the year
 * @param items codes and names of the claimed items of the task
 */
public record PlannedBatch(int number, int batches, List<String> items) {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Signs and digits alone: the code of an item, and no words about what is inspected. */
  private static final Pattern CODE = Pattern.compile("[0-9A-Za-z._/-]{3,}");

  public PlannedBatch {
    items = List.copyOf(items);
  }

  /** What a programme names twice. */
  static Optional<String> twice(List<String> named) {
    Set<String> seen = new HashSet<>();
    return named.stream().filter(name -> !seen.add(plain(name))).findFirst();
  }

  /**
   * What a programme names that is none of the task's items. One that says in words of its own what
   * is inspected names none, and its visits are about all; where one name is an item's the others
   * are names too, and a code is always one.
   */
  Optional<String> unknown(List<String> named) {
    Set<String> known = new HashSet<>(items.stream().map(PlannedBatch::plain).toList());
    boolean namesItems = named.stream().anyMatch(name -> known.contains(plain(name)));
    return named.stream()
        .filter(name -> !known.contains(plain(name)))
        .filter(name -> namesItems || CODE.matcher(plain(name)).matches())
        .findFirst();
  }

  private static String plain(String text) {
    return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
  }
}
