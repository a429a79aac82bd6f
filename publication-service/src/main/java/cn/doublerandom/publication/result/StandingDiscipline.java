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
 * @param ended that it ended, and what they did about that; absent while its result holds
 */
public record StandingDiscipline(
    int number,
    String measure,
    String basis,
    LocalDate from,
    LocalDate to,
    List<String> authorities,
    LocalDate agreedOn,
    List<Discipline.Deed> deeds,
    Discipline.@Nullable Ended ended) {
  /** None where none was told. */
  public static @Nullable List<StandingDiscipline> of(Disciplines known) {
    List<StandingDiscipline> told =
        known.all().stream().filter(Discipline::isTold).map(StandingDiscipline::of).toList();
    return told.isEmpty() ? null : told;
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
        one.deeds(),
        one.ended());
  }
}
