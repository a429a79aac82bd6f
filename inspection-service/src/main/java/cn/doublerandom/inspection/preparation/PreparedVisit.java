package cn.doublerandom.inspection.preparation;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.visit.Gate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of the visit that is prepared.
 *
 * @param team accounts, ascending
 * @param isOpen whether it has not begun and has not fallen away
 * @param day on which it is held; absent where none is agreed, and once it has begun
 */
public record PreparedVisit(
    List<String> team, List<Gate> gates, boolean isOpen, @Nullable LocalDate day) {
  /** One of which no day is agreed. */
  public PreparedVisit(List<String> team, List<Gate> gates, boolean isOpen) {
    this(team, gates, isOpen, null);
  }

  public PreparedVisit {
    team = List.copyOf(team);
    gates = List.copyOf(gates);
  }

  boolean has(String account) {
    return SecondPerson.isAmong(account, team);
  }

  /** The number under which the team lists an account, however it is spelt. */
  Optional<String> member(String account) {
    return team.stream().filter(one -> SecondPerson.isSame(one, account)).findFirst();
  }

  Optional<Gate> gate(Gate.Step step) {
    return gates.stream().filter(gate -> gate.step() == step).findFirst();
  }
}
