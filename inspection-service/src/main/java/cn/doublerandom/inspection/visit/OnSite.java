package cn.doublerandom.inspection.visit;

import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is on site of a visit that runs: whoever comes in for a member says so with his own account
 * before he checks anything, and one of those who began it stays to the end.
 *
 * @param began as the visit started
 * @param came since, by the numbers under which the team lists them
 */
record OnSite(List<String> began, List<String> came) {
  OnSite {
    began = List.copyOf(began);
    came = List.copyOf(came);
  }

  static OnSite of(VisitEvent.InspectionStarted started) {
    return new OnSite(started.present(), List.of());
  }

  OnSite and(String member) {
    List<String> more = new ArrayList<>(came);
    more.add(member);
    return new OnSite(began, more);
  }

  Set<String> everybody() {
    Set<String> all = new HashSet<>(began);
    all.addAll(came);
    return all;
  }

  boolean has(String account) {
    return SecondPerson.isAmong(account, began) || SecondPerson.isAmong(account, came);
  }

  /** Whether one of those who began it is of a team. */
  boolean isBegunBy(List<String> team) {
    return team.stream().anyMatch(member -> SecondPerson.isAmong(member, began));
  }

  /** Those of a team who have said that they are there, ascending. */
  List<String> among(List<String> team) {
    return team.stream().filter(this::has).sorted().toList();
  }

  /** The first of a team who has not said that he is there. */
  Optional<String> missing(List<String> team) {
    return team.stream().filter(member -> !has(member)).sorted().findFirst();
  }
}
