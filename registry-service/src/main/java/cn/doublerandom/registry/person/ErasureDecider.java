package cn.doublerandom.registry.person;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.ERASURE_NOT_REQUESTED;
import static cn.doublerandom.registry.RegistryRejection.ERASURE_OWN_REQUEST;
import static cn.doublerandom.registry.RegistryRejection.NOT_A_PERSON;
import static cn.doublerandom.registry.RegistryRejection.PERSON_STILL_ACTIVE;
import static cn.doublerandom.registry.RegistryRejection.PERSON_UNKNOWN;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;
import static cn.doublerandom.registry.RequestRejection.ERASURE_ASKED_BY_ANOTHER;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.registry.person.Erasure.Approved;
import cn.doublerandom.registry.person.Erasure.Asked;
import cn.doublerandom.registry.person.Erasure.Unasked;
import cn.doublerandom.registry.person.ErasureCommand.ApproveErasure;
import cn.doublerandom.registry.person.ErasureCommand.DeclineErasure;
import cn.doublerandom.registry.person.ErasureCommand.RequestErasure;
import cn.doublerandom.registry.person.ErasureCommand.Standing;
import cn.doublerandom.registry.person.ErasureCommand.WithdrawErasure;
import cn.doublerandom.registry.person.ErasureEvent.ErasureApproved;
import cn.doublerandom.registry.person.ErasureEvent.ErasureRequestEnded;
import cn.doublerandom.registry.person.ErasureEvent.ErasureRequested;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** 个人信息删除: who left is forgotten when two people say so, and only then. */
public final class ErasureDecider implements Decider<ErasureCommand, ErasureEvent, Erasure> {
  @Override
  public Erasure initial() {
    return new Unasked();
  }

  @Override
  public Decision<ErasureEvent> decide(ErasureCommand command, Erasure erasure) {
    return switch (command) {
      case RequestErasure request ->
          obstacle(request.standing()).orElseGet(() -> request(request, erasure));
      case ApproveErasure approve ->
          obstacle(approve.standing()).orElseGet(() -> approve(approve, erasure));
      case DeclineErasure(var by, var reason) -> end(by, reason, false, erasure);
      case WithdrawErasure(var by, var reason) -> end(by, reason, true, erasure);
    };
  }

  private static Optional<Decision<ErasureEvent>> obstacle(Standing standing) {
    return switch (standing) {
      case UNKNOWN -> Optional.of(reject(PERSON_UNKNOWN));
      case NOT_A_PERSON -> Optional.of(reject(NOT_A_PERSON));
      case STILL_ACTIVE -> Optional.of(reject(PERSON_STILL_ACTIVE));
      case GONE -> Optional.empty();
    };
  }

  private static Decision<ErasureEvent> request(RequestErasure request, Erasure erasure) {
    return switch (erasure) {
      case Approved approved -> accept();
      case Unasked unasked when !ReasonText.isInWords(request.reason()) ->
          reject(REASON_MISSING, "field", "reason");
      case Asked asked when !ReasonText.isInWords(request.reason()) ->
          reject(REASON_MISSING, "field", "reason");
      case Unasked unasked -> accept(new ErasureRequested(request.reason(), request.by()));
      case Asked asked -> accept(new ErasureRequested(request.reason(), request.by()));
    };
  }

  private static Decision<ErasureEvent> approve(ApproveErasure approve, Erasure erasure) {
    return switch (erasure) {
      case Unasked unasked -> reject(ERASURE_NOT_REQUESTED);
      case Asked asked when SecondPerson.isAmong(approve.by(), asked.touchedBy()) ->
          reject(ERASURE_OWN_REQUEST);
      case Asked asked -> accept(new ErasureApproved(approve.by()));
      case Approved approved -> accept();
    };
  }

  /** Whoever is back on the register by now may be spared too. */
  private static Decision<ErasureEvent> end(
      String by, String reason, boolean withdrawn, Erasure erasure) {
    return switch (erasure) {
      case Unasked unasked -> reject(ERASURE_NOT_REQUESTED);
      case Approved approved -> reject(ERASURE_NOT_REQUESTED);
      case Asked asked when !ReasonText.isInWords(reason) ->
          reject(REASON_MISSING, "field", "reason");
      case Asked asked when withdrawn && !SecondPerson.isAmong(by, asked.touchedBy()) ->
          reject(ERASURE_ASKED_BY_ANOTHER, "by", asked.by());
      case Asked asked when !withdrawn && SecondPerson.isAmong(by, asked.touchedBy()) ->
          reject(ERASURE_OWN_REQUEST);
      case Asked asked -> accept(new ErasureRequestEnded(asked.by(), reason, by, withdrawn));
    };
  }

  @Override
  public Erasure evolve(Erasure erasure, ErasureEvent event) {
    return switch (event) {
      case ErasureRequested(var reason, var by) -> new Asked(reason, by, touched(erasure, by));
      case ErasureRequestEnded ended -> new Unasked();
      case ErasureApproved approved -> new Approved((Asked) erasure);
    };
  }

  private static Set<String> touched(Erasure erasure, String by) {
    Set<String> touched =
        new HashSet<>(erasure instanceof Asked asked ? asked.touchedBy() : Set.of());
    touched.add(by);
    return touched;
  }
}
