package cn.doublerandom.draw.view;

import cn.doublerandom.draw.drawing.DrawDirectory.Entry;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.ReleaseEvent;
import cn.doublerandom.draw.drawing.ReplacementEvent;
import cn.doublerandom.eventstore.projection.Views;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the draws readable, and which is each task's latest. */
@ApplicationScoped
class ShownDraws {
  private final DrawView draws;

  @Inject
  ShownDraws(DrawView draws) {
    this.draws = draws;
  }

  List<String> tables() {
    return List.of(draws.rows.table(), draws.tasks.table());
  }

  /** Reads the rows the events will change. */
  Uni<Void> fetch(List<DrawProjection.Read> events, Views views) {
    return draws
        .tasks
        .fetch(views, tasks(events))
        .chain(() -> draws.rows.fetch(views, drawIds(events, views)));
  }

  private static Set<String> tasks(List<DrawProjection.Read> events) {
    return events.stream()
        .filter(event -> event.draw() != null)
        .map(event -> event.task())
        .collect(Collectors.toSet());
  }

  /** The draws the events speak of: named by a freeze or commit, else the task's latest. */
  Set<String> drawIds(List<DrawProjection.Read> events, Views views) {
    Set<String> ids = new HashSet<>();
    for (String task : tasks(events)) {
      draws.tasks.get(views, task).map(DrawView.Latest::drawId).ifPresent(ids::add);
    }
    for (DrawProjection.Read event : events) {
      if (event.draw() instanceof DrawEvent.FrameFrozen(FrozenFrame frame)) {
        ids.add(frame.drawId());
      } else if (event.draw() instanceof DrawEvent.DrawCommitted committed) {
        ids.add(committed.commit().drawId());
      } else if (event.draw() != null) {
        event.draw().ofEarlier().ifPresent(ids::add);
      }
    }
    return ids;
  }

  /** The draw an event is about: an earlier one it names, else the task's highest round. */
  String drawId(String task, DrawEvent event, Views views) {
    return event.ofEarlier().orElseGet(() -> draws.tasks.get(views, task).orElseThrow().drawId());
  }

  /** What an event changes in the row of its draw. */
  void apply(DrawProjection.Read read, DrawEvent event, Views views) {
    String task = read.task();
    switch (event) {
      case DrawEvent.FrameFrozen(FrozenFrame f) -> {
        draws.tasks.put(views, task, new DrawView.Latest(f.drawId()));
        draws.rows.put(
            views,
            f.drawId(),
            new Entry(
                f.drawId(),
                f.planId() + "-" + f.taskId(),
                f.round(),
                "FROZEN",
                read.frame(),
                "",
                "",
                0,
                null,
                null));
      }
      case DrawEvent.DrawCommitted(var commit, var hash, var by) ->
          draws.rows.update(
              views, commit.drawId(), e -> committed(e, hash, commit.executeBy(), read.seq()));
      case DrawEvent.DrawExecuted executed ->
          draws.rows.update(
              views,
              drawId(task, event, views),
              e -> phase(e, executed.salt() == null ? "EXECUTED" : "SEALED", drawn(executed)));
      case DrawEvent.DrawOpened opened ->
          draws.rows.update(
              views, drawId(task, event, views), e -> phase(e, "EXECUTED", e.drawn()));
      case DrawEvent.DrawVoided voided ->
          draws.rows.update(views, drawId(task, event, views), e -> phase(e, "VOIDED", e.drawn()));
      case DrawEvent.DrawOverdue(var due) ->
          draws.rows.update(views, drawId(task, event, views), e -> overdue(e, due));
      case ReplacementEvent.SubjectReplaced replaced -> {
        // not shown here
      }
      case ReplacementEvent.InspectorReplaced replaced -> {
        // not shown here
      }
      case ReplacementEvent.ReplacementSettled settled -> {
        // not shown here
      }
      case ReplacementEvent.HandoverRefused refused -> {
        // not shown here
      }
      case ReplacementEvent.ReplacementEnded ended -> {
        // not shown here
      }
      case ReplacementEvent.ReplacementUndone undone -> {
        // not shown here
      }
      case ReplacementEvent.MemberRecused recused -> {
        // not shown here
      }
      case ReplacementEvent.KeepingRequested requested -> {
        // not shown here
      }
      case ReplacementEvent.MemberKept kept -> {
        // not shown here
      }
      case DrawEvent.TermsApproved approved -> {
        // not shown
      }
      case DrawEvent.WitnessNamed named -> {
        // not shown
      }
      case DrawEvent.WitnessReleased released -> {
        // not shown
      }
      case ReleaseEvent promised -> {
        // not shown
      }
      case DrawEvent.WitnessCodeMissed missed -> {
        // not shown
      }
      case DrawEvent.ContributionPromised promised -> {
        // not shown
      }
      case DrawEvent.SecretDeposited laid -> {
        // not shown
      }
      case DrawEvent.DepositConfirmed confirmed -> {
        // not shown
      }
      case DrawEvent.ContributionRevealed revealed -> {
        // not shown
      }
      case DrawEvent.EntropyObserved observed -> {
        // not shown
      }
      case DrawEvent.VoidEnded ended -> {
        // not shown here
      }
      case DrawEvent.VoidApproved approved -> {
        // not shown
      }
      case ReplacementEvent.ReplacementRequested requested -> {
        // not shown
      }
    }
  }

  private static Entry committed(Entry e, String hash, String executeBy, long seq) {
    return new Entry(
        e.drawId(), e.task(), e.round(), "COMMITTED", e.frameSize(), hash, executeBy, 0, null, seq);
  }

  private static Entry overdue(Entry e, String due) {
    return new Entry(
        e.drawId(),
        e.task(),
        e.round(),
        e.phase(),
        e.frameSize(),
        e.commitHash(),
        e.executeBy(),
        e.drawn(),
        due,
        e.committedSeq());
  }

  private static int drawn(DrawEvent.DrawExecuted executed) {
    return executed.result().selected().size();
  }

  private static Entry phase(Entry e, String phase, int drawn) {
    return new Entry(
        e.drawId(),
        e.task(),
        e.round(),
        phase,
        e.frameSize(),
        e.commitHash(),
        e.executeBy(),
        drawn,
        e.overdueSince(),
        e.committedSeq());
  }
}
