package cn.doublerandom.inspection.preparation;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.visit.Gate;
import java.util.List;
import java.util.Optional;

/**
 * What has to be known of the visit that is prepared.
 *
 * @param team accounts, ascending
 * @param isOpen whether it has not begun and has not fallen away
 */
public record PreparedVisit(List<String> team, List<Gate> gates, boolean isOpen) {
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
