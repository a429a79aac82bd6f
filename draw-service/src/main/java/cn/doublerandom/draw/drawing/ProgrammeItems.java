package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.programme.ProgrammeContent;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a visit is about where the published programme names its items (每期抽查实施方案, R28): by their
 * codes or by their names in the list of items. A programme that says it in other words, of one
 * item or of all, names none, and the visit is about all items of the task.
 */
public final class ProgrammeItems {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private ProgrammeItems() {}

  /** The items of the task whose programme it is; those of tasks drawn with it stay. */
  public static List<Combination.Partner> narrow(
      List<Combination.Partner> partners, Optional<ProgrammeContent> programme) {
    return programme
        .map(published -> {
          List<Combination.Partner> all = new ArrayList<>(partners);
          Combination.Partner lead = all.removeFirst();
          all.addFirst(lead.with(narrow(lead.items(), published.items())));
          return List.copyOf(all);
        })
        .orElse(partners);
  }

  static List<FrozenFrame.Item> narrow(List<FrozenFrame.Item> items, List<String> named) {
    boolean allAreItems = named.stream().allMatch(n -> items.stream().anyMatch(i -> isOf(n, i)));
    return allAreItems && !named.isEmpty()
        ? items.stream().filter(i -> named.stream().anyMatch(n -> isOf(n, i))).toList()
        : items;
  }

  private static boolean isOf(String named, FrozenFrame.Item item) {
    return plain(named).equals(plain(item.code())) || plain(named).equals(plain(item.name()));
  }

  private static String plain(String text) {
    return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
  }
}
