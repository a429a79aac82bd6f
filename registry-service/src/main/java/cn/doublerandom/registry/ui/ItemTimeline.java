package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.Happening;
import cn.doublerandom.registry.application.ItemStory;
import cn.doublerandom.registry.item.Checklist;
import cn.doublerandom.registry.item.ItemDetails;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.registry.ui.FormerChecklists.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What happened to an item, in words; what it said before stands beside what it says since. */
final class ItemTimeline {
  private final ItemWords words;
  private final RegistryWords registry;
  private final String between;
  private final List<Happening> told = new ArrayList<>();
  private @Nullable ItemDetails details;
  private @Nullable Checklist checklist;

  private ItemTimeline(ItemWords words, RegistryWords registry, String between) {
    this.words = words;
    this.registry = registry;
    this.between = between;
  }

  /**
   * Newest first, as the story is.
   *
   * @param between what stands between two facts of one line
   */
  static List<Happening> of(
      List<ItemStory.Happened> story, ItemWords words, RegistryWords registry, String between) {
    ItemTimeline timeline = new ItemTimeline(words, registry, between);
    story.reversed().forEach(timeline::tell);
    return List.copyOf(timeline.told.reversed());
  }

  private void tell(ItemStory.Happened happened) {
    Said said = said(happened.event());
    told.add(
        Happening.of(
            said.fact(),
            said.people().isEmpty() ? happened.by() : said.people(),
            happened.day().toString(),
            happened.recorded().toString(),
            said.why()));
  }

  /**
   * @param people who did it, where it took two
   */
  private record Said(String fact, String why, String people) {
    static Said of(String fact) {
      return new Said(fact, "", "");
    }

    static Said of(String fact, @Nullable String why) {
      return new Said(fact, Objects.requireNonNullElse(why, ""), "");
    }
  }

  private Said said(ItemEvent event) {
    return switch (event) {
      case ItemEvent.ItemListed e ->
          new Said(listed(e.details()), "", two(e.requestedBy(), e.approvedBy()));
      case ItemEvent.RenamingAsked e -> Said.of(words.renamingAsked(e.becomes().name()));
      case ItemEvent.RenamingEnded e -> Said.of(words.renamingEnded(), e.reason());
      case ItemEvent.ItemClaimed e -> Said.of(words.claimedBy(e.unit(), e.mandate()));
      case ItemEvent.ReleaseAsked e -> Said.of(words.releaseAsked(), e.reason());
      case ItemEvent.ReleaseEnded e -> Said.of(words.releaseEnded(), e.reason());
      case ItemEvent.ItemReleased e -> Said.of(words.releasedBy(e.unit()), e.reason());
      case ItemEvent.ItemSuperseded e -> Said.of(words.supersededBy(e.catalogue()));
      case ItemEvent.ItemImportUndone e -> {
        details = e.details();
        yield new Said(
            registry.importUndone(e.effective().toString()),
            e.reason(),
            two(e.requestedBy(), e.approvedBy()));
      }
      case ItemEvent.ChecklistSet e -> Said.of(set(e.checklist()));
    };
  }

  private String listed(ItemDetails now) {
    ItemDetails before = details;
    details = now;
    return before == null || before.equals(now)
        ? words.listed()
        : words.relisted(differences(before, now));
  }

  private String differences(ItemDetails was, ItemDetails is) {
    List<String> all = new ArrayList<>();
    differ("name", ItemDetails::name, was, is, all);
    differ("legalBasis", ItemDetails::legalBasis, was, is, all);
    differ("category", item -> words.categoryOf(item.category()), was, is, all);
    differ("level", item -> words.levelOf(item.level()), was, is, all);
    differ("field", ItemDetails::field, was, is, all);
    differ("method", ItemDetails::method, was, is, all);
    differ("ratio", item -> Objects.requireNonNullElse(item.ratio(), ""), was, is, all);
    differ("frequency", item -> Objects.requireNonNullElse(item.frequency(), ""), was, is, all);
    return String.join(between, all);
  }

  private void differ(
      String member,
      Function<ItemDetails, String> part,
      ItemDetails was,
      ItemDetails is,
      List<String> all) {
    String before = part.apply(was);
    String now = part.apply(is);
    if (!before.equals(now)) {
      all.add(words.becameOf(words.member(member), shown(before), shown(now)));
    }
  }

  private String shown(String text) {
    return text.isEmpty() ? words.nothing() : text;
  }

  private String set(Checklist now) {
    Checklist before = checklist;
    checklist = now;
    if (before == null) {
      return words.checklistSet(now.questions().size());
    }
    List<String> all = new ArrayList<>();
    now.questions().stream()
        .filter(q -> FormerChecklists.fate(q, before) == Fate.DROPPED)
        .forEach(q -> all.add(words.questionAdded(q.text())));
    for (Checklist.Question was : before.questions()) {
      changed(was, now, all);
    }
    return words.checklistChanged(
        now.questions().size(), all.isEmpty() ? words.reordered() : String.join(between, all));
  }

  private void changed(Checklist.Question was, Checklist now, List<String> all) {
    switch (FormerChecklists.fate(was, now)) {
      case KEPT -> {}
      case DROPPED -> all.add(words.questionDropped(was.text()));
      case REWORDED ->
          now.questions().stream()
              .filter(q -> q.id().equals(was.id()))
              .forEach(q ->
                  all.add(
                      q.text().equals(was.text())
                          ? words.questionChanged(was.text())
                          : words.becameOf(words.question(), was.text(), q.text())));
    }
  }

  private String two(@Nullable String asked, @Nullable String agreed) {
    return asked == null || agreed == null ? "" : Happening.two(asked, agreed);
  }
}
