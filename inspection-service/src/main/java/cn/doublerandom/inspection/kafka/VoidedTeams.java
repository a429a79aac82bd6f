package cn.doublerandom.inspection.kafka;

import cn.doublerandom.contracts.DrawVoided;
import cn.doublerandom.inspection.application.DrawnVisits;
import cn.doublerandom.inspection.visit.VisitCommand;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A voided round that had drawn the teams of another draw again. Its visits fall away like those of
 * any voided draw, but what was visited to the end stays, and counts for the draw the teams were
 * for: nobody is owed there of whom that is true. Everybody else is owed as before the round, who
 * was replaced in it too.
 *
 * @param teamsOf the draw the teams were for
 * @param stood by drawn subject: whose visits of this round are for it, its own and those of
 *     alternates
 */
record VoidedTeams(
    String drawId,
    String teamsOf,
    String reason,
    SequencedMap<String, SequencedSet<String>> stood) {
  static Optional<VoidedTeams> of(DrawVoided e) {
    List<String> visited = Objects.requireNonNullElse(e.subjects(), List.of());
    return e.teamsOf() == null
        ? Optional.empty()
        : Optional.of(
            new VoidedTeams(
                e.drawId(),
                e.teamsOf(),
                e.reason(),
                stood(visited, Objects.requireNonNullElse(e.replaced(), List.of()))));
  }

  private static SequencedMap<String, SequencedSet<String>> stood(
      List<String> visited, List<DrawVoided.Replaced> replaced) {
    var stood = new LinkedHashMap<String, SequencedSet<String>>();
    Set<String> alternates =
        replaced.stream().map(DrawVoided.Replaced::alternate).collect(Collectors.toSet());
    Stream.concat(
            visited.stream().filter(subject -> !alternates.contains(subject)),
            replaced.stream().map(DrawVoided.Replaced::subject))
        .forEach(drawn -> stood.computeIfAbsent(drawn, d -> new LinkedHashSet<>()).add(drawn));
    replaced.forEach(one -> Objects.requireNonNull(stood.get(one.subject())).add(one.alternate()));
    return stood;
  }

  /** What falls away, by the ids of the visits. */
  Map<String, VisitCommand> commands() {
    Map<String, VisitCommand> commands = new LinkedHashMap<>();
    stood.values().stream()
        .flatMap(Set::stream)
        .forEach(subject ->
            commands.put(DrawnVisits.visit(drawId, subject), new VisitCommand.CancelVisit(reason)));
    return commands;
  }

  /**
   * What is owed again in the draw the teams were for, by the ids of its visits.
   *
   * @param over ids of the visits of this round that were held to the end
   */
  Map<String, VisitCommand> owed(Set<String> over) {
    Map<String, VisitCommand> commands = new LinkedHashMap<>();
    stood.forEach((drawn, subjects) -> {
      if (subjects.stream().map(s -> DrawnVisits.visit(drawId, s)).noneMatch(over::contains)) {
        commands.put(DrawnVisits.visit(teamsOf, drawn), new VisitCommand.LoseTeam());
      }
    });
    return commands;
  }
}
