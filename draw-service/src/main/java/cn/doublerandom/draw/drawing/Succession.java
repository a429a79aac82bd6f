package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import cn.doublerandom.draw.protocol.RecusalEntry;
import cn.doublerandom.draw.protocol.Substitution;
import cn.doublerandom.draw.register.InRegister;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who comes in for whom: the next in the order of the draw (protocol §6, §7) who may be drawn on
 * the day. Who would have come in and may not is passed over, and named with the reason.
 */
record Succession(Executed draw, InRegister register) {
  /** Somebody came in for him at this visit before. */
  private static final String WENT_OUT = "WENT_OUT";

  /**
   * Somebody comes in.
   *
   * @param passed those before, in their order
   */
  record Successor(String id, List<PassedOver> passed) {
    /** Those before, where there were any. */
    @Nullable List<PassedOver> named() {
      return passed.isEmpty() ? null : passed;
    }
  }

  /** Who comes in for a subject, or for a member of its team. */
  Optional<Successor> of(String subject, Optional<String> member) {
    return member.isEmpty()
        ? alternate(subject)
        : substitute(
            subject,
            draw.roster().teams().getOrDefault(subject, List.of()).stream()
                .filter(i -> !i.equals(member.get()))
                .toList(),
            member.get());
  }

  /** The next alternate of the subject's stratum that has not come in or gone out yet. */
  Optional<Successor> alternate(String subject) {
    List<PassedOver> passed = new ArrayList<>();
    for (String id : waiting(draw, subject)) {
      if (register.isInBusiness(id)) {
        return Optional.of(new Successor(id, List.copyOf(passed)));
      }
      passed.add(new PassedOver(id, register.status(id)));
    }
    return Optional.empty();
  }

  /** Alternates that have neither come in nor gone out, in their order. */
  static List<String> waiting(Executed draw, String subject) {
    return Concerned.alternates(draw, subject)
        .filter(id -> !draw.roster().used().contains(id))
        .toList();
  }

  /** The substitute for a member of a subject's team. */
  Optional<Successor> substitute(String subject, List<String> remaining, String out) {
    return substitute(
        subject, remaining, out, draw.roster().held(), draw.roster().wentOut(subject));
  }

  private Optional<Successor> substitute(
      String subject,
      List<String> remaining,
      String out,
      Map<String, Integer> held,
      Set<String> wentOut) {
    List<PassedOver> passed = new ArrayList<>();
    Set<String> barred = new HashSet<>();
    while (true) {
      Optional<String> next = substitution(held, barred).of(subject, remaining, out);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      Optional<String> obstacle =
          wentOut.contains(next.get()) ? Optional.of(WENT_OUT) : register.obstacle(next.get());
      if (obstacle.isEmpty()) {
        return Optional.of(new Successor(next.get(), List.copyOf(passed)));
      }
      passed.add(new PassedOver(next.get(), obstacle.get()));
      barred.add(next.get());
    }
  }

  /** The same team; members who may not serve there are replaced one by one (protocol §6). */
  Optional<List<String>> teamFor(String gone, String alternate) {
    List<String> team = draw.roster().teams().getOrDefault(gone, List.of());
    Map<String, Integer> held = new HashMap<>(draw.roster().held());
    Set<String> recused = substitution(held, Set.of()).recused(alternate);
    for (String member : List.copyOf(team)) {
      if (!recused.contains(member)) {
        continue;
      }
      held.merge(member, -1, Integer::sum);
      List<String> remaining = team.stream().filter(i -> !i.equals(member)).toList();
      Optional<Successor> substitute =
          substitute(alternate, remaining, member, held, draw.roster().wentOut(gone));
      if (substitute.isEmpty()) {
        return Optional.empty();
      }
      held.merge(substitute.get().id(), 1, Integer::sum);
      team = Roster.exchanged(team, member, substitute.get().id());
    }
    return Optional.of(team);
  }

  private Substitution substitution(Map<String, Integer> held, Set<String> barred) {
    return new Substitution(
        draw.result().seed(),
        draw.commit().slots(),
        draw.frame().lists().inspectors(),
        recusals(),
        held,
        barred);
  }

  /** The frozen ones, and those declared since: nobody comes in against either. */
  private List<RecusalEntry> recusals() {
    List<RecusalEntry> all = new ArrayList<>(draw.frame().lists().recusals());
    draw.roster().recusals().stream()
        .filter(late -> !late.kept())
        .forEach(
            late -> all.add(new RecusalEntry(late.subject(), late.inspector(), late.reason())));
    return all;
  }
}
