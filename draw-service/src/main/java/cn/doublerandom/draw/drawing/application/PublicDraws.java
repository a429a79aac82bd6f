package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.drawing.DueReplacement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Draws as a read model keeps them: nobody replays a stream to look at one. */
public interface PublicDraws {
  /**
   * A draw.
   *
   * @param version of its task's stream when it was seen so
   * @param isCurrent whether it is the one under way, or the last
   */
  record Seen(long version, boolean isCurrent, DrawState state) {}

  CompletionStage<Optional<Seen>> find(String drawId);

  /** The replacements that are due, by draw, subject and inspector. */
  CompletionStage<List<DueReplacement>> due(int mostTasks);
}
