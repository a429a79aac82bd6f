package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.PhoneSync.StepAnswer;
import cn.doublerandom.inspection.application.PhoneSync.Synced;
import cn.doublerandom.inspection.application.PhoneSync.Trouble;
import cn.doublerandom.inspection.phone.PhoneCommand;
import cn.doublerandom.inspection.phone.PhoneEvent;
import cn.doublerandom.inspection.phone.Phones;
import cn.doublerandom.inspection.phone.Settling;
import cn.doublerandom.inspection.phone.Settling.Act;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Lets steps of phones go into their visit, each as its own officer did it: by the commands and the
 * rules that hold online, at the time that counts.
 */
@ApplicationScoped
class PhoneSettlement {
  /** More than the items of the longest list and the team have acts; then something turns round. */
  private static final int MOST_ACTS = 400;

  private final CommandHandler<PhoneCommand, PhoneEvent, Phones> phones;
  private final Visits visits;
  private final RecordSignatures signatures;

  @Inject
  PhoneSettlement(
      CommandHandler<PhoneCommand, PhoneEvent, Phones> phones,
      Visits visits,
      RecordSignatures signatures) {
    this.phones = phones;
    this.visits = visits;
    this.signatures = signatures;
  }

  /** Does what may be done now; {@code answers} go along. */
  Uni<Synced> settle(String visitId, List<StepAnswer> answers, CommandContext context) {
    return settle(visitId, answers, new HashMap<>(), context, MOST_ACTS);
  }

  /** Does what phones have sent and something stood in the way of, as far as it is out of it. */
  <E, S> Uni<Void> goOn(String visitId, Handled<E, S> handled, Supplier<CommandContext> asked) {
    return handled instanceof Handled.Done<E, S>
        ? settle(visitId, List.of(), asked.get()).replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  /** Does one act after the other; a refusal of the visit ends it, and everything stays. */
  private Uni<Synced> settle(
      String visitId,
      List<StepAnswer> answers,
      Map<String, Trouble> troubles,
      CommandContext context,
      int left) {
    return visits
        .state(visitId)
        .flatMap(visit ->
            phones
                .load(VisitStreams.PHONES.of(visitId))
                .flatMap(loaded -> {
                  Optional<Act> next =
                      Settling.next(loaded.state().merged(), visit, troubles.keySet())
                          .filter(act -> left > 0)
                          .filter(act -> !troubles.containsKey(act.step().step().id()));
                  return next.isEmpty()
                      ? Uni.createFrom()
                          .item(PhoneSync.of(answers, troubles, loaded.state(), visit))
                      : act(next.get(), visit, context)
                          .flatMap(handled -> {
                            note(next.get(), handled, troubles);
                            return settle(visitId, answers, troubles, context, left - 1);
                          });
                }));
  }

  private static void note(Act act, Optional<Trouble> trouble, Map<String, Trouble> troubles) {
    trouble.ifPresent(one -> troubles.put(act.step().step().id(), one));
  }

  private Uni<Optional<Trouble>> act(Act act, Visit visit, CommandContext context) {
    String visitId = Visits.summary(visit).visitId();
    CommandContext of = as(act, context);
    return switch (act) {
      case Act.Arrive arrive ->
          trouble(visits.start(visitId, Visits.summary(visit).inspectors(), null, of));
      case Act.Check check -> trouble(visits.check(visitId, check.answer(), of));
      case Act.End end -> trouble(visits.finish(visitId, () -> of));
      case Act.State state -> trouble(signatures.take(visitId, state.step().step().stated(), of));
      case Act.SignForSubject signed ->
          trouble(signatures.signSealed(visitId, signed.step().step().signed(), of));
      case Act.Sign sign ->
          trouble(
              signatures.sign(
                  visitId,
                  new RecordSignatures.OfficerSigns(
                      sign.record().hash(), null, sign.record().keyId(), sign.record().signature()),
                  of));
    };
  }

  /** Its own officer did it, at the time that counts; recorded now. */
  private static CommandContext as(Act act, CommandContext context) {
    return new CommandContext(
        act.step().step().officer(),
        act.step().countsAt(),
        context.recordedAt(),
        context.correlationId(),
        "step-" + act.step().step().id(),
        Optional.empty(),
        OptionalLong.empty());
  }

  private static Uni<Optional<Trouble>> trouble(Uni<Handled<VisitEvent, Visit>> handled) {
    return handled
        .map(Refusals::require)
        .map(done -> Optional.<Trouble>empty())
        .onFailure(ProblemException.class)
        .recoverWithItem(failure -> Optional.of(Trouble.of(failure)));
  }
}
