package cn.doublerandom.draw.reading;

import cn.doublerandom.draw.ReadingRejection;

/** What a cell says, or why it cannot say that. */
public sealed interface Reading<T> {
  record Read<T>(T value) implements Reading<T> {}

  record Refused<T>(ReadingRejection reason) implements Reading<T> {}
}
