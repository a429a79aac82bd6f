package cn.doublerandom.registry.catalogue;

import cn.doublerandom.registry.catalogue.Catalogue.Issued;
import cn.doublerandom.registry.item.ItemDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one version of the catalogue to another.
 *
 * @param added codes that are new
 * @param removed codes that are gone
 * @param changed items whose entry differs
 */
public record CatalogueDiff(List<String> added, List<String> removed, List<Change> changed) {
  /**
   * One item.
   *
   * @param members what differs, before and after
   */
  public record Change(String code, List<Member> members) {}

  /** One member of an entry; an empty text where there is none. */
  public record Member(String name, String before, String after) {}

  public static CatalogueDiff between(Issued before, Issued after) {
    Map<String, ItemDetails> old = byCode(before);
    Map<String, ItemDetails> now = byCode(after);
    List<Change> changed = new ArrayList<>();
    now.forEach((code, item) -> {
      ItemDetails known = old.get(code);
      if (known != null && !known.equals(item)) {
        changed.add(new Change(code, members(known, item)));
      }
    });
    return new CatalogueDiff(
        now.keySet().stream().filter(code -> !old.containsKey(code)).toList(),
        old.keySet().stream().filter(code -> !now.containsKey(code)).toList(),
        changed);
  }

  private static Map<String, ItemDetails> byCode(Issued catalogue) {
    Map<String, ItemDetails> items = new TreeMap<>();
    catalogue.items().forEach(item -> items.put(item.code(), item));
    return items;
  }

  private static List<Member> members(ItemDetails before, ItemDetails after) {
    List<Member> members = new ArrayList<>();
    differ(members, "name", before.name(), after.name());
    differ(members, "legalBasis", before.legalBasis(), after.legalBasis());
    differ(members, "category", before.category().name(), after.category().name());
    differ(members, "level", before.level().name(), after.level().name());
    differ(members, "field", before.field(), after.field());
    differ(members, "method", before.method(), after.method());
    differ(members, "ratio", orEmpty(before.ratio()), orEmpty(after.ratio()));
    differ(members, "frequency", orEmpty(before.frequency()), orEmpty(after.frequency()));
    return members;
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static void differ(List<Member> members, String name, String before, String after) {
    if (!before.equals(after)) {
      members.add(new Member(name, before, after));
    }
  }
}
