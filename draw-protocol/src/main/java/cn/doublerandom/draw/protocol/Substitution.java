package cn.doublerandom.draw.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who takes the place of a member who drops out (protocol §7, last paragraph): fits the freed seat,
 * not recused, not on the team, cap not reached; of these the least loaded, then the lowest ticket.
 *
 * @param held teams each inspector holds now
 * @param barred who may not come in today, whatever the lists say
 */
public record Substitution(
    Seed seed,
    List<List<String>> slots,
    List<InspectorEntry> inspectors,
    List<RecusalEntry> recusals,
    Map<String, Integer> held,
    Set<String> barred) {
  public Substitution {
    barred = Set.copyOf(barred);
  }

  /**
   * The substitute, if anybody can take the seat.
   *
   * @param subject who is visited
   * @param remaining the other members
   * @param out the member who drops out
   */
  public Optional<String> of(String subject, List<String> remaining, String out) {
    Set<String> recused = recused(subject);
    return inspectors.stream()
        .filter(i -> !i.id().equals(out) && !remaining.contains(i.id()))
        .filter(i -> !recused.contains(i.id()) && !barred.contains(i.id()))
        .filter(i -> held.getOrDefault(i.id(), 0) < i.cap())
        .filter(i -> isSeated(remaining, i.id()))
        .min(
            Comparator.<InspectorEntry>comparingInt(i -> i.load() + held.getOrDefault(i.id(), 0))
                .thenComparing(i -> seed.teamTicket(subject, i.id()), Arrays::compareUnsigned))
        .map(InspectorEntry::id);
  }

  /** Who may not visit a subject. */
  public Set<String> recused(String subject) {
    Set<String> recused = new HashSet<>();
    recusals.stream()
        .filter(r -> r.subject().equals(subject))
        .forEach(r -> recused.add(r.inspector()));
    return recused;
  }

  private boolean isSeated(List<String> remaining, String one) {
    List<String> team = new ArrayList<>(remaining);
    team.add(one);
    int[] holder = new int[slots.size()];
    Arrays.fill(holder, -1);
    for (int member = 0; member < team.size(); member++) {
      if (!seat(team, member, holder, new boolean[slots.size()])) {
        return false;
      }
    }
    return true;
  }

  private boolean seat(List<String> team, int member, int[] holder, boolean[] tried) {
    List<String> tags = tags(team.get(member));
    for (int s = 0; s < slots.size(); s++) {
      if (tried[s] || !tags.containsAll(slots.get(s))) {
        continue;
      }
      tried[s] = true;
      if (holder[s] < 0 || seat(team, holder[s], holder, tried)) {
        holder[s] = member;
        return true;
      }
    }
    return false;
  }

  private List<String> tags(String inspector) {
    return inspectors.stream()
        .filter(i -> i.id().equals(inspector))
        .findFirst()
        .map(InspectorEntry::tags)
        .orElse(List.of());
  }
}
