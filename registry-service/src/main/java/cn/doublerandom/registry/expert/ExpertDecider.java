package cn.doublerandom.registry.expert;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.ENTRUSTMENT_ENDS_BEFORE_IT_BEGINS;
import static cn.doublerandom.registry.RegistryRejection.EXPERT_UNKNOWN;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.expert.Expert.Registered;
import cn.doublerandom.registry.expert.Expert.Unregistered;
import cn.doublerandom.registry.expert.Expert.Withdrawn;
import cn.doublerandom.registry.expert.ExpertCommand.RegisterExpert;
import cn.doublerandom.registry.expert.ExpertCommand.WithdrawExpert;
import cn.doublerandom.registry.expert.ExpertEvent.ExpertRegistered;
import cn.doublerandom.registry.expert.ExpertEvent.ExpertWithdrawn;

/** 委托专业人员（机构）参与抽查, 建立专门的专家库 (R20). */
public final class ExpertDecider implements Decider<ExpertCommand, ExpertEvent, Expert> {
  @Override
  public Expert initial() {
    return new Unregistered();
  }

  @Override
  public Decision<ExpertEvent> decide(ExpertCommand command, Expert expert) {
    return switch (command) {
      case RegisterExpert(var details) when details.validUntil().isBefore(details.validFrom()) ->
          reject(ENTRUSTMENT_ENDS_BEFORE_IT_BEGINS);
      case RegisterExpert(var details) ->
          switch (expert) {
            case Registered(var known) when known.equals(details) -> accept();
            case Registered known -> accept(new ExpertRegistered(details));
            case Unregistered() -> accept(new ExpertRegistered(details));
            case Withdrawn withdrawn -> accept(new ExpertRegistered(details));
          };
      case WithdrawExpert(var reason) ->
          switch (expert) {
            case Unregistered() -> reject(EXPERT_UNKNOWN);
            case Withdrawn withdrawn -> accept();
            case Registered known when reason.isBlank() ->
                reject(REASON_MISSING, "field", "reason");
            case Registered known -> accept(new ExpertWithdrawn(reason));
          };
    };
  }

  @Override
  public Expert evolve(Expert expert, ExpertEvent event) {
    return switch (event) {
      case ExpertRegistered(var details) -> new Registered(details);
      case ExpertWithdrawn(var reason) ->
          switch (expert) {
            case Registered(var details) -> new Withdrawn(details, reason);
            case Withdrawn withdrawn -> withdrawn;
            case Unregistered() ->
                throw new IllegalStateException("an expert was withdrawn before registration");
          };
    };
  }
}
