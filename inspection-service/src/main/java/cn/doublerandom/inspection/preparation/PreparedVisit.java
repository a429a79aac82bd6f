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
 * @param helpers experts who stand beside the team
 */
public record PreparedVisit(
    List<String> team,
    List<Gate> gates,
    boolean isOpen,
    @Nullable LocalDate day,
    List<ExpertBeside> helpers) {
  /** One of which no day is agreed, and nobody helps. */
  public PreparedVisit(List<String> team, List<Gate> gates, boolean isOpen) {
    this(team, gates, isOpen, null, List.of());
  }

  public PreparedVisit {
    team = List.copyOf(team);
    gates = List.copyOf(gates);
    helpers = List.copyOf(helpers);
  }

  /**
   * An expert who stands beside the team.
   *
   * @param number in the pool
   * @param brought accounts of who asked for him and who agreed
   */
  public record ExpertBeside(String number, List<String> brought) {
    public ExpertBeside {
      brought = List.copyOf(brought);
    }
  }

  Optional<ExpertBeside> helper(String number) {
    return helpers.stream().filter(one -> SecondPerson.isSame(one.number(), number)).findFirst();
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
