package cn.doublerandom.inspection.kafka;

import cn.doublerandom.contracts.DrawExecuted;
import cn.doublerandom.contracts.DrawOpened;
import cn.doublerandom.contracts.TeamChanged;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.inspection.application.DrawnVisits;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.servicekit.messaging.Integration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who was drawn and by whom he is visited. Whoever was drawn and has no team is a visit too, which
 * nobody can begin: at the end of its window it is as late as any other.
 *
 * @param selected all drawn subjects
 * @param teams none where they were infeasible
 * @param teamsOf id of the draw whose teams these are, where they were drawn again; its visits give
 *     way to them
 */
record DrawnTeams(
    String drawId,
    String planId,
    String taskId,
    List<String> selected,
    List<DrawExecuted.Team> teams,
    List<DrawExecuted.Item> items,
    LocalDate from,
    LocalDate to,
    DrawExecuted.@Nullable Programme programme,
    @Nullable String teamsOf) {

  static Optional<DrawnTeams> of(InboxRecord message) {
    return Integration.read(message, DrawExecuted.class)
        .map(e ->
            new DrawnTeams(
                e.drawId(),
                e.planId(),
                e.taskId(),
                e.selected(),
                e.teams(),
                e.items(),
                e.checkFrom(),
                e.checkTo(),
                e.programme(),
                e.teamsOf()))
        .or(() ->
            Integration.read(message, DrawOpened.class)
                .map(e ->
                    new DrawnTeams(
                        e.drawId(),
                        e.planId(),
                        e.taskId(),
                        e.selected(),
                        e.teams(),
                        e.items(),
                        e.checkFrom(),
                        e.checkTo(),
                        e.programme(),
                        e.teamsOf())));
  }

  /** An alternate is visited in the place of a drawn subject. */
  static DrawnTeams ofAlternate(TeamChanged e) {
    return new DrawnTeams(
        e.drawId(),
        e.planId(),
        e.taskId(),
        List.of(),
        List.of(new DrawExecuted.Team(e.subject(), e.inspectors(), null, e.units(), null)),
        e.items(),
        e.checkFrom(),
        e.checkTo(),
        e.programme(),
        null);
  }

  /** What it asks of the visits, by their ids. */
  Map<String, VisitCommand> commands() {
    Map<String, VisitCommand> commands = new LinkedHashMap<>();
    teams.forEach(team -> assign(team, commands));
    if (teams.isEmpty()) {
      selected.forEach(
          subject -> assign(new DrawExecuted.Team(subject, List.of(), null, null, null), commands));
    }
    if (teamsOf != null) {
      selected.forEach(subject ->
          commands.put(
              DrawnVisits.visit(teamsOf, subject),
              new VisitCommand.CancelVisit("检查组由 %s 重新编成".formatted(drawId))));
    }
    return commands;
  }

  private void assign(DrawExecuted.Team team, Map<String, VisitCommand> commands) {
    String visitId = DrawnVisits.visit(drawId, team.subject());
    commands.put(
        visitId,
        new VisitCommand.AssignVisit(
            new Assignment(
                visitId,
                drawId,
                planId,
                taskId,
                team.subject(),
                team.inspectors(),
                items.stream()
                    .filter(i -> team.items() == null || team.items().contains(i.code()))
                    .map(i -> new Assignment.Item(i.code(), i.name()))
                    .toList(),
                from,
                to,
                programme(programme),
                team.units()),
            recused(team)));
  }

  private static List<VisitCommand.RecuseMember> recused(DrawExecuted.Team team) {
    return team.recused() == null
        ? List.of()
        : team.recused().stream()
            .map(r -> new VisitCommand.RecuseMember(r.inspector(), r.reason(), r.from()))
            .toList();
  }

  private static Assignment.@Nullable Programme programme(DrawExecuted.@Nullable Programme told) {
    return told == null
        ? null
        : new Assignment.Programme(
            told.documentNumber(), told.title(), told.checkFrom(), told.checkTo());
  }
}
