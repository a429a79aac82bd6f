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
 * item or of all, names none, and the visit is about all items of the task. A name several items
 * bear says nothing, unless the programme names one of them by its code too.
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
    return areAllItems(items, named)
        ? items.stream()
            .filter(i -> named.stream().anyMatch(n -> fitting(n, items, named).contains(i)))
            .toList()
        : items;
  }

  /** A name the programme says and which items bear it, where several do. */
  public record Ambiguous(String name, List<String> codes) {}

  /** The first name that several items bear of whom the programme names none by its code. */
  public static Optional<Ambiguous> ambiguous(
      List<Combination.Partner> partners, Optional<ProgrammeContent> programme) {
    return programme.flatMap(
        published -> ambiguous(partners.getFirst().items(), published.items()));
  }

  static Optional<Ambiguous> ambiguous(List<FrozenFrame.Item> items, List<String> named) {
    return areAllItems(items, named)
        ? named.stream()
            .map(name -> new Ambiguous(name, codes(fitting(name, items, named))))
            .filter(one -> one.codes().size() > 1)
            .filter(one -> one.codes().stream().noneMatch(code -> isSaid(code, named)))
            .findFirst()
        : Optional.empty();
  }

  private static List<String> codes(List<FrozenFrame.Item> items) {
    return items.stream().map(FrozenFrame.Item::code).toList();
  }

  private static boolean areAllItems(List<FrozenFrame.Item> items, List<String> named) {
    return !named.isEmpty()
        && named.stream().noneMatch(name -> fitting(name, items, named).isEmpty());
  }

  /** The item of that code; else those of that name, of which a code named beside it picks. */
  private static List<FrozenFrame.Item> fitting(
      String name, List<FrozenFrame.Item> items, List<String> named) {
    List<FrozenFrame.Item> byCode =
        items.stream().filter(i -> plain(name).equals(plain(i.code()))).toList();
    if (!byCode.isEmpty()) {
      return byCode;
    }
    List<FrozenFrame.Item> byName =
        items.stream().filter(i -> plain(name).equals(plain(i.name()))).toList();
    List<FrozenFrame.Item> picked = byName.stream().filter(i -> isSaid(i.code(), named)).toList();
    return picked.isEmpty() ? byName : picked;
  }

  private static boolean isSaid(String code, List<String> named) {
    return named.stream().anyMatch(n -> plain(n).equals(plain(code)));
  }

  private static String plain(String text) {
    return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
  }
}
