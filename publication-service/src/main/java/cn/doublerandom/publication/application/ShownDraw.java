package cn.doublerandom.publication.application;

import cn.doublerandom.publication.notice.DrawNotice;
import java.util.List;
import java.util.stream.IntStream;

/**
 * 抽查任务公告 as its page and its paper say it.
 *
 * @param subjects the drawn, in their order; none before execution
 * @param rounds that drew its teams again, those voided since too
 */
public record ShownDraw(
    PlannedDraw planned,
    List<NamedSubject> subjects,
    List<ReplacementLine> replacements,
    List<ExcludedLine> excluded,
    List<DrawNotice> rounds) {
  static ShownDraw of(NamedDraw draw, List<DrawNotice> rounds) {
    return new ShownDraw(
        draw.planned(), draw.selected(), ReplacementLine.of(draw), ExcludedLine.of(draw), rounds);
  }

  /** Whether nobody visits the drawn as it stands. */
  public boolean lacksTeams() {
    return planned.draw().lacksTeams() && rounds.stream().noneMatch(ShownDraw::hasTeams);
  }

  /** Whether a draw was made, and somebody visits the drawn by it. */
  public static boolean hasTeams(DrawNotice draw) {
    return draw.wasMade() && !draw.lacksTeams();
  }

  /** The parts of a long list behind the first, each a paper of its own. */
  public List<Integer> laterParts() {
    return IntStream.rangeClosed(2, parts()).boxed().toList();
  }

  /** How many papers its list takes. */
  public int parts() {
    return Math.max(1, Math.ceilDiv(subjects.size(), NoticePapers.MOST_IN_PART));
  }
}
