package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;

/** Who hands a file in, when and under which conditions: known before it is known what it holds. */
@FunctionalInterface
public interface Asker {
  /**
   * The context of what is asked.
   *
   * @param content of the file, so that the same key for another one is noticed
   */
  CommandContext of(String content);
}
