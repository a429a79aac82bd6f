package cn.doublerandom.registry.office;

import static cn.doublerandom.eventstore.decider.Decision.accept;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.office.OfficeCommand.RegisterMandate;
import cn.doublerandom.registry.office.OfficeEvent.MandateRegistered;
import java.util.Optional;

/** 结合“三定”规定确定的监管职责 (二(一), R14). */
public final class OfficeDecider implements Decider<OfficeCommand, OfficeEvent, Office> {
  @Override
  public Office initial() {
    return new Office(Optional.empty());
  }

  @Override
  public Decision<OfficeEvent> decide(OfficeCommand command, Office office) {
    return switch (command) {
      case RegisterMandate(var mandate) ->
          office.mandate().filter(mandate::equals).isPresent()
              ? accept()
              : accept(new MandateRegistered(mandate));
    };
  }

  @Override
  public Office evolve(Office office, OfficeEvent event) {
    return switch (event) {
      case MandateRegistered(var mandate) -> new Office(Optional.of(mandate));
    };
  }
}
