package cn.doublerandom.inspection.revisit;

import cn.doublerandom.draw.protocol.Entropy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What may be asked of the revisits of a task. */
public sealed interface RevisitCommand {
  /**
   * Fixes the list of closed visits and how many are drawn.
   *
   * @param bureau key of the bureau, with which ids of draws begin
   * @param open visits of the task whose result is not final
   * @param visits all others that did not fall away
   * @param revisitors who may serve on the day
   */
  record FreezeSample(
      String bureau,
      String planId,
      String taskId,
      int size,
      int open,
      List<FrozenVisit> visits,
      List<Revisitor> revisitors,
      String rulePack,
      String by,
      LocalDate today)
      implements RevisitCommand {
    public FreezeSample {
      visits = List.copyOf(visits);
      revisitors = List.copyOf(revisitors);
    }
  }

  /**
   * A witness promises what he will reveal.
   *
   * @param commitment 64 lowercase hex digits
   */
  record PromiseValue(String by, String commitment) implements RevisitCommand {}

  /**
   * Who froze the list commits to it, and to a secret of his own.
   *
   * @param operatorCommitment 64 lowercase hex digits
   */
  record CommitSample(String operatorCommitment, String by, Instant now)
      implements RevisitCommand {}

  /** A witness reveals what he promised. */
  record RevealValue(Entropy.Contribution contribution, Instant now) implements RevisitCommand {}

  /**
   * Who committed reveals his secret, last of all; from here on everything is arithmetic.
   *
   * @param operatorSecret 64 lowercase hex digits
   */
  record DrawSample(String operatorSecret, String by, Instant now) implements RevisitCommand {}

  record VoidSample(String reason, String by) implements RevisitCommand {}

  /**
   * One of the team records what he finds for an item.
   *
   * @param items of the visit
   */
  record RecordFinding(String visitId, RevisitFinding finding, List<String> items, String by)
      implements RevisitCommand {
    public RecordFinding {
      items = List.copyOf(items);
    }
  }

  /**
   * The other one confirms; the first result comes beside it.
   *
   * @param items of the visit
   * @param first what the first team had found
   */
  record ConfirmRevisit(
      String visitId, List<String> items, List<RevisitFinding> first, String by, LocalDate today)
      implements RevisitCommand {
    public ConfirmRevisit {
      items = List.copyOf(items);
      first = List.copyOf(first);
    }
  }
}
