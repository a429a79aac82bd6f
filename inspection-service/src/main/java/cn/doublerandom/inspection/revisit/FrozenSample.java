package cn.doublerandom.inspection.revisit;

import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.protocol.RecusalEntry;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What a sample is drawn from, fixed before any chance exists. It is a draw of protocol {@code
 * double-random/1} whose subjects are visits: everybody of a first team is recused from its visit,
 * so that the protocol itself, and whoever verifies it, sees to it that others go.
 *
 * @param sampleId bureau, plan, task and round, as of any draw
 * @param taskId the task with its purpose, {@code 001.revisit}
 * @param round from 1, a further one only after a void
 * @param rulePack in force on the day
 * @param size how many visits are drawn
 * @param by account that froze it, commits and draws
 */
public record FrozenSample(
    String sampleId,
    String planId,
    String taskId,
    int round,
    String rulePack,
    int size,
    List<FrozenVisit> visits,
    List<Revisitor> revisitors,
    String by,
    LocalDate on) {
  /** What tells a sample of closed visits from a draw of subjects. */
  public static final String PURPOSE = ".revisit";

  /** What recuses a member of the first team. */
  public static final String FIRST_TEAM = "FIRST_TEAM";

  private static final String STRATUM = "CLOSED";
  private static final int TEAM = 2;

  public FrozenSample {
    visits = List.copyOf(visits);
    revisitors = List.copyOf(revisitors);
  }

  /** The three lists of the protocol. */
  public FrozenLists lists() {
    return new FrozenLists(
        visits.stream().map(visit -> new FrameEntry(visit.visitId(), STRATUM)).toList(),
        revisitors.stream().map(this::entry).toList(),
        visits.stream().flatMap(visit -> recused(visit).stream()).toList());
  }

  private InspectorEntry entry(Revisitor one) {
    return new InspectorEntry(
        one.id(), one.unit() == null ? List.of() : List.of("unit:" + one.unit()), 0, size);
  }

  private List<RecusalEntry> recused(FrozenVisit visit) {
    return revisitors.stream()
        .filter(one -> SecondPerson.isAmong(one.id(), visit.inspectors()))
        .map(one -> new RecusalEntry(visit.visitId(), one.id(), FIRST_TEAM))
        .toList();
  }

  /** A visit nobody could see again; any selection has its teams where there is none. */
  Optional<FrozenVisit> unattended() {
    return visits.stream()
        .filter(visit -> revisitors.size() - recused(visit).size() < TEAM)
        .findFirst();
  }

  /** The commit: what is fixed, and the promises of chance that follow it. */
  Commit commit(Entropy.Promise promise, Instant executeBy) {
    FrozenLists lists = lists();
    return new Commit(
        sampleId,
        planId,
        taskId,
        round,
        Optional.empty(),
        rulePack,
        executeBy.truncatedTo(ChronoUnit.SECONDS).toString(),
        new Commit.Stage.Whole(
            lists.frameRoot(),
            visits.size(),
            List.of(new Commit.Stratum(STRATUM, size, visits.size())),
            Optional.empty(),
            0),
        Commit.Roots.of(lists),
        List.of(List.of(), List.of()),
        promise);
  }

  /** The visit of an id. */
  Optional<FrozenVisit> visit(String visitId) {
    return visits.stream().filter(visit -> visit.visitId().equals(visitId)).findFirst();
  }
}
