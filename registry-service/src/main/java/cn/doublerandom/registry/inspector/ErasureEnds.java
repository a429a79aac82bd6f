package cn.doublerandom.registry.inspector;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.ERASURE_NOT_REQUESTED;
import static cn.doublerandom.registry.RegistryRejection.ERASURE_OWN_REQUEST;
import static cn.doublerandom.registry.RegistryRejection.INSPECTOR_UNKNOWN;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;
import static cn.doublerandom.registry.RequestRejection.ERASURE_ASKED_BY_ANOTHER;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.registry.inspector.Inspector.ErasureRequest;
import cn.doublerandom.registry.inspector.InspectorCommand.EndErasure;
import cn.doublerandom.registry.inspector.InspectorEvent.ErasureRequestEnded;
import java.util.Optional;

/** The erasure of an inspector comes to nothing: his name stays readable. */
final class ErasureEnds {
  private ErasureEnds() {}

  static Decision<InspectorEvent> end(EndErasure end, Inspector inspector) {
    return switch (inspector) {
      case Inspector.Unregistered() -> reject(INSPECTOR_UNKNOWN);
      case Inspector.Registered known -> {
        Optional<ErasureRequest> asked = known.erasure().filter(a -> !a.approved());
        yield asked.isEmpty() ? reject(ERASURE_NOT_REQUESTED) : end(end, asked.get());
      }
    };
  }

  private static Decision<InspectorEvent> end(EndErasure end, ErasureRequest asked) {
    boolean own = SecondPerson.isSame(end.by(), asked.by());
    if (!ReasonText.isInWords(end.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    } else if (end.withdrawn() && !own) {
      return reject(ERASURE_ASKED_BY_ANOTHER, "by", asked.by());
    } else if (!end.withdrawn() && own) {
      return reject(ERASURE_OWN_REQUEST);
    }
    return accept(new ErasureRequestEnded(asked.by(), end.reason(), end.by(), end.withdrawn()));
  }
}
