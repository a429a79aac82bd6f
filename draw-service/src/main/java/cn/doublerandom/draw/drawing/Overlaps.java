package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanOverlap;
import cn.doublerandom.draw.plan.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How far the tasks of a plan concern the same firms and the same items (被检查对象所涉及抽查事项的交集度, R34),
 * and which of them are better drawn and visited together (综合查一次).
 */
public final class Overlaps {
  private final List<Combination.Partner> tasks;
  private final List<Combination.Member> members;
  private final int inspectors;

  private Overlaps(
      List<Combination.Partner> tasks, List<Combination.Member> members, int inspectors) {
    this.tasks = tasks;
    this.members = members;
    this.inspectors = inspectors;
  }

  /**
   * @param tasks not yet drawn together with others
   * @param members everybody in scope of at least one of them
   */
  public static PlanOverlap of(
      List<Combination.Partner> tasks, List<Combination.Member> members, int inspectors) {
    return new Overlaps(tasks, members, inspectors).report();
  }

  private PlanOverlap report() {
    List<PlanOverlap.Pair> pairs = new ArrayList<>();
    List<PlanOverlap.Proposal> worthwhile = new ArrayList<>();
    for (int a = 0; a < tasks.size(); a++) {
      for (int b = a + 1; b < tasks.size(); b++) {
        List<Combination.Partner> two = List.of(tasks.get(a), tasks.get(b));
        int subjects = common(two);
        if (subjects > 0) {
          Tried tried = together(two);
          pairs.add(
              new PlanOverlap.Pair(
                  keys(two),
                  subjects,
                  items(two),
                  tried.proposal.map(PlanOverlap.Proposal::visitsSaved).orElse(0),
                  tried.obstacle.map(o -> o.wording().code()).orElse(null)));
          tried.proposal.filter(p -> p.visitsSaved() > 0).ifPresent(worthwhile::add);
        }
      }
    }
    List<PlanOverlap.Proposal> proposals = proposals(worthwhile);
    return new PlanOverlap(
        pairs, proposals, proposals.stream().mapToInt(PlanOverlap.Proposal::visitsSaved).sum());
  }

  private static List<String> keys(List<Combination.Partner> some) {
    return some.stream().map(Combination.Partner::key).toList();
  }

  private int common(List<Combination.Partner> two) {
    List<String> keys = keys(two);
    return (int) members.stream().filter(m -> m.classes().keySet().containsAll(keys)).count();
  }

  private static int items(List<Combination.Partner> two) {
    Set<FrozenFrame.Item> both = new HashSet<>(two.getFirst().items());
    both.retainAll(new HashSet<>(two.getLast().items()));
    return both.size();
  }

  /** What becomes of some tasks drawn together: a proposal, or why there is none. */
  private record Tried(Optional<PlanOverlap.Proposal> proposal, Optional<DrawRejection> obstacle) {}

  private Tried together(List<Combination.Partner> some) {
    Optional<Window> window = Window.common(some.stream().map(Combination.Partner::task).toList());
    if (window.isEmpty()) {
      return new Tried(Optional.empty(), Optional.of(PlanRejection.COMBINATION_WINDOWS_APART));
    }
    return switch (Combination.of(some, membersOf(keys(some)), inspectors)) {
      case Combination.Answer.None(var reason, var task) ->
          new Tried(Optional.empty(), Optional.of(reason));
      case Combination.Answer.Of(var draw, var strata, var frame) ->
          new Tried(Optional.of(proposal(draw, window.get())), Optional.empty());
    };
  }

  private static PlanOverlap.Proposal proposal(CombinedDraw draw, Window window) {
    Map<String, Integer> sizes = new TreeMap<>();
    draw.parts().forEach(p -> sizes.put(p.task(), draw.size(p.task())));
    return new PlanOverlap.Proposal(
        draw.parts().stream().map(CombinedDraw.Part::task).toList(),
        window,
        sizes,
        draw.visitsApart(),
        draw.visitsTogether(),
        draw.visitsApart() - draw.visitsTogether());
  }

  private List<Combination.Member> membersOf(List<String> keys) {
    return members.stream()
        .map(m -> {
          Map<String, String> classes = new HashMap<>(m.classes());
          classes.keySet().retainAll(keys);
          return new Combination.Member(m.subject(), m.excluded(), classes);
        })
        .filter(m -> !m.classes().isEmpty())
        .toList();
  }

  /** The best pair first, each grown by whatever task saves more; a task is in one proposal. */
  private List<PlanOverlap.Proposal> proposals(List<PlanOverlap.Proposal> pairs) {
    List<PlanOverlap.Proposal> proposals = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    pairs.stream()
        .sorted(
            Comparator.comparingInt(PlanOverlap.Proposal::visitsSaved)
                .reversed()
                .thenComparing(p -> p.tasks().toString()))
        .forEach(pair -> {
          if (pair.tasks().stream().noneMatch(taken::contains)) {
            PlanOverlap.Proposal grown = grown(pair, taken);
            taken.addAll(grown.tasks());
            proposals.add(grown);
          }
        });
    return proposals;
  }

  private PlanOverlap.Proposal grown(PlanOverlap.Proposal proposal, Set<String> taken) {
    if (proposal.tasks().size() == PlanContent.MOST_COMBINED) {
      return proposal;
    }
    return tasks.stream()
        .filter(t -> !taken.contains(t.key()) && !proposal.tasks().contains(t.key()))
        .map(t -> and(proposal, t))
        .flatMap(Optional::stream)
        .filter(p -> p.visitsSaved() > proposal.visitsSaved())
        .max(Comparator.comparingInt(PlanOverlap.Proposal::visitsSaved))
        .map(p -> grown(p, taken))
        .orElse(proposal);
  }

  private Optional<PlanOverlap.Proposal> and(
      PlanOverlap.Proposal proposal, Combination.Partner one) {
    List<Combination.Partner> some = new ArrayList<>();
    tasks.stream().filter(t -> proposal.tasks().contains(t.key())).forEach(some::add);
    some.add(one);
    return together(some).proposal;
  }
}
