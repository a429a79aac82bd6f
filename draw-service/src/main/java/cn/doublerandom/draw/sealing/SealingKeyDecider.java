package cn.doublerandom.draw.sealing;

import static cn.doublerandom.eventstore.decider.Decision.accept;

import cn.doublerandom.draw.sealing.SealingKeyCommand.RotateSealingKey;
import cn.doublerandom.draw.sealing.SealingKeyEvent.SealingKeyRotated;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import java.util.ArrayList;
import java.util.List;

/** Keys follow one another and none is forgotten; the state is all of them, the last in use. */
public final class SealingKeyDecider
    implements Decider<SealingKeyCommand, SealingKeyEvent, List<SealingKeyRotated>> {
  @Override
  public List<SealingKeyRotated> initial() {
    return List.of();
  }

  @Override
  public Decision<SealingKeyEvent> decide(
      SealingKeyCommand command, List<SealingKeyRotated> known) {
    return switch (command) {
      case RotateSealingKey(var key, var by, var today)
          when known.stream().anyMatch(k -> k.publicKey().equals(key)) ->
          accept();
      case RotateSealingKey(var key, var by, var today) ->
          accept(new SealingKeyRotated(key, by, today));
    };
  }

  @Override
  public List<SealingKeyRotated> evolve(List<SealingKeyRotated> known, SealingKeyEvent event) {
    return switch (event) {
      case SealingKeyRotated rotated -> {
        List<SealingKeyRotated> more = new ArrayList<>(known);
        more.add(rotated);
        yield List.copyOf(more);
      }
    };
  }
}
