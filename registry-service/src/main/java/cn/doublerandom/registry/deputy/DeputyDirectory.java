package cn.doublerandom.registry.deputy;

import cn.doublerandom.bureau.people.Deputyship;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The entries of deputies as they are read. */
public interface DeputyDirectory {
  /**
   * One entry.
   *
   * @param held the last that was agreed to; absent where none was
   * @param ended why it holds no more; absent where nobody ended it
   * @param asked one that waits for a second person; absent where none does
   * @param askedBy who proposed that; absent where nobody did
   */
  record Entry(
      String deputy,
      String principal,
      @Nullable Deputyship held,
      @Nullable String ended,
      @Nullable Deputyship asked,
      @Nullable String askedBy) {
    public String id() {
      return Deputyship.id(deputy, principal);
    }

    /** Whether the deputy may act on a day. */
    public boolean isHeld(LocalDate day) {
      return held != null && ended == null && held.holds(day);
    }

    /** What it is about: what waits, or what was agreed to; absent where neither is. */
    public @Nullable Deputyship shown() {
      return asked == null ? held : asked;
    }
  }

  /** At most {@code limit} entries with an id after {@code after}, ascending. */
  CompletionStage<List<Entry>> page(String after, int limit);
}
