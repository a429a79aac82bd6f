package cn.doublerandom.draw.deposit;

import static cn.doublerandom.draw.DepositRejection.SUPERVISOR_KEY_INVALID;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.draw.deposit.SupervisorKeyCommand.RegisterSupervisorKey;
import cn.doublerandom.draw.deposit.SupervisorKeyEvent.SupervisorKeyRegistered;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Keys follow one another and none is forgotten; the state is all of them, the oldest first. */
public final class SupervisorKeyDecider
    implements Decider<SupervisorKeyCommand, SupervisorKeyEvent, List<SupervisorKeyRegistered>> {
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

  /** Points of small order (RFC 7748 §6.1): what is sealed to them anybody can open. */
  private static final Set<String> WEAK =
      Set.of(
          "00".repeat(32),
          "01" + "00".repeat(31),
          "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
          "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
          "ec" + "ff".repeat(30) + "7f",
          "ed" + "ff".repeat(30) + "7f",
          "ee" + "ff".repeat(30) + "7f");

  @Override
  public List<SupervisorKeyRegistered> initial() {
    return List.of();
  }

  @Override
  public Decision<SupervisorKeyEvent> decide(
      SupervisorKeyCommand command, List<SupervisorKeyRegistered> known) {
    return switch (command) {
      case RegisterSupervisorKey c when !KEY.matcher(c.publicKey()).matches() ->
          reject(SUPERVISOR_KEY_INVALID, "field", "publicKey");
      case RegisterSupervisorKey c
          when WEAK.contains(c.publicKey()) || isOtherwise(c.publicKey()) ->
          reject(SUPERVISOR_KEY_INVALID, "field", "publicKey");
      case RegisterSupervisorKey c when owner(known, c.publicKey()).isPresent() ->
          owner(known, c.publicKey()).filter(by -> SecondPerson.isSame(by, c.by())).isPresent()
              ? accept()
              : reject(SUPERVISOR_KEY_INVALID, "field", "publicKey");
      case RegisterSupervisorKey(var key, var by, var today) ->
          accept(new SupervisorKeyRegistered(key, by, today));
    };
  }

  /** X25519 passes over the highest bit (RFC 7748 §5): with it set a key is another's, or weak. */
  private static boolean isOtherwise(String publicKey) {
    return Character.digit(publicKey.charAt(publicKey.length() - 2), 16) >= 8;
  }

  /** The account a key was registered by. */
  public static Optional<String> owner(List<SupervisorKeyRegistered> known, String publicKey) {
    return known.stream()
        .filter(k -> k.publicKey().equals(publicKey))
        .map(SupervisorKeyRegistered::by)
        .findFirst();
  }

  @Override
  public List<SupervisorKeyRegistered> evolve(
      List<SupervisorKeyRegistered> known, SupervisorKeyEvent event) {
    return switch (event) {
      case SupervisorKeyRegistered registered -> {
        List<SupervisorKeyRegistered> more = new ArrayList<>(known);
        more.add(registered);
        yield List.copyOf(more);
      }
    };
  }
}
