package cn.doublerandom.pagekit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, as a table shows it.
 *
 * @param from 序号 of the first of them, counted from 1
 * @param count how many there are in all; negative where nobody counted
 * @param next cursor of the next part; absent on the last one
 */
public record Rows<T>(List<T> items, long from, long count, @Nullable String next) {
  public Rows {
    items = List.copyOf(items);
  }

  /** 序号 of the last of them. */
  public long to() {
    return from + items.size() - 1;
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  public boolean isCounted() {
    return count >= 0;
  }

  /** 序号 of the first of the next part. */
  public long following() {
    return from + items.size();
  }
}
