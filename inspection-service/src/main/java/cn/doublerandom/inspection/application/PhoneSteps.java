package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.CommandHandler.Loaded;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.inspection.ClosingRejection;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.PhoneRejection;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.PhoneSheets.Judged;
import cn.doublerandom.inspection.application.PhoneSync.StepAnswer;
import cn.doublerandom.inspection.application.PhoneSync.StepOutcome;
import cn.doublerandom.inspection.application.PhoneSync.Synced;
import cn.doublerandom.inspection.phone.PhoneCommand;
import cn.doublerandom.inspection.phone.PhoneCommand.TakeSteps;
import cn.doublerandom.inspection.phone.PhoneDecider;
import cn.doublerandom.inspection.phone.PhoneEvent;
import cn.doublerandom.inspection.phone.PhoneStep;
import cn.doublerandom.inspection.phone.PhoneStep.OfRecord;
import cn.doublerandom.inspection.phone.Phones;
import cn.doublerandom.inspection.phone.SecondOfficer;
import cn.doublerandom.inspection.signing.Signer;
import cn.doublerandom.inspection.signing.SigningKey;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitRecord;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 离线检查: steps from phones are kept as they come, and go into the visit by the same rules as what is
 * done online, once all are there (ADR 72).
 */
@ApplicationScoped
public class PhoneSteps {
  private final CommandHandler<PhoneCommand, PhoneEvent, Phones> phones;
  private final Visits visits;
  private final PhoneSettlement settlement;
  private final SigningKeys keys;
  private final PhoneSheets sheets;

  @Inject
  PhoneSteps(
      CommandHandler<PhoneCommand, PhoneEvent, Phones> phones,
      Visits visits,
      PhoneSettlement settlement,
      SigningKeys keys,
      PhoneSheets sheets) {
    this.sheets = sheets;
    this.phones = phones;
    this.visits = visits;
    this.settlement = settlement;
    this.keys = keys;
  }

  private static String stream(String visitId) {
    return VisitStreams.PHONES.of(visitId);
  }

  /** How the steps of a visit stand, for whoever may read the visit. */
  public Uni<Synced> of(String visitId, Officer reader) {
    return visits
        .whole(visitId, reader)
        .flatMap(visit ->
            phones
                .load(stream(visitId))
                .map(loaded -> PhoneSync.of(List.of(), Map.of(), loaded.state(), visit.state())));
  }

  /**
   * What a phone takes along.
   *
   * @param head of the record, see {@link VisitRecord#head}
   * @param signable whether nothing is in the record yet that the phone does not have
   * @param keyId of the key that is enrolled for the account; absent where none is
   */
  public record TakenAlong(
      Map<String, Object> head,
      List<Assignment.Item> items,
      boolean signable,
      @Nullable String keyId) {}

  /** What the phone of one of the team takes along to a visit. */
  public Uni<TakenAlong> along(String visitId, Officer officer) {
    return visits
        .whole(visitId, officer)
        .flatMap(visit ->
            keys.of(officer.account())
                .map(signer -> {
                  Assignment task = visit.state().task().orElseThrow();
                  return new TakenAlong(
                      VisitRecord.head(visit.state()),
                      task.items(),
                      visit.state() instanceof Visit.Assigned,
                      signer.state().key().map(SigningKey::id).orElse(null));
                }));
  }

  /**
   * Takes what a phone hands in, answers each, and lets go into the visit what may.
   *
   * @param keyId of the phone's key; absent where it has none
   * @throws ProblemException {@code signing-key-revoked} where nothing of this phone counts more
   */
  public Uni<Synced> take(
      String visitId,
      List<HandedIn> handed,
      @Nullable String keyId,
      Officer reader,
      CommandContext context) {
    return visits
        .whole(visitId, reader)
        .flatMap(visit ->
            keys.of(context.actor())
                .flatMap(signer -> {
                  if (keyId != null && signer.state().revoked().contains(keyId)) {
                    throw new ProblemException(ClosingRejection.SIGNING_KEY_REVOKED);
                  }
                  Judged judged = PhoneSheets.judge(handed);
                  return take(
                      judged, signer.state(), taking(judged.steps(), visit, context), context);
                }));
  }

  private static TakeSteps taking(
      List<PhoneStep> steps, Loaded<Visit> visit, CommandContext context) {
    VisitSummary shown = Visits.summary(visit.state());
    return new TakeSteps(
        shown.visitId(),
        steps,
        context.actor(),
        shown.inspectors(),
        shown.items().stream().map(Assignment.Item::code).collect(Collectors.toSet()),
        context.at());
  }

  private Uni<Synced> take(Judged judged, Signer signer, TakeSteps all, CommandContext context) {
    Map<String, Rejection> unfit = new HashMap<>(judged.unfit());
    for (PhoneStep step : all.steps()) {
      unfit(step, signer).ifPresent(why -> unfit.put(step.id(), why));
    }
    var fit =
        new TakeSteps(
            all.visitId(),
            all.steps().stream().filter(step -> !unfit.containsKey(step.id())).toList(),
            all.by(),
            all.team(),
            all.items(),
            all.receivedAt());
    return phones
        .load(stream(all.visitId()))
        .flatMap(before ->
            take(fit, judged, before.state(), context)
                .flatMap(after -> {
                  List<StepAnswer> answers =
                      all.steps().stream()
                          .map(step -> answer(step, fit, unfit, before.state(), after))
                          .toList();
                  return settlement.settle(all.visitId(), answers, context);
                }));
  }

  /** Sheets are sealed before an event tells of them, and those of which none does are gone. */
  private Uni<Phones> take(TakeSteps fit, Judged judged, Phones before, CommandContext context) {
    String visitId = fit.visitId();
    List<PhoneStep> fresh =
        fit.steps().stream()
            .filter(step -> !before.steps().containsKey(step.id()))
            .filter(step -> PhoneDecider.refusal(step, fit, before).isEmpty())
            .toList();
    return sheets
        .seal(visitId, fresh, judged.sheets())
        .flatMap(sealed ->
            phones
                .handle(stream(visitId), fit, context.unconditional())
                .map(Refusals::require)
                .flatMap(done -> sheets.tidy(visitId, sealed, done.state())));
  }

  /** What an own key signed is judged before it is kept, but what is signed is the visit's. */
  private static Optional<Rejection> unfit(PhoneStep step, Signer signer) {
    OfRecord about = step.record();
    if (about == null || about.keyId() == null || about.signature() == null) {
      return Optional.empty();
    } else if (signer.revoked().contains(about.keyId())) {
      return Optional.of(ClosingRejection.SIGNING_KEY_REVOKED);
    } else if (signer.key().filter(key -> key.id().equals(about.keyId())).isEmpty()) {
      return Optional.of(ClosingRejection.SIGNING_KEY_UNKNOWN);
    }
    return step.kind() == PhoneStep.Kind.CONFIRMED
            && !signer
                .key()
                .orElseThrow()
                .verifies(
                    SecondOfficer.message(step.visitId(), about.hash(), step.officer()),
                    about.signature())
        ? Optional.of(PhoneRejection.SECOND_CODE_UNFIT)
        : Optional.empty();
  }

  private static StepAnswer answer(
      PhoneStep step, TakeSteps take, Map<String, Rejection> unfit, Phones before, Phones after) {
    Optional<Rejection> why =
        Optional.ofNullable(unfit.get(step.id())).or(() -> PhoneDecider.refusal(step, take, after));
    if (why.isPresent()) {
      return new StepAnswer(step.id(), StepOutcome.REFUSED, why.get());
    }
    return new StepAnswer(
        step.id(),
        before.steps().containsKey(step.id()) ? StepOutcome.ALREADY_TAKEN : StepOutcome.TAKEN,
        null);
  }

  /**
   * One of the team decides which of two answers goes into the visit.
   *
   * @param chosen id of its step
   */
  public Uni<Synced> decide(
      String visitId,
      String item,
      String chosen,
      String reason,
      Officer reader,
      CommandContext context) {
    return visits
        .whole(visitId, reader)
        .flatMap(visit ->
            phones.handle(
                stream(visitId),
                new PhoneCommand.DecideConflict(
                    item,
                    chosen,
                    context.actor(),
                    Visits.summary(visit.state()).inspectors(),
                    reason,
                    context.at()),
                context.unconditional()))
        .map(Refusals::require)
        .flatMap(done -> settlement.settle(visitId, List.of(), context));
  }
}
