package cn.doublerandom.draw.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the tasks of a plan concern the same firms (被检查对象所涉及抽查事项的交集度, R34), and which of them are
 * better drawn and visited together (综合查一次).
 *
 * @param proposals without a task in common, the largest saving first
 */
public record PlanOverlap(List<Pair> pairs, List<Proposal> proposals, int visitsSaved) {
  /**
   * Two tasks with subjects in common.
   *
   * @param subjects in scope of both
   * @param items inspected for both
   * @param visitsSaved drawn together instead of apart
   * @param obstacle code of why they cannot be drawn together; absent where they can
   */
  public record Pair(
      List<String> tasks, int subjects, int items, int visitsSaved, @Nullable String obstacle) {}

  /**
   * Tasks to be drawn together.
   *
   * @param tasks the one whose draw it becomes first
   * @param window days on which all may be drawn
   * @param sizes how many each draws, alone as together
   */
  public record Proposal(
      List<String> tasks,
      Window window,
      Map<String, Integer> sizes,
      int visitsApart,
      int visitsTogether,
      int visitsSaved) {}
}
