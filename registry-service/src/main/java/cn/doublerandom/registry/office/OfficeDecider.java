package cn.doublerandom.registry.office;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.MANDATE_NEEDS_SECOND_PERSON;
import static cn.doublerandom.registry.RegistryRejection.MANDATE_NOT_REQUESTED;
import static cn.doublerandom.registry.RegistryRejection.MANDATE_WAITS;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.registry.office.Office.MandateAsked;
import cn.doublerandom.registry.office.OfficeCommand.ApproveMandate;
import cn.doublerandom.registry.office.OfficeCommand.EndMandate;
import cn.doublerandom.registry.office.OfficeCommand.RegisterMandate;
import cn.doublerandom.registry.office.OfficeEvent.MandateRegistered;
import cn.doublerandom.registry.office.OfficeEvent.MandateRequestEnded;
import cn.doublerandom.registry.office.OfficeEvent.MandateRequested;
import java.util.Optional;

/** 结合“三定”规定确定的监管职责 (二(一), R14); to say what they are takes two people. */
public final class OfficeDecider implements Decider<OfficeCommand, OfficeEvent, Office> {
  @Override
  public Office initial() {
    return new Office(Optional.empty(), Optional.empty());
  }

  @Override
  public Decision<OfficeEvent> decide(OfficeCommand command, Office office) {
    return switch (command) {
      case RegisterMandate(var mandate, var by) -> register(mandate, by, office);
      case ApproveMandate(var by) ->
          office
              .asked()
              .map(asked -> approve(by, asked))
              .orElseGet(() -> reject(MANDATE_NOT_REQUESTED));
      case EndMandate(var by, var reason) -> end(by, reason, office);
    };
  }

  /** Nobody replaces what another reads, nor his own request: he takes it back and asks anew. */
  private static Decision<OfficeEvent> register(OfficeMandate mandate, String by, Office office) {
    if (office.mandate().filter(mandate::equals).isPresent()
        || office.asked().filter(asked -> asked.mandate().equals(mandate)).isPresent()) {
      return accept();
    }
    return office.asked().isPresent()
        ? reject(MANDATE_WAITS)
        : accept(new MandateRequested(mandate, by));
  }

  private static Decision<OfficeEvent> end(String by, String reason, Office office) {
    if (office.asked().isEmpty()) {
      return reject(MANDATE_NOT_REQUESTED);
    }
    return ReasonText.isInWords(reason)
        ? accept(new MandateRequestEnded(by, reason))
        : reject(REASON_MISSING, "field", "reason");
  }

  private static Decision<OfficeEvent> approve(String by, MandateAsked asked) {
    return SecondPerson.isSame(by, asked.by())
        ? reject(MANDATE_NEEDS_SECOND_PERSON)
        : accept(new MandateRegistered(asked.mandate(), asked.by(), by));
  }

  @Override
  public Office evolve(Office office, OfficeEvent event) {
    return switch (event) {
      case MandateRegistered registered ->
          new Office(Optional.of(registered.mandate()), Optional.empty());
      case MandateRequested(var mandate, var by) ->
          new Office(office.mandate(), Optional.of(new MandateAsked(mandate, by)));
      case MandateRequestEnded ended -> new Office(office.mandate(), Optional.empty());
    };
  }
}
