package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.application.Evidences;
import cn.doublerandom.inspection.application.PhoneSteps;
import cn.doublerandom.inspection.evidence.KeptEvidence;
import cn.doublerandom.inspection.phone.PhoneStep;
import cn.doublerandom.inspection.phone.TakenStep;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The evidence of a visit for who reviews it, each piece beside what its phone and itself say. */
@RequestScoped
class EvidenceLines {
  private final Evidences evidences;
  private final PhoneSteps steps;
  private final VisitReader reader;

  @Inject
  EvidenceLines(Evidences evidences, PhoneSteps steps, VisitReader reader) {
    this.evidences = evidences;
    this.steps = steps;
    this.reader = reader;
  }

  /** In the order in which it came; none for who may not see it. */
  Uni<List<EvidenceLine>> of(String visitId) {
    return evidences
        .of(visitId, reader.evidence())
        .flatMap(
            kept -> steps.of(visitId, reader.reader()).map(synced -> lines(kept, synced.taken())))
        .onFailure(ProblemException.class)
        .recoverWithItem(List.of());
  }

  private static List<EvidenceLine> lines(List<KeptEvidence> kept, List<TakenStep> taken) {
    return kept.stream()
        .map(one ->
            new EvidenceLine(
                one,
                taken.stream()
                    .map(TakenStep::step)
                    .filter(step -> step.kind() == PhoneStep.Kind.EVIDENCED)
                    .filter(step -> step.took().isOf(one.evidence()))
                    .findFirst()
                    .map(PhoneStep::claimedAt)
                    .orElse(null)))
        .toList();
  }
}
