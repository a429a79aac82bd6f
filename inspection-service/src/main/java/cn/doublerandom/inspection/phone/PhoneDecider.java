package cn.doublerandom.inspection.phone;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.InspectionRejection.EVIDENCE_TOO_LARGE;
import static cn.doublerandom.inspection.InspectionRejection.ITEM_NOT_IN_TASK;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.SIGNER_UNFIT;
import static cn.doublerandom.inspection.PhoneRejection.CONFLICT_FOREIGN;
import static cn.doublerandom.inspection.PhoneRejection.CONFLICT_UNKNOWN;
import static cn.doublerandom.inspection.PhoneRejection.STEPS_EXHAUSTED;
import static cn.doublerandom.inspection.PhoneRejection.STEP_CHANGED;
import static cn.doublerandom.inspection.PhoneRejection.STEP_OF_ANOTHER_ACCOUNT;
import static cn.doublerandom.inspection.PhoneRejection.STEP_OF_ANOTHER_VISIT;
import static cn.doublerandom.inspection.PhoneRejection.STEP_TIME_UNFIT;
import static cn.doublerandom.inspection.PhoneRejection.STEP_UNFIT;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.phone.PhoneCommand.DecideConflict;
import cn.doublerandom.inspection.phone.PhoneCommand.TakeSteps;
import cn.doublerandom.inspection.phone.PhoneEvent.ConflictDecided;
import cn.doublerandom.inspection.phone.PhoneEvent.StepTaken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nothing that comes from a phone is lost, and nothing of it counts twice (ADR 72). */
public final class PhoneDecider implements Decider<PhoneCommand, PhoneEvent, Phones> {
  @Override
  public Phones initial() {
    return Phones.NONE;
  }

  @Override
  public Decision<PhoneEvent> decide(PhoneCommand command, Phones phones) {
    return switch (command) {
      case TakeSteps take -> take(take, phones);
      case DecideConflict decide -> decide(decide, phones);
    };
  }

  private static Decision<PhoneEvent> take(TakeSteps take, Phones phones) {
    if (SecondPerson.isDeputy(take.by())) {
      return reject(SIGNER_UNFIT);
    } else if (!SecondPerson.isAmong(take.by(), take.team())) {
      return reject(NOT_ON_TEAM);
    }
    List<PhoneEvent> taken = new ArrayList<>();
    Phones now = phones;
    for (PhoneStep step : take.steps()) {
      if (refusal(step, take, now).isEmpty() && !now.steps().containsKey(step.id())) {
        now = now.with(new TakenStep(step, take.receivedAt()));
        taken.add(new StepTaken(step, take.receivedAt()));
      }
    }
    return new Decision.Accepted<>(taken);
  }

  /**
   * Why a step is not taken; nothing where it is, or was before. The others of its batch are taken
   * all the same.
   */
  public static Optional<Rejection> refusal(PhoneStep step, TakeSteps take, Phones phones) {
    TakenStep before = phones.steps().get(step.id());
    if (!step.visitId().equals(take.visitId())) {
      return Optional.of(STEP_OF_ANOTHER_VISIT);
    } else if (!SecondPerson.isSame(step.officer(), take.by())) {
      return Optional.of(STEP_OF_ANOTHER_ACCOUNT);
    } else if (before != null) {
      return before.step().equals(step) ? Optional.empty() : Optional.of(STEP_CHANGED);
    } else if (!step.isWhole()) {
      return Optional.of(STEP_UNFIT);
    } else if (step.item() != null && !take.items().contains(step.item())) {
      return Optional.of(ITEM_NOT_IN_TASK);
    } else if (step.file() != null && step.file().bytes() > Evidence.MOST_BYTES) {
      return Optional.of(EVIDENCE_TOO_LARGE);
    } else if (step.words() != null && !ReasonText.isInWords(step.words())) {
      return Optional.of(REASON_UNFIT);
    } else if (step.lastContact().isAfter(take.receivedAt())) {
      return Optional.of(STEP_TIME_UNFIT);
    }
    return phones.steps().size() >= Phones.MOST_STEPS
        ? Optional.of(STEPS_EXHAUSTED)
        : Optional.empty();
  }

  private static Decision<PhoneEvent> decide(DecideConflict decide, Phones phones) {
    MergedSteps merged = phones.merged();
    List<TakenStep> said = merged.draftsOf(decide.item());
    Optional<TakenStep> chosen =
        said.stream().filter(one -> one.step().id().equals(decide.chosen())).findFirst();
    if (!SecondPerson.isAmong(decide.by(), decide.team())) {
      return reject(NOT_ON_TEAM);
    } else if (chosen.isEmpty()) {
      return reject(CONFLICT_UNKNOWN);
    } else if (isDecided(decide, merged)) {
      return accept();
    } else if (!ReasonText.isInWords(decide.reason())) {
      return reject(REASON_UNFIT, "field", "reason");
    } else if (drops(chosen.get(), said, decide.by())) {
      return reject(CONFLICT_FOREIGN);
    }
    return accept(
        new ConflictDecided(
            decide.item(),
            decide.chosen(),
            said.stream()
                .map(one -> one.step().id())
                .filter(id -> !id.equals(decide.chosen()))
                .toList(),
            decide.by(),
            decide.reason(),
            decide.at()));
  }

  private static boolean isDecided(DecideConflict decide, MergedSteps merged) {
    return merged.decided().stream().anyMatch(one -> one.chosen().equals(decide.chosen()))
        && merged
            .answer(decide.item())
            .filter(one -> one.step().id().equals(decide.chosen()))
            .isPresent();
  }

  /** Whether somebody else's finding falls: nobody takes back what another found (ADR 34). */
  private static boolean drops(TakenStep chosen, List<TakenStep> said, String by) {
    return said.stream()
        .filter(one -> !SecondPerson.isSame(one.step().officer(), by))
        .map(one -> one.step().said().codes())
        .anyMatch(codes ->
            ResultCode.areFinding(codes) && !ResultCode.keep(codes, chosen.step().said().codes()));
  }

  @Override
  public Phones evolve(Phones phones, PhoneEvent event) {
    return switch (event) {
      case StepTaken(var step, var receivedAt) -> phones.with(new TakenStep(step, receivedAt));
      case ConflictDecided decided -> phones.with(decided);
    };
  }
}
