package cn.doublerandom.registry.expert;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.ENTRUSTMENT_ENDS_BEFORE_IT_BEGINS;
import static cn.doublerandom.registry.RegistryRejection.EXPERT_ALREADY_WITHDRAWN;
import static cn.doublerandom.registry.RegistryRejection.EXPERT_UNKNOWN;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.expert.Expert.Registered;
import cn.doublerandom.registry.expert.Expert.Unregistered;
import cn.doublerandom.registry.expert.Expert.Withdrawn;
import cn.doublerandom.registry.expert.ExpertCommand.RegisterExpert;
import cn.doublerandom.registry.expert.ExpertCommand.TellExpert;
import cn.doublerandom.registry.expert.ExpertCommand.WithdrawExpert;
import cn.doublerandom.registry.expert.ExpertEvent.ExpertRegistered;
import cn.doublerandom.registry.expert.ExpertEvent.ExpertTold;
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
      case RegisterExpert(var details, var recorded)
          when details.validUntil().isBefore(details.validFrom()) ->
          reject(ENTRUSTMENT_ENDS_BEFORE_IT_BEGINS);
      case RegisterExpert(var details, var recorded) ->
          switch (expert) {
            case Registered known when known.details().equals(details) -> accept();
            case Registered known -> accept(new ExpertRegistered(details));
            case Unregistered() -> accept(new ExpertRegistered(details));
            case Withdrawn leaving when leaving.isStillIn(recorded) -> revise(details, leaving);
            case Withdrawn gone -> accept(new ExpertRegistered(details));
          };
      case WithdrawExpert(var reason, var effective) when reason.isBlank() ->
          expert instanceof Unregistered
              ? reject(EXPERT_UNKNOWN)
              : reject(REASON_MISSING, "field", "reason");
      case WithdrawExpert(var reason, var effective) ->
          switch (expert) {
            case Unregistered() -> reject(EXPERT_UNKNOWN);
            case Registered known -> accept(new ExpertWithdrawn(reason, effective));
            case Withdrawn gone when gone.isStillIn(effective) ->
                accept(new ExpertWithdrawn(reason, effective));
            case Withdrawn gone
                when gone.reason().equals(reason)
                    && (gone.from() == null || effective.equals(gone.from())) ->
                accept();
            case Withdrawn gone -> reject(EXPERT_ALREADY_WITHDRAWN, "reason", gone.reason());
          };
      case TellExpert(var erased) ->
          expert instanceof Unregistered || (expert.isTold() && !erased)
              ? accept()
              : accept(new ExpertTold(erased ? true : null));
    };
  }

  /** The list of the pool is brought up to date: who is to leave it leaves it all the same. */
  private static Decision<ExpertEvent> revise(ExpertDetails details, Withdrawn leaving) {
    return leaving.details().equals(details)
        ? accept()
        : accept(
            new ExpertRegistered(details), new ExpertWithdrawn(leaving.reason(), leaving.from()));
  }

  @Override
  public Expert evolve(Expert expert, ExpertEvent event) {
    return switch (event) {
      case ExpertRegistered(var details, var told) ->
          new Registered(details, expert.isTold() || told != null);
      case ExpertWithdrawn(var reason, var effective) ->
          switch (expert) {
            case Registered(var details, var told) ->
                new Withdrawn(details, reason, effective, told);
            case Withdrawn earlier ->
                new Withdrawn(earlier.details(), reason, effective, earlier.told());
            case Unregistered() ->
                throw new IllegalStateException("an expert was withdrawn before registration");
          };
      case ExpertTold told ->
          switch (expert) {
            case Registered(var details, var before) -> new Registered(details, true);
            case Withdrawn gone -> new Withdrawn(gone.details(), gone.reason(), gone.from(), true);
            case Unregistered() ->
                throw new IllegalStateException("an expert was told of before registration");
          };
    };
  }
}
