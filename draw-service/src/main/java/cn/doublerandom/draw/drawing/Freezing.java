package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.FrameRejection.DRAW_OPEN;
import static cn.doublerandom.draw.FrameRejection.DRAW_TOO_LARGE;
import static cn.doublerandom.draw.FrameRejection.FRAME_EMPTY;
import static cn.doublerandom.draw.FrameRejection.INSPECTORS_TOO_FEW;
import static cn.doublerandom.draw.FrameRejection.INSPECTORS_TOO_MANY;
import static cn.doublerandom.draw.FrameRejection.NO_ITEM_CLAIMED;
import static cn.doublerandom.draw.FrameRejection.SLOTS_INVALID;
import static cn.doublerandom.draw.FrameRejection.TASK_ALREADY_DRAWN;
import static cn.doublerandom.draw.FrameRejection.TASK_OUTSIDE_WINDOW;
import static cn.doublerandom.draw.PhaseRejection.DRAW_UNKNOWN;
import static cn.doublerandom.draw.PhaseRejection.TEAMS_COMPLETE;
import static cn.doublerandom.draw.PhaseRejection.TEAMS_CONTINUED_ONCE;
import static cn.doublerandom.draw.PhaseRejection.TEAMS_STILL_LACKING;
import static cn.doublerandom.draw.PhaseRejection.TEAMS_VOIDED;
import static cn.doublerandom.draw.PlanRejection.PLAN_NOT_PUBLISHED;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_DAYS_OVER;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_NOT_PUBLISHED;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.SealingRejection;
import cn.doublerandom.draw.drawing.DrawCommand.FreezeFrame;
import cn.doublerandom.draw.drawing.DrawCommand.FreezeTeams;
import cn.doublerandom.draw.drawing.DrawEvent.FrameFrozen;
import cn.doublerandom.draw.drawing.TaskDraws.Committed;
import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import cn.doublerandom.draw.drawing.TaskDraws.Frozen;
import cn.doublerandom.draw.drawing.TaskDraws.Sealed;
import cn.doublerandom.draw.drawing.TaskDraws.Undrawn;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawComputation;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.protocol.Progress;
import cn.doublerandom.draw.protocol.RecusalEntry;
import cn.doublerandom.draw.protocol.Utf8Order;
import cn.doublerandom.eventstore.decider.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Phase Freeze: lists that no longer change (protocol §2, §3). */
final class Freezing {
  private static final int LARGEST_TEAM = 16;

  private Freezing() {}

  static Decision<DrawEvent> freeze(FreezeFrame freeze, TaskDraws draws) {
    return switch (draws) {
      case Frozen frozen -> reject(DRAW_OPEN, "drawId", frozen.frame().drawId());
      case Committed committed -> reject(DRAW_OPEN, "drawId", committed.frame().drawId());
      case Sealed sealed -> reject(TASK_ALREADY_DRAWN, "drawId", sealed.draw().frame().drawId());
      case Executed executed when !isBatchLeft(freeze, executed) ->
          reject(TASK_ALREADY_DRAWN, "drawId", executed.frame().drawId());
      case Executed executed -> begin(freeze, draws.nextRound());
      case Undrawn undrawn -> begin(freeze, draws.nextRound());
    };
  }

  /** The plan schedules another batch (2次/年), and the last one is complete (protocol §2). */
  private static boolean isBatchLeft(FreezeFrame freeze, Executed last) {
    return last.result().infeasible().isEmpty()
        && last.past().batches() + 1 < freeze.task().batches();
  }

  private static Decision<DrawEvent> begin(FreezeFrame freeze, int round) {
    return obstacle(freeze)
        .<Decision<DrawEvent>>map(Decision::reject)
        .orElseGet(() -> accept(new FrameFrozen(frame(freeze, round))));
  }

  /** Why nothing can be frozen now, if so. */
  static Optional<DrawRejection> obstacle(FreezeFrame freeze) {
    if (!freeze.planPublished()) {
      return Optional.of(PLAN_NOT_PUBLISHED);
    } else if (!freeze.window().contains(freeze.today())) {
      return Optional.of(TASK_OUTSIDE_WINDOW);
    } else if (freeze.programme().isEmpty()) {
      return Optional.of(PROGRAMME_NOT_PUBLISHED);
    } else if (freeze.programme().get().checkTo().isBefore(freeze.today())) {
      return Optional.of(PROGRAMME_DAYS_OVER);
    } else if (freeze.items().isEmpty()) {
      return Optional.of(NO_ITEM_CLAIMED);
    } else if (!isDrawable(freeze)) {
      return Optional.of(FRAME_EMPTY);
    } else if (freeze.lists().inspectors().size() < freeze.leastTeam()) {
      return Optional.of(INSPECTORS_TOO_FEW);
    } else if (freeze.lists().inspectors().size() > DrawComputation.MAX_INSPECTORS) {
      return Optional.of(INSPECTORS_TOO_MANY);
    } else if (freeze.slots().size() < freeze.leastTeam() || freeze.slots().size() > LARGEST_TEAM) {
      return Optional.of(SLOTS_INVALID);
    } else if (!Telling.isOneRecord(freeze)) {
      return Optional.of(DRAW_TOO_LARGE);
    }
    return Optional.empty();
  }

  /** At least one class with a rate above 0 has somebody who may be drawn. */
  static boolean isDrawable(FreezeFrame freeze) {
    Set<String> rated = new HashSet<>();
    for (Commit.Stratum stratum : freeze.rates().strata()) {
      if (stratum.num() > 0) {
        rated.add(stratum.name());
      }
    }
    return freeze.lists().frame().stream()
        .anyMatch(e -> e.excluded() == null && rated.contains(e.stratum()));
  }

  /** Those who may be drawn. */
  static List<String> eligible(FreezeFrame freeze) {
    return freeze.lists().drawable();
  }

  private static FrozenFrame frame(FreezeFrame freeze, int round) {
    return new FrozenFrame(
        freeze.bureau() + "-" + freeze.task().key() + "-" + round,
        freeze.task().planNumber(),
        freeze.task().taskNumber(),
        round,
        freeze.rulePack(),
        0,
        1,
        freeze.lists(),
        freeze.slots(),
        freeze.alternates(),
        freeze.items(),
        freeze.today(),
        freeze.window().to(),
        freeze.rates().strata(),
        freeze.rates().floor().orElse(null),
        null,
        freeze.unlisted(),
        freeze.combined().orElse(null),
        freeze.excluded(),
        freeze.by(),
        freeze.upcoming().isEmpty() ? null : freeze.upcoming(),
        freeze.registerSeq(),
        freeze.recusedFrom().isEmpty() ? null : freeze.recusedFrom(),
        freeze.limits().orElse(null),
        freeze.names().isEmpty() ? null : freeze.names(),
        freeze.programme().orElse(null));
  }

  static Decision<DrawEvent> freezeTeams(FreezeTeams freeze, TaskDraws draws, Progress progress) {
    return switch (draws) {
      case Undrawn undrawn -> reject(DRAW_UNKNOWN);
      case Frozen frozen -> reject(DRAW_OPEN, "drawId", frozen.frame().drawId());
      case Committed committed -> reject(DRAW_OPEN, "drawId", committed.frame().drawId());
      case Sealed sealed -> reject(SealingRejection.DRAW_SEALED);
      case Executed executed when executed.result().infeasible().isEmpty() ->
          reject(TEAMS_COMPLETE);
      case Executed executed when executed.frame().continues() != null ->
          reject(TEAMS_CONTINUED_ONCE);
      // Their round is the one after the draw's (protocol §3), and it is used up.
      case Executed executed when executed.isBehindVoidedTeams() -> reject(TEAMS_VOIDED);
      case Executed executed when !freeze.inWindow() -> reject(TASK_OUTSIDE_WINDOW);
      case Executed executed -> {
        FrozenFrame teams = teams(freeze, executed);
        yield Telling.isOneRecord(teams, executed.result().selected())
            ? teams(teams, executed.result().selected(), progress)
            : reject(DRAW_TOO_LARGE);
      }
    };
  }

  /** There is one such round: it is not spent on lists whose teams cannot be filled. */
  private static Decision<DrawEvent> teams(
      FrozenFrame frame, List<String> selected, Progress progress) {
    return DrawComputation.trial(selected, frame.lists(), frame.slots(), progress)
        .<Decision<DrawEvent>>map(lack ->
            reject(
                TEAMS_STILL_LACKING,
                Map.of(
                    "missing",
                    lack.missing(),
                    "shortfall",
                    Shortfall.text(
                        lack, frame.slots(), frame.lists().inspectors(), selected.size()))))
        .orElseGet(() -> accept(new FrameFrozen(frame)));
  }

  private static FrozenFrame teams(FreezeTeams freeze, Executed parent) {
    FrozenFrame old = parent.frame();
    int round = old.round() + 1;
    return new FrozenFrame(
        old.drawId().substring(0, old.drawId().lastIndexOf('-') + 1) + round,
        old.planId(),
        old.taskId(),
        round,
        freeze.rulePack(),
        0,
        1,
        strengthened(old.lists(), freeze.lists(), parent.result().selected()),
        old.slots(),
        0,
        old.items(),
        freeze.today(),
        old.checkTo(),
        List.of(),
        null,
        parent.resultHash(),
        freeze.unlisted(),
        old.combined(),
        old.excluded(),
        freeze.by(),
        old.upcoming(),
        freeze.registerSeq(),
        old.recusedFrom(),
        old.limits(),
        old.names(),
        old.programme());
  }

  /**
   * The selection is known by now, so nothing may change it could be bent with: everybody stays
   * with the same load, no tag lost, the cap not lower; people are only added (protocol §3).
   */
  private static FrozenLists strengthened(FrozenLists old, FrozenLists now, List<String> selected) {
    Map<String, InspectorEntry> current = new HashMap<>();
    now.inspectors().forEach(i -> current.put(i.id(), i));
    List<InspectorEntry> inspectors = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (InspectorEntry was : old.inspectors()) {
      InspectorEntry is = current.getOrDefault(was.id(), was);
      Set<String> tags = new TreeSet<>(Utf8Order.ASCENDING);
      tags.addAll(was.tags());
      tags.addAll(is.tags());
      inspectors.add(
          new InspectorEntry(
              was.id(), new ArrayList<>(tags), was.load(), Math.max(was.cap(), is.cap())));
      known.add(was.id());
    }
    now.inspectors().stream().filter(i -> !known.contains(i.id())).forEach(inspectors::add);
    Set<String> subjects = new HashSet<>(selected);
    List<RecusalEntry> recusals = new ArrayList<>(old.recusals());
    now.recusals().stream()
        .filter(r -> !known.contains(r.inspector()) && subjects.contains(r.subject()))
        .forEach(recusals::add);
    return new FrozenLists(List.of(), inspectors, recusals);
  }
}
