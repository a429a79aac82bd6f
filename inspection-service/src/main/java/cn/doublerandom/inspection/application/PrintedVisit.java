package cn.doublerandom.inspection.application;

import cn.doublerandom.inspection.evidence.KeptEvidence;
import cn.doublerandom.inspection.followup.FollowUp;
import cn.doublerandom.inspection.preparation.PreparationSummary;
import cn.doublerandom.inspection.register.KnownSubject;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.VisitSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is printed of a visit.
 *
 * @param items with the questions of their checklists as the visit keeps them
 * @param subject absent where the registry told of none
 * @param evidence what was taken, also what was withdrawn
 * @param record canonical text of its record; absent as long as the visit is not over
 * @param issuer name of the bureau
 */
public record PrintedVisit(
    VisitSummary visit,
    List<Assignment.Item> items,
    PreparationSummary prepared,
    List<FollowUp> followUps,
    @Nullable KnownSubject subject,
    List<KeptEvidence> evidence,
    @Nullable String record,
    String issuer) {
  public PrintedVisit {
    items = List.copyOf(items);
    followUps = List.copyOf(followUps);
    evidence = List.copyOf(evidence);
  }
}
