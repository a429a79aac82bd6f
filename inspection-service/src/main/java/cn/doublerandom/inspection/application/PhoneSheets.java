package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.application.RecordSignatures.SubjectSigns;
import cn.doublerandom.inspection.evidence.EvidenceStore;
import cn.doublerandom.inspection.phone.PhoneStep;
import cn.doublerandom.inspection.phone.PhoneStep.OfSubject;
import cn.doublerandom.inspection.phone.Phones;
import cn.doublerandom.inspection.visit.SubjectSignature;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sheets on which subjects signed without network: sealed before any event tells of them, so
 * that no event holds a name or a stroke, and gone where their step is not taken (ADR 60, 78).
 */
@ApplicationScoped
class PhoneSheets {
  private final EvidenceStore store;

  @Inject
  PhoneSheets(EvidenceStore store) {
    this.store = store;
  }

  /**
   * Steps with their sheets.
   *
   * @param steps in their order, each with the hash of its sheet
   * @param unfit why a step has none, by its id
   * @param sheets by their hash, what is sealed
   */
  record Judged(List<PhoneStep> steps, Map<String, Rejection> unfit, Map<String, byte[]> sheets) {}

  /** Makes the sheets; the same signature has the same one for ever. */
  static Judged judge(List<HandedIn> handed) {
    List<PhoneStep> steps = new ArrayList<>();
    Map<String, Rejection> unfit = new HashMap<>();
    Map<String, byte[]> sheets = new HashMap<>();
    for (HandedIn one : handed) {
      SubjectSigns signs = one.signs();
      if (signs == null) {
        steps.add(one.step());
        continue;
      }
      try {
        byte[] sheet = RecordSignatures.sheet(one.step().visitId(), signs).bytes();
        sheets.put(Sha256.hex(sheet), sheet);
        steps.add(one.step().with(of(signs, Sha256.hex(sheet))));
      } catch (ProblemException refused) {
        unfit.put(one.step().id(), refused.rejection());
        steps.add(one.step());
      }
    }
    return new Judged(steps, unfit, sheets);
  }

  private static OfSubject of(SubjectSigns signs, String sheet) {
    boolean drawn = signs.way() == SubjectSignature.Way.GLASS;
    return new OfSubject(
        signs.way(),
        signs.recordHash(),
        sheet,
        signs.signedAs(),
        drawn ? null : signs.witnessedAs(),
        signs.way() == SubjectSignature.Way.REFUSED ? signs.refusal() : null);
  }

  /**
   * Seals the sheets of steps that are about to be taken.
   *
   * @return hashes of those that were not there before
   * @throws ProblemException {@code evidence-unavailable} where there is no place; nothing is lost,
   *     for the phone keeps its steps
   */
  Uni<List<String>> seal(String visitId, List<PhoneStep> steps, Map<String, byte[]> sheets) {
    List<OfSubject> signed = new ArrayList<>();
    steps.stream()
        .filter(step -> step.subject() != null)
        .forEach(step -> signed.add(step.signed()));
    return signed.isEmpty()
        ? Uni.createFrom().item(List.of())
        : Uni.createFrom()
            .item(signed)
            .emitOn(Infrastructure.getDefaultWorkerPool())
            .map(all -> put(visitId, all, sheets));
  }

  private List<String> put(String visitId, List<OfSubject> signed, Map<String, byte[]> sheets) {
    if (!store.isThere()) {
      throw new ProblemException(InspectionRejection.EVIDENCE_UNAVAILABLE);
    }
    List<String> fresh = new ArrayList<>();
    for (OfSubject one : signed) {
      byte[] sheet = sheets.get(one.sheet());
      if (sheet != null && store.put(visitId, one.sheet(), sheet)) {
        fresh.add(one.sheet());
      }
    }
    return fresh;
  }

  /** Forgets sheets of which, after all, no step tells. */
  Uni<Phones> tidy(String visitId, List<String> fresh, Phones after) {
    List<String> idle =
        fresh.stream()
            .filter(sheet ->
                after.steps().values().stream()
                    .noneMatch(taken ->
                        taken.step().subject() != null
                            && taken.step().signed().sheet().equals(sheet)))
            .toList();
    return idle.isEmpty()
        ? Uni.createFrom().item(after)
        : Uni.createFrom()
            .item(after)
            .emitOn(Infrastructure.getDefaultWorkerPool())
            .invoke(() -> idle.forEach(sheet -> store.drop(visitId, sheet)));
  }
}
