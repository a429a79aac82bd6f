package cn.doublerandom.inspection.visit;

import cn.doublerandom.eventstore.decider.SecondPerson;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice of the visit that was served.
 *
 * @param day of the visit it says; absent where none was agreed then
 * @param team it names; absent where that was not kept
 */
public record ToldNotice(@Nullable LocalDate day, @Nullable List<String> team) {
  public ToldNotice {
    team = team == null ? null : List.copyOf(team);
  }

  /** One of which it was not kept whom it names. */
  public ToldNotice(@Nullable LocalDate day) {
    this(day, null);
  }

  /** Whether the subject was told of the day that is agreed now; where none is, of any. */
  boolean isOf(@Nullable LocalDate agreed) {
    return agreed == null || agreed.equals(day);
  }

  /** Whether the subject was told of everybody who comes now. */
  public boolean names(Collection<String> coming) {
    List<String> named = team;
    return named == null || coming.stream().allMatch(one -> SecondPerson.isAmong(one, named));
  }
}
