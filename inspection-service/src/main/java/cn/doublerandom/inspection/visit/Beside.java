package cn.doublerandom.inspection.visit;

import cn.doublerandom.eventstore.decider.SecondPerson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Who was asked for to stand beside the team, in the order of asking; whoever stands there is none
 * of its officers (R20).
 *
 * @param recused officers who were recused from the visit, also where another came in for them:
 *     none of them comes back as an expert
 */
public record Beside(List<Assistance> all, Set<String> recused) {
  static final Beside NOBODY = new Beside(List.of(), Set.of());

  public Beside {
    all = List.copyOf(all);
    recused = Set.copyOf(recused);
  }

  boolean isRecused(String expert) {
    return SecondPerson.isAmong(expert, recused);
  }

  /** The same where an officer is recused, or was decided to stay. */
  Beside recused(String inspector, boolean stays) {
    Set<String> those = new HashSet<>(recused);
    if (stays) {
      those.remove(inspector);
    } else {
      those.add(inspector);
    }
    return new Beside(all, those);
  }

  /** How an expert stands, as it was asked last; nothing where nobody asked. */
  Optional<Assistance> of(String expert) {
    return all.reversed().stream().filter(one -> is(one, expert)).findFirst();
  }

  private static boolean is(Assistance one, String expert) {
    return one.entrusted().expert().equals(expert);
  }

  /** Whether somebody is asked for or stands there. */
  boolean isOpen(String expert) {
    return of(expert).filter(one -> one.isAsked() || one.stands()).isPresent();
  }

  long open() {
    return all.stream().filter(one -> one.isAsked() || one.stands()).count();
  }

  /** Those who stand beside the team. */
  Stream<Assistance.Given> standing() {
    return all.stream().filter(Assistance::stands).map(Assistance.Given.class::cast);
  }

  /** The first of some officers who stands there, however he is spelt. */
  Optional<String> among(List<String> officers) {
    return officers.stream()
        .filter(one ->
            standing().anyMatch(given -> SecondPerson.isSame(given.entrusted().expert(), one)))
        .sorted()
        .findFirst();
  }

  Beside with(Assistance.Asked asked) {
    List<Assistance> more = new ArrayList<>(all);
    more.add(asked);
    return new Beside(more, recused);
  }

  Beside agreed(String expert, Function<Assistance.Asked, Assistance> how) {
    return last(expert, one -> one instanceof Assistance.Asked asked ? how.apply(asked) : one);
  }

  /** Whoever he was asked by: he does not stand there, and what he said counts no more. */
  Beside ended(String expert, String by, String reason, LocalDate on) {
    return last(
        expert,
        one ->
            switch (one) {
              case Assistance.Asked asked -> new Assistance.Declined(asked, by, reason, on);
              case Assistance.Given given -> new Assistance.Ended(given, by, reason, on);
              case Assistance.Declined declined -> declined;
              case Assistance.Ended ended -> ended;
            });
  }

  Beside given(String expert, Function<Assistance.Given, Assistance> how) {
    return last(expert, one -> one instanceof Assistance.Given given ? how.apply(given) : one);
  }

  private Beside last(String expert, UnaryOperator<Assistance> how) {
    List<Assistance> changed = new ArrayList<>(all);
    for (int i = changed.size() - 1; i >= 0; i--) {
      if (is(changed.get(i), expert)) {
        changed.set(i, how.apply(changed.get(i)));
        break;
      }
    }
    return new Beside(changed, recused);
  }
}
