package cn.doublerandom.draw.view;

import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.ReleaseEvent;
import cn.doublerandom.draw.drawing.ReplacementEvent;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Keeps who visits whom, draw by draw: the loads of inspectors are counted from it, never by plus
 * and minus; and the days on which subjects were drawn.
 */
@ApplicationScoped
class CountedVisits {
  private final RegisterView register;

  @Inject
  CountedVisits(RegisterView register) {
    this.register = register;
  }

  List<String> tables() {
    return List.of(register.assigned.table(), register.drawn.table());
  }

  /**
   * Reads the rows the events will change.
   *
   * @param drawIds the draws the events speak of
   */
  Uni<Void> fetch(List<DrawProjection.Read> events, Set<String> drawIds, Views views) {
    return register
        .assigned
        .fetch(views, drawIds)
        .chain(() -> register.drawn.fetch(views, subjects(events, drawIds, views)));
  }

  private Set<String> subjects(List<DrawProjection.Read> events, Set<String> drawIds, Views views) {
    Set<String> ids = new HashSet<>();
    // A void takes back whoever is assigned then.
    drawIds.forEach(drawId ->
        register.assigned.get(views, drawId).ifPresent(draw -> ids.addAll(draw.teams().keySet())));
    for (DrawProjection.Read event : events) {
      Optional.ofNullable(event.draw()).map(DrawEvent::visited).ifPresent(ids::addAll);
    }
    return ids;
  }

  /** What an event changes in the visits of a draw. */
  void apply(Supplier<String> drawId, DrawEvent event, Views views) {
    switch (event) {
      // Until a sealed draw is opened, not even caps and loads may tell who was drawn.
      case DrawEvent.DrawExecuted executed when executed.salt() == null ->
          visits(teams(executed), drawId.get(), executed.executedOn(), views);
      case DrawEvent.DrawOpened opened ->
          visits(opened.teams(), drawId.get(), opened.openedOn(), views);
      case DrawEvent.DrawVoided voided -> nobodyAnyMore(drawId.get(), views);
      case ReplacementEvent.SubjectReplaced r -> {
        drawn(r.alternate(), drawId.get(), r.on(), views);
        notDrawn(r.subject(), drawId.get(), views);
        assign(
            drawId.get(), views, a -> a.without(r.subject()).with(r.alternate(), r.inspectors()));
      }
      case ReplacementEvent.InspectorReplaced r ->
          assign(drawId.get(), views, a -> a.with(r.subject(), r.inspectors()));
      case ReplacementEvent.ReplacementUndone u when u.alternate() == null ->
          assign(drawId.get(), views, a -> a.with(u.subject(), u.inspectors()));
      case ReplacementEvent.ReplacementUndone u -> {
        String alternate = Objects.requireNonNull(u.alternate());
        drawn(u.subject(), drawId.get(), u.on(), views);
        notDrawn(alternate, drawId.get(), views);
        assign(drawId.get(), views, a -> a.without(alternate).with(u.subject(), u.inspectors()));
      }
      case DrawEvent.DrawExecuted sealed -> {
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
      case ReplacementEvent.ReplacementSettled settled -> {
        // no visit moves
      }
      case ReplacementEvent.HandoverRefused refused -> {
        // no visit moves
      }
      case ReplacementEvent.ReplacementEnded ended -> {
        // no visit moves
      }
      case ReplacementEvent.MemberRecused recused -> {
        // no visit moves
      }
      case ReplacementEvent.KeepingRequested requested -> {
        // no visit moves
      }
      case ReplacementEvent.MemberKept kept -> {
        // no visit moves
      }
      case DrawEvent.TermsApproved approved -> {
        // no visit moves
      }
      case DrawEvent.WitnessNamed named -> {
        // no visit moves
      }
      case DrawEvent.WitnessReleased released -> {
        // no visit moves
      }
      case ReleaseEvent promised -> {
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
      case DrawEvent.VoidEnded ended -> {
        // no visit moves
      }
      case ReplacementEvent.ReplacementRequested requested -> {
        // no visit moves
      }
    }
  }

  private void assign(String drawId, Views views, UnaryOperator<RegisterView.Assigned> change) {
    register.assigned.update(views, drawId, change);
  }

  private void nobodyAnyMore(String drawId, Views views) {
    register
        .assigned
        .get(views, drawId)
        .ifPresent(draw -> {
          draw.teams().keySet().forEach(subject -> notDrawn(subject, drawId, views));
          assign(drawId, views, RegisterView.Assigned::toNobody);
        });
  }

  private void drawn(String subject, String drawId, LocalDate on, Views views) {
    Map<String, LocalDate> days =
        new TreeMap<>(
            register.drawn.get(views, subject).map(RegisterView.DrawnOn::days).orElse(Map.of()));
    days.put(drawId, on);
    register.drawn.put(views, subject, new RegisterView.DrawnOn(subject, days));
  }

  private void notDrawn(String subject, String drawId, Views views) {
    register
        .drawn
        .get(views, subject)
        .ifPresent(drawn -> register.drawn.put(views, subject, drawn.without(drawId)));
  }

  private static Map<String, List<String>> teams(DrawEvent.DrawExecuted executed) {
    Map<String, List<String>> teams = new TreeMap<>();
    executed.result().selected().forEach(subject -> teams.put(subject, List.of()));
    for (DrawResult.Team team : executed.result().teams()) {
      teams.put(team.subject(), team.inspectors());
    }
    return teams;
  }

  /**
   * Whom nobody is to visit does not count as drawn: neither cap nor interval spares him later.
   * Where teams are drawn for him after all, he counts from then on.
   */
  private void visits(Map<String, List<String>> teams, String drawId, LocalDate on, Views views) {
    register.assigned.put(views, drawId, new RegisterView.Assigned(drawId, on, teams));
    teams.forEach((subject, team) -> {
      if (!team.isEmpty()) {
        drawn(subject, drawId, on, views);
      }
    });
  }
}
