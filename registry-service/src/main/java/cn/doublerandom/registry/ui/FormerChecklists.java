package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.application.ItemStory;
import cn.doublerandom.registry.item.Checklist;
import cn.doublerandom.registry.item.Checklist.Question;
import cn.doublerandom.registry.item.ItemEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 历次检查表: what was asked before, word by word, since and until when, and who laid it down. */
public final class FormerChecklists {
  private FormerChecklists() {}

  /** What became of a question in the checklist that followed. */
  public enum Fate {
    KEPT,
    REWORDED,
    DROPPED
  }

  /** A question of a former checklist. */
  public record Line(Question question, Fate fate) {
    public boolean gone() {
      return fate != Fate.KEPT;
    }
  }

  /**
   * A checklist that holds no more.
   *
   * @param until the day on which another one followed
   * @param by account
   */
  public record Former(LocalDate from, LocalDate until, String by, List<Line> lines) {
    public Former {
      lines = List.copyOf(lines);
    }
  }

  /** The former ones, newest first, as the story has them. */
  static List<Former> of(List<ItemStory.Happened> story) {
    List<ItemStory.Happened> set =
        story.stream().filter(one -> one.event() instanceof ItemEvent.ChecklistSet).toList();
    List<Former> all = new ArrayList<>();
    for (int i = 1; i < set.size(); i++) {
      ItemStory.Happened was = set.get(i);
      ItemStory.Happened next = set.get(i - 1);
      Checklist then = checklist(next);
      all.add(
          new Former(
              was.day(),
              next.day(),
              was.by(),
              checklist(was).questions().stream().map(q -> new Line(q, fate(q, then))).toList()));
    }
    return List.copyOf(all);
  }

  /** Of a story only those are left that laid one down. */
  private static Checklist checklist(ItemStory.Happened happened) {
    return ((ItemEvent.ChecklistSet) happened.event()).checklist();
  }

  static Fate fate(Question question, Checklist then) {
    Optional<Question> same =
        then.questions().stream().filter(q -> q.id().equals(question.id())).findFirst();
    if (same.isEmpty()) {
      return Fate.DROPPED;
    }
    return same.get().equals(question) ? Fate.KEPT : Fate.REWORDED;
  }
}
