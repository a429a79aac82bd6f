package cn.doublerandom.verifier;

import static cn.doublerandom.verifier.Code.TEAM_MISSING;
import static cn.doublerandom.verifier.Code.TEAM_NOT_OPTIMAL;
import static cn.doublerandom.verifier.Code.TEAM_OVER_CAP;
import static cn.doublerandom.verifier.Code.TEAM_RECUSED;
import static cn.doublerandom.verifier.Code.TEAM_SIZE;
import static cn.doublerandom.verifier.Code.TEAM_UNQUALIFIED;

import cn.doublerandom.verifier.Bundle.Inspector;
import cn.doublerandom.verifier.Bundle.Team;
import cn.doublerandom.verifier.Certificate.Pair;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who inspects (protocol §7): checks the teams and their optimality without a solver. */
final class TeamCheck {
  private final Bundle bundle;
  private final List<List<String>> slots;
  private final Map<String, Inspector> inspectors = new HashMap<>();
  private final Map<String, Set<Integer>> fits = new HashMap<>();
  private final Map<String, Set<String>> recused = new HashMap<>();
  private final Map<String, Long> held = new HashMap<>();

  TeamCheck(Bundle bundle) {
    this.bundle = bundle;
    this.slots = bundle.commit().slots();
    for (Inspector inspector : bundle.inspectors()) {
      inspectors.put(inspector.id(), inspector);
      Set<Integer> fitting = new HashSet<>();
      for (int s = 0; s < slots.size(); s++) {
        if (new HashSet<>(inspector.tags()).containsAll(slots.get(s))) {
          fitting.add(s);
        }
      }
      fits.put(inspector.id(), fitting);
    }
    bundle
        .recusals()
        .forEach(
            r -> recused.computeIfAbsent(r.subject(), s -> new HashSet<>()).add(r.inspector()));
  }

  void check() {
    List<String> selected = bundle.result().selected();
    List<Team> teams = bundle.result().teams();
    if (bundle.result().infeasible() != null) {
      must(teams.isEmpty(), TEAM_MISSING, "infeasible stands beside teams");
      var recomputed = new Shortage(selected, slots, bundle.inspectors(), fits, recused).find();
      must(
          recomputed.equals(bundle.result().infeasible()),
          TEAM_MISSING,
          "what cannot be filled is " + recomputed.missing() + " slots, not as stated");
      return;
    }
    must(
        teams.stream().map(Team::subject).toList().equals(selected),
        TEAM_MISSING,
        "not exactly one team per selected subject, in order");
    for (Team team : teams) {
      must(
          team.inspectors().size() == slots.size() && Bundle.ascending(team.inspectors()),
          TEAM_SIZE,
          team.subject() + " needs " + slots.size() + " different inspectors, ascending");
    }
    for (Team team : teams) {
      must(
          seated(team, (i, s) -> true),
          TEAM_UNQUALIFIED,
          "the team of " + team.subject() + " cannot fill the slots");
    }
    for (Team team : teams) {
      for (String inspector : team.inspectors()) {
        must(
            !recused.getOrDefault(team.subject(), Set.of()).contains(inspector),
            TEAM_RECUSED,
            inspector + " is recused from " + team.subject());
        held.merge(inspector, 1L, Long::sum);
      }
    }
    held.forEach((id, visits) ->
        must(visits <= cap(inspectors.get(id)), TEAM_OVER_CAP, id + " has " + visits + " new"));
    optimal();
  }

  private long cap(Inspector inspector) {
    return Math.min(inspector.cap(), bundle.result().selected().size());
  }

  private interface SeatRule {
    boolean allows(String inspector, int slot);
  }

  /** Whether the members can be seated one per slot, each on a slot that fits and is allowed. */
  private boolean seated(Team team, SeatRule rule) {
    int[] memberOfSlot = new int[slots.size()];
    Arrays.fill(memberOfSlot, -1);
    for (int member = 0; member < team.inspectors().size(); member++) {
      if (!seat(team, member, rule, memberOfSlot, new boolean[slots.size()])) {
        return false;
      }
    }
    return true;
  }

  private boolean seat(Team team, int member, SeatRule rule, int[] memberOfSlot, boolean[] tried) {
    String id = team.inspectors().get(member);
    for (int s = 0; s < slots.size(); s++) {
      if (tried[s] || !fits.getOrDefault(id, Set.of()).contains(s) || !rule.allows(id, s)) {
        continue;
      }
      tried[s] = true;
      if (memberOfSlot[s] < 0 || seat(team, memberOfSlot[s], rule, memberOfSlot, tried)) {
        memberOfSlot[s] = member;
        return true;
      }
    }
    return false;
  }

  private void optimal() {
    Certificate proof = bundle.certificate();
    List<String> selected = bundle.result().selected();
    must(proof != null, TEAM_NOT_OPTIMAL, "no certificate");
    must(
        proof.inspectors().keySet().equals(inspectors.keySet())
            && proof.slots().keySet().equals(new HashSet<>(selected))
            && proof.slots().values().stream().allMatch(p -> p.size() == slots.size()),
        TEAM_NOT_OPTIMAL,
        "the certificate is not for exactly these inspectors and subjects");
    for (Inspector i : bundle.inspectors()) {
      long u = held.getOrDefault(i.id(), 0L);
      Pair drop = proof.source().minus(proof.inspectors().get(i.id()));
      must(
          u == 0 || Pair.of(2 * (i.load() + u - 1) + 1, 0).plus(drop).signum() <= 0,
          TEAM_NOT_OPTIMAL,
          i.id() + " could hold one team less");
      must(
          u >= cap(i) || Pair.of(2 * (i.load() + u) + 1, 0).plus(drop).signum() >= 0,
          TEAM_NOT_OPTIMAL,
          i.id() + " could hold one team more");
    }
    byte[] key = Hash.key(Hash.bytes(bundle.result().seed()), "team");
    List<Group> groups = groups(proof);
    for (Team team : bundle.result().teams()) {
      optimal(team, proof, groups, key);
    }
  }

  /** Inspectors who fit the same slots: one price of a team holds for all of them. */
  private record Group(Set<Integer> fits, List<Candidate> candidates) {}

  private record Candidate(String id, Pair price) {}

  private List<Group> groups(Certificate proof) {
    Map<Set<Integer>, Group> groups = new HashMap<>();
    for (Inspector i : bundle.inspectors()) {
      Set<Integer> fitting = fits.get(i.id());
      if (!fitting.isEmpty()) {
        groups
            .computeIfAbsent(fitting, f -> new Group(f, new ArrayList<>()))
            .candidates
            .add(new Candidate(i.id(), proof.inspectors().get(i.id())));
      }
    }
    return List.copyOf(groups.values());
  }

  private void optimal(Team team, Certificate proof, List<Group> groups, byte[] key) {
    List<Pair> prices = proof.slots().get(team.subject());
    Set<String> not = recused.getOrDefault(team.subject(), Set.of());
    byte[] subject = Hash.utf8(team.subject() + '\u001f');
    Map<String, Pair> best = new HashMap<>();
    for (Group group : groups) {
      Pair m = group.fits.stream().map(prices::get).max(Pair::compareTo).orElseThrow();
      for (Candidate one : group.candidates) {
        if (not.contains(one.id)) {
          continue;
        }
        boolean member = team.inspectors().contains(one.id);
        int slack = one.price.plusLot(lot(key, subject, one.id), m);
        if (member ? slack > 0 : slack < 0) {
          throw new Refused(
              TEAM_NOT_OPTIMAL,
              one.id + " and " + team.subject() + " are not matched as the lots say");
        } else if (member) {
          best.put(one.id, m);
        }
      }
    }
    must(
        seated(team, (id, s) -> prices.get(s).equals(best.get(id))),
        TEAM_NOT_OPTIMAL,
        "the team of " + team.subject() + " cannot be seated at the certified prices");
    must(
        prices.stream().allMatch(p -> p.minus(proof.sink()).signum() <= 0),
        TEAM_NOT_OPTIMAL,
        "a slot of " + team.subject() + " is priced above the sink");
  }

  /**
   * The first 6 bytes of the team ticket as an unsigned number.
   *
   * @param subject with the separator behind it
   */
  private static long lot(byte[] key, byte[] subject, String inspector) {
    return ByteBuffer.wrap(Hash.sha256(key, subject, Hash.utf8(inspector))).getLong() >>> 16;
  }

  private static void must(boolean holds, Code code, String why) {
    Refused.unless(holds, code, why);
  }
}
