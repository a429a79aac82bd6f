package cn.doublerandom.publication.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 联合惩戒 as everybody reads it beside the result, once two people have agreed.
 *
 * @param number counted from 1 for each result
 * @param from first day
 * @param to last day
 * @param agreedOn the day since which the receivers know
 * @param deeds what the receivers did, oldest first
 */
public record StandingDiscipline(
    int number,
    String measure,
    String basis,
    LocalDate from,
    LocalDate to,
    List<String> authorities,
    LocalDate agreedOn,
    List<Discipline.Deed> deeds) {
  /** None where none stands. */
  public static @Nullable List<StandingDiscipline> of(Disciplines known) {
    List<StandingDiscipline> standing =
        known.all().stream().filter(Discipline::stands).map(StandingDiscipline::of).toList();
    return standing.isEmpty() ? null : standing;
  }

  private static StandingDiscipline of(Discipline one) {
    Discipline.Terms terms = one.terms();
    return new StandingDiscipline(
        one.number(),
        terms.measure(),
        terms.basis(),
        terms.from(),
        terms.to(),
        terms.authorities(),
        Objects.requireNonNull(one.decided()).on(),
        one.deeds());
  }
}
