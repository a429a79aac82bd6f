package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What earlier rounds of a task left behind.
 *
 * @param rounds used up
 * @param batches drawn and not voided
 * @param ceremonyBarred the last ceremony was not completed, so the next round may not use one
 * @param ended executed draws that were voided, continued or followed by the next batch; none hides
 * @param standing of them those of earlier batches that were not voided, by id
 */
public record Past(
    int rounds, int batches, boolean ceremonyBarred, List<Executed> ended, Set<String> standing) {
  static final Past NONE = new Past(0, 0, false, List.of(), Set.of());

  public Past {
    ended = List.copyOf(ended);
    standing = Set.copyOf(standing);
  }

  Past then(int round, boolean barred) {
    return new Past(round, batches, barred, ended, standing);
  }

  Past and(Executed draw) {
    List<Executed> more = new ArrayList<>(ended);
    more.add(draw);
    // A round behind this one was voided before: its number is used up, and so may its ceremony be.
    return rounds > draw.frame().round()
        ? new Past(rounds, batches, ceremonyBarred, more, standing)
        : new Past(draw.frame().round(), batches, false, more, standing);
  }

  /** The same where the draw is the latest once more. */
  Past before(Executed latest) {
    return new Past(
        rounds,
        batches,
        ceremonyBarred,
        ended.stream().filter(e -> !e.frame().drawId().equals(latest.frame().drawId())).toList(),
        standing);
  }

  /** The draw stands, and the next batch of the plan begins. */
  Past andBatch(Executed draw) {
    Set<String> more = new HashSet<>(standing);
    more.add(draw.frame().drawId());
    return new Past(draw.frame().round(), batches + 1, false, and(draw).ended, more);
  }

  /** The same with a draw of an earlier batch as it is now. */
  Past with(Executed changed) {
    return new Past(
        rounds,
        batches,
        ceremonyBarred,
        ended.stream()
            .map(e -> e.frame().drawId().equals(changed.frame().drawId()) ? changed : e)
            .toList(),
        standing);
  }

  /** The same with a draw of an earlier batch voided; its place in the plan is used up. */
  Past withoutStanding(String drawId) {
    Set<String> fewer = new HashSet<>(standing);
    fewer.remove(drawId);
    return new Past(rounds, batches, ceremonyBarred, ended, fewer);
  }
}
