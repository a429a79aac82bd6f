package cn.doublerandom.draw.waiting.application;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.servicekit.identity.AccountNames.Names;
import cn.doublerandom.servicekit.waiting.DayWords;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.Pending;
import cn.doublerandom.servicekit.waiting.PendingFold;
import cn.doublerandom.servicekit.waiting.PendingGroup;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;

/** Makes of what waits a sentence, and the other way round the parts a sentence needs. */
final class DrawMatters {
  static final String OF = "of";
  static final String WHAT = "what";
  static final String BY = PendingFold.BY;

  /** Maps come in no order, rows must. */
  static final Comparator<Pending> BY_KEY =
      Comparator.comparing(Pending::kind).thenComparing(Pending::key);

  private DrawMatters() {}

  /** What is to be done by anybody of the role. */
  static Pending open(DrawMatter kind, String key, String of) {
    return Pending.of(kind.code(), key).saying(OF, of);
  }

  /** What somebody asked for and another decides on. */
  static Pending asked(
      DrawMatter kind, String key, String of, String by, Collection<String> touched) {
    return open(kind, key, of).notFor(touched).saying(BY, by);
  }

  /**
   * The sentence.
   *
   * @param today business day
   * @param people what accounts are called
   */
  static Matter matter(PendingGroup group, LocalDate today, Names people) {
    Pending one = group.first();
    DrawMatter kind = DrawMatter.of(one.kind());
    String of = one.says(OF);
    String what = one.says(WHAT);
    String by = people.brief(one.says(BY));
    LocalDate since = Objects.requireNonNullElse(one.since(), today);
    return new Matter(
        kind.code(),
        kind.sentence().chinese(of, what)
            + (by.isEmpty() ? "" : "（%s %s提出）".formatted(by, DayWords.chinese(since, today))),
        kind.sentence().english(of, what)
            + (by.isEmpty()
                ? ""
                : " (asked for by %s on %s)".formatted(by, DayWords.english(since, today))),
        since,
        one.due(),
        kind.page().of(page(group, kind, of)));
  }

  /** The id a page is asked by: of a plan that of its stream, of all else what it is about. */
  private static String page(PendingGroup group, DrawMatter kind, String of) {
    String stream = group.stream();
    if (kind == DrawMatter.DRAW_DUE) {
      return group.first().key();
    }
    return DrawStreams.PLAN.has(stream) ? DrawStreams.PLAN.id(stream) : of;
  }
}
