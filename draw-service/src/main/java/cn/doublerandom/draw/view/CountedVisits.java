package cn.doublerandom.draw.view;

import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.eventstore.projection.Views;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Counts who visits whom: the loads of inspectors and the days on which subjects were drawn. */
@ApplicationScoped
class CountedVisits {
  private final RegisterView register;

  @Inject
  CountedVisits(RegisterView register) {
    this.register = register;
  }

  List<String> tables() {
    return List.of(register.loads.table(), register.drawn.table());
  }

  /** Reads the rows the events will change. */
  Uni<Void> fetch(List<DrawProjection.Read> events, Views views) {
    return register
        .loads
        .fetch(views, loads(events))
        .chain(() -> register.drawn.fetch(views, subjects(events)));
  }

  private static Set<String> loads(List<DrawProjection.Read> events) {
    Set<String> ids = new HashSet<>();
    for (DrawProjection.Read event : events) {
      switch (event.draw()) {
        case DrawEvent.DrawExecuted executed when executed.salt() == null ->
            teams(executed)
                .values()
                .forEach(team -> team.forEach(who -> ids.add(load(executed.executedOn(), who))));
        case DrawEvent.DrawOpened opened ->
            opened
                .teams()
                .values()
                .forEach(team -> team.forEach(who -> ids.add(load(opened.openedOn(), who))));
        case DrawEvent.InspectorReplaced replaced -> {
          ids.add(load(replaced.on(), replaced.inspector()));
          ids.add(load(replaced.on(), replaced.substitute()));
        }
        case DrawEvent.ReplacementUndone undone -> {
          undone.substitutes().forEach(who -> ids.add(load(undone.on(), who)));
          undone.members().forEach(who -> ids.add(load(undone.on(), who)));
        }
        case DrawEvent.DrawVoided voided
            when voided.teams() != null && voided.executedOn() != null -> {
          LocalDate on = voided.executedOn();
          voided.teams().values().forEach(team -> team.forEach(who -> ids.add(load(on, who))));
        }
        case null, default -> {
          // no visit moves
        }
      }
    }
    return ids;
  }

  private static String load(LocalDate on, String inspector) {
    return RegisterView.Load.id(on.getYear(), inspector);
  }

  private static Set<String> subjects(List<DrawProjection.Read> events) {
    Set<String> ids = new HashSet<>();
    for (DrawProjection.Read event : events) {
      switch (event.draw()) {
        case DrawEvent.DrawExecuted executed when executed.salt() == null ->
            ids.addAll(executed.result().selected());
        case DrawEvent.DrawOpened opened -> ids.addAll(opened.teams().keySet());
        case DrawEvent.SubjectReplaced replaced -> {
          ids.add(replaced.subject());
          ids.add(replaced.alternate());
        }
        case DrawEvent.ReplacementUndone undone -> {
          ids.add(undone.subject());
          if (undone.alternate() != null) {
            ids.add(undone.alternate());
          }
        }
        case DrawEvent.DrawVoided voided when voided.teams() != null ->
            ids.addAll(voided.teams().keySet());
        case null, default -> {
          // nobody is drawn
        }
      }
    }
    return ids;
  }

  /** What an event changes in the visits of a draw. */
  void apply(Supplier<String> drawId, DrawEvent event, Views views) {
    switch (event) {
      // Until a sealed draw is opened, not even caps and loads may tell who was drawn.
      case DrawEvent.DrawExecuted executed when executed.salt() == null ->
          visits(
              teams(executed),
              executed.result().drawn().isPresent(),
              drawId.get(),
              executed.executedOn(),
              views);
      case DrawEvent.DrawOpened opened ->
          visits(opened.teams(), opened.subjectsDrawn(), drawId.get(), opened.openedOn(), views);
      case DrawEvent.DrawVoided voided
          when voided.teams() != null && voided.executedOn() != null -> {
        int year = voided.executedOn().getYear();
        voided
            .teams()
            .forEach((subject, team) -> {
              team.forEach(member -> moveLoad(year, member, -1, views));
              register.drawn.update(views, subject, d -> without(d, drawId.get()));
            });
      }
      case DrawEvent.SubjectReplaced r -> {
        drawn(r.alternate(), drawId.get(), r.on(), views);
        register.drawn.update(views, r.subject(), d -> without(d, drawId.get()));
      }
      case DrawEvent.InspectorReplaced r -> {
        moveLoad(r.on().getYear(), r.inspector(), -1, views);
        moveLoad(r.on().getYear(), r.substitute(), 1, views);
      }
      case DrawEvent.ReplacementUndone u when u.alternate() == null -> {
        u.substitutes().forEach(who -> moveLoad(u.on().getYear(), who, -1, views));
        u.members().forEach(who -> moveLoad(u.on().getYear(), who, 1, views));
      }
      case DrawEvent.ReplacementUndone u -> {
        drawn(u.subject(), drawId.get(), u.on(), views);
        register.drawn.update(
            views, Objects.requireNonNull(u.alternate()), k -> without(k, drawId.get()));
      }
      case DrawEvent.DrawExecuted sealed -> {
        // no visit moves
      }
      case DrawEvent.DrawVoided nobody -> {
        // no visit moves
      }
      case DrawEvent.FrameFrozen frozen -> {
        // no visit moves
      }
      case DrawEvent.DrawCommitted committed -> {
        // no visit moves
      }
      case DrawEvent.DrawOverdue overdue -> {
        // no visit moves
      }
      case DrawEvent.MemberRecused recused -> {
        // no visit moves
      }
      case DrawEvent.KeepingRequested requested -> {
        // no visit moves
      }
      case DrawEvent.MemberKept kept -> {
        // no visit moves
      }
      case DrawEvent.WitnessNamed named -> {
        // no visit moves
      }
      case DrawEvent.WitnessReleased released -> {
        // no visit moves
      }
      case DrawEvent.WitnessCodeMissed missed -> {
        // no visit moves
      }
      case DrawEvent.ContributionPromised promised -> {
        // no visit moves
      }
      case DrawEvent.SecretDeposited laid -> {
        // no visit moves
      }
      case DrawEvent.DepositConfirmed confirmed -> {
        // no visit moves
      }
      case DrawEvent.ContributionRevealed revealed -> {
        // no visit moves
      }
      case DrawEvent.EntropyObserved observed -> {
        // no visit moves
      }
      case DrawEvent.VoidApproved approved -> {
        // no visit moves
      }
      case DrawEvent.ReplacementRequested requested -> {
        // no visit moves
      }
    }
  }

  private void drawn(String subject, String drawId, LocalDate on, Views views) {
    Map<String, LocalDate> days =
        new TreeMap<>(
            register.drawn.get(views, subject).map(RegisterView.DrawnOn::days).orElse(Map.of()));
    days.put(drawId, on);
    register.drawn.put(views, subject, new RegisterView.DrawnOn(subject, days));
  }

  private static RegisterView.DrawnOn without(RegisterView.DrawnOn drawn, String drawId) {
    Map<String, LocalDate> days = new TreeMap<>(drawn.days());
    days.remove(drawId);
    return new RegisterView.DrawnOn(drawn.subject(), days);
  }

  private void moveLoad(int year, String inspector, int more, Views views) {
    String id = RegisterView.Load.id(year, inspector);
    int before = register.loads.get(views, id).map(RegisterView.Load::visits).orElse(0);
    register.loads.put(
        views, id, new RegisterView.Load(year, inspector, Math.max(0, before + more)));
  }

  private static Map<String, List<String>> teams(DrawEvent.DrawExecuted executed) {
    Map<String, List<String>> teams = new TreeMap<>();
    executed.result().selected().forEach(subject -> teams.put(subject, List.of()));
    for (DrawResult.Team team : executed.result().teams()) {
      teams.put(team.subject(), team.inspectors());
    }
    return teams;
  }

  /** Teams drawn again are for subjects who were drawn and counted in the round before. */
  private void visits(
      Map<String, List<String>> teams,
      boolean subjectsDrawn,
      String drawId,
      LocalDate on,
      Views views) {
    teams.forEach((subject, team) -> {
      team.forEach(member -> moveLoad(on.getYear(), member, 1, views));
      if (subjectsDrawn) {
        drawn(subject, drawId, on, views);
      }
    });
  }
}
