package cn.doublerandom.publication.application;

import cn.doublerandom.publication.result.ResultNotice;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What was told of published results, as it is read. */
public interface ToldBoard {
  /**
   * The lines {@code key hash\n} of one bureau, ascending by key; empty where it has none. Linear
   * in them.
   */
  CompletionStage<String> lines();

  /** Results that became public before they were told, ascending by id. */
  CompletionStage<List<ResultNotice>> untold(int limit);
}
