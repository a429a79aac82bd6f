package cn.doublerandom.inspection.archive;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.preparation.Preparation;
import cn.doublerandom.inspection.visit.ClosingSummary;
import cn.doublerandom.inspection.visit.ReviewStep;
import cn.doublerandom.inspection.visit.VisitSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Papers a visit holds itself: what was agreed to, served and signed with accounts and on glass is
 * printed from its events, and no scan of it has to be filed.
 *
 * @param trained each of the team confirmed his training
 * @param noticed the notice was served with its receipt, or another person agreed that there is
 *     none
 * @param signed the subject signed its record or refused before a witness, each officer signed it,
 *     and a leader confirmed its result
 * @param unsigned whose signature a recorded result went without (签名缺口): SUBJECT, or the number of
 *     an officer; none where nobody's is missing, and before it is recorded
 */
public record OwnPapers(boolean trained, boolean noticed, boolean signed, List<String> unsigned) {
  public static final OwnPapers NONE = new OwnPapers(false, false, false, List.of());

  public OwnPapers {
    unsigned = List.copyOf(unsigned);
  }

  /** Of a visit as it stands. */
  public static OwnPapers of(VisitSummary visit, Preparation prepared) {
    return new OwnPapers(
        visit.inspectors().stream()
            .allMatch(one -> SecondPerson.isAmong(one, prepared.trained().keySet())),
        prepared.notice().isPresent() || prepared.isUnannounced(),
        isSigned(visit.closing()),
        unsigned(visit.closing()));
  }

  private static List<String> unsigned(@Nullable ClosingSummary closing) {
    return closing == null || closing.recordedBy() == null ? List.of() : closing.missing();
  }

  private static boolean isSigned(@Nullable ClosingSummary closing) {
    return closing != null
        && closing.missing().isEmpty()
        && closing.subject() != null
        && closing.passed().stream().anyMatch(step -> step.step() == ReviewStep.By.LEADER);
  }

  boolean has(PaperKind kind) {
    return switch (kind) {
      case DRAW_RECORD -> false;
      case TRAINING -> trained;
      case NOTICE -> noticed;
      case RECORD -> signed;
    };
  }
}
