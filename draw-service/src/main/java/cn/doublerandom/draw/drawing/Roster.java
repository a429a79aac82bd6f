package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Utf8Order;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who visits whom as it stands after replacements; the result itself never changes.
 *
 * @param teams members by subject
 * @param used alternates who came in, and subjects who went out
 * @param open requests waiting for a second person, by subject
 * @param places whose place an alternate took: the subject that was drawn
 * @param recusals declared after the freeze
 * @param unsettled since when nobody has said whether the visit of a subject takes over what was
 *     replaced there, by subject
 * @param wentOut members somebody came in for, by the subject that was drawn: none of them comes
 *     back there as a substitute
 */
public record Roster(
    Map<String, List<String>> teams,
    Set<String> used,
    Map<String, Request> open,
    Map<String, String> places,
    List<LateRecusal> recusals,
    Map<String, LocalDate> unsettled,
    Map<String, Set<String>> wentOut) {
  public Roster {
    teams = Map.copyOf(teams);
    used = Set.copyOf(used);
    open = Map.copyOf(open);
    places = Map.copyOf(places);
    recusals = List.copyOf(recusals);
    unsettled = Map.copyOf(unsettled);
    wentOut = Map.copyOf(wentOut);
  }

  /**
   * What was asked for.
   *
   * @param inspector the member to be replaced; empty where the subject is
   * @param keeps whether the member is to stay, although recused
   * @param handover whether the visit asked, and nobody here
   */
  public record Request(
      String subject,
      Optional<String> inspector,
      String reason,
      String evidence,
      String by,
      boolean keeps,
      boolean handover) {}

  static Roster of(DrawResult result) {
    return of(result, List.of());
  }

  /** As drawn, with what was declared between freeze and draw. */
  static Roster of(DrawResult result, List<LateRecusal> recusals) {
    Map<String, List<String>> teams = new LinkedHashMap<>();
    result.teams().forEach(t -> teams.put(t.subject(), t.inspectors()));
    return new Roster(teams, Set.of(), Map.of(), Map.of(), recusals, Map.of(), Map.of());
  }

  Roster with(LateRecusal late) {
    List<LateRecusal> more = new ArrayList<>(recusals);
    more.add(late);
    return new Roster(teams, used, open, places, more, unsettled, wentOut);
  }

  /** The member stays although recused. */
  Roster kept(String subject, String inspector) {
    return new Roster(
        teams,
        used,
        without(subject),
        places,
        recusals.stream().map(r -> r.isOf(subject, inspector) ? r.keep() : r).toList(),
        unsettled,
        wentOut);
  }

  /** Recusals somebody who serves now stands against, by subject and inspector. */
  public List<LateRecusal> due() {
    return recusals.stream()
        .filter(r -> !r.kept())
        .filter(r -> visits(r.inspector(), r.subject()))
        .sorted(Comparator.comparing(LateRecusal::subject).thenComparing(LateRecusal::inspector))
        .toList();
  }

  /** Whether an inspector is of the team of a subject now. */
  boolean visits(String inspector, String subject) {
    return teams.getOrDefault(subject, List.of()).contains(inspector);
  }

  /** Code of a recusal that is known here. */
  public String reasonFor(String subject, String inspector) {
    return recusals.stream()
        .filter(r -> r.isOf(subject, inspector))
        .map(LateRecusal::reason)
        .findFirst()
        .orElseThrow();
  }

  Roster requested(Request request) {
    Map<String, Request> more = new LinkedHashMap<>(open);
    more.put(request.subject(), request);
    return new Roster(teams, used, more, places, recusals, unsettled, wentOut);
  }

  Roster subjectReplaced(String subject, String alternate, List<String> inspectors) {
    Map<String, List<String>> changed = new LinkedHashMap<>(teams);
    changed.remove(subject);
    changed.put(alternate, inspectors);
    Set<String> gone = new LinkedHashSet<>(used);
    gone.add(subject);
    gone.add(alternate);
    Map<String, String> taken = new LinkedHashMap<>(places);
    taken.put(alternate, drawnAs(subject));
    return new Roster(changed, gone, without(subject), taken, recusals, unsettled, wentOut);
  }

  Roster inspectorReplaced(String subject, List<String> inspectors) {
    Map<String, List<String>> changed = new LinkedHashMap<>(teams);
    List<String> before = changed.put(subject, inspectors);
    Set<String> out = new LinkedHashSet<>(wentOut(subject));
    out.addAll(Objects.requireNonNull(before));
    out.removeAll(inspectors);
    return new Roster(
        changed, used, without(subject), places, recusals, unsettled, with(subject, out));
  }

  /** What the visit says holds again; an alternate that did not come in may come in later. */
  Roster undone(String subject, @Nullable String alternate, List<String> inspectors) {
    Map<String, List<String>> changed = new LinkedHashMap<>(teams);
    Set<String> gone = new LinkedHashSet<>(used);
    Map<String, String> taken = new LinkedHashMap<>(places);
    if (alternate != null) {
      changed.remove(alternate);
      gone.remove(alternate);
      gone.remove(subject);
      taken.remove(alternate);
    }
    changed.put(subject, inspectors);
    Set<String> out = new LinkedHashSet<>(wentOut(subject));
    out.removeAll(inspectors);
    return new Roster(changed, gone, open, taken, recusals, unsettled, with(subject, out))
        .settled(subject);
  }

  /** The visit of a subject has to say whether it takes over what was replaced there. */
  Roster awaiting(String subject, LocalDate on) {
    Map<String, LocalDate> more = new LinkedHashMap<>(unsettled);
    more.put(subject, on);
    return new Roster(teams, used, open, places, recusals, more, wentOut);
  }

  /** It has said so. */
  Roster settled(String subject) {
    Map<String, LocalDate> fewer = new LinkedHashMap<>(unsettled);
    fewer.remove(subject);
    return new Roster(teams, used, open, places, recusals, fewer, wentOut);
  }

  /**
   * Whether some visit may still say what became of the replacement before this one. Each does so
   * in seconds; one that has not by the end of the next day never will, and holds nobody up.
   */
  public boolean awaitsVisits(LocalDate today) {
    return unsettled.values().stream().anyMatch(on -> !on.plusDays(1).isBefore(today));
  }

  /** The drawn subject in whose place this one is visited; itself where nobody was replaced. */
  public String drawnAs(String subject) {
    return places.getOrDefault(subject, subject);
  }

  /** Members somebody came in for at the visit of a subject, or of the one it stands for. */
  Set<String> wentOut(String subject) {
    return wentOut.getOrDefault(drawnAs(subject), Set.of());
  }

  private Map<String, Set<String>> with(String subject, Set<String> out) {
    Map<String, Set<String>> all = new LinkedHashMap<>(wentOut);
    all.remove(drawnAs(subject));
    if (!out.isEmpty()) {
      all.put(drawnAs(subject), Set.copyOf(out));
    }
    return all;
  }

  /** What was asked for a subject does not happen. */
  Roster ended(String subject) {
    return new Roster(teams, used, without(subject), places, recusals, unsettled, wentOut);
  }

  private Map<String, Request> without(String subject) {
    Map<String, Request> rest = new LinkedHashMap<>(open);
    rest.remove(subject);
    return rest;
  }

  /** Whether anybody came in for anybody. */
  public boolean isChanged(DrawResult result) {
    return !teams.equals(of(result).teams);
  }

  /** Teams an inspector holds now. */
  Map<String, Integer> held() {
    Map<String, Integer> held = new LinkedHashMap<>();
    teams.values().forEach(team -> team.forEach(i -> held.merge(i, 1, Integer::sum)));
    return held;
  }

  /** Members as a changed team, ascending. */
  static List<String> exchanged(List<String> members, String out, String in) {
    List<String> team = new ArrayList<>(members);
    team.remove(out);
    team.add(in);
    return team.stream().sorted(Utf8Order.ASCENDING).toList();
  }
}
