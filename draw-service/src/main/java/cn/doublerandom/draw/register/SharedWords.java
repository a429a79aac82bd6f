package cn.doublerandom.draw.register;

import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What many subjects of a register have in common, kept once: every row read is text of its own,
 * and a million times the same kind, state, class, labels and days fill a heap. For one reading,
 * one row after the other.
 */
public final class SharedWords {
  /** Different words kept; what is rarer stands by itself. */
  private static final int MOST = 65_536;

  private final Map<Object, Object> known = new HashMap<>();

  /** The same subject, with the words of those before it. */
  public KnownSubject of(KnownSubject subject) {
    return new KnownSubject(
        subject.id(),
        subject.name(),
        shared(subject.kind()),
        shared(subject.labels()),
        shared(subject.status()),
        sharedOrNone(subject.creditRiskClass()),
        sharedOrNone(subject.standing()),
        subject.later());
  }

  private <T> @Nullable T sharedOrNone(@Nullable T word) {
    return word == null ? null : shared(word);
  }

  /** What is equal is of one class here: texts, lists of texts, days. */
  @SuppressWarnings("unchecked")
  private <T> T shared(T word) {
    Object before = known.size() < MOST ? known.putIfAbsent(word, word) : known.get(word);
    return before == null ? word : (T) before;
  }
}
