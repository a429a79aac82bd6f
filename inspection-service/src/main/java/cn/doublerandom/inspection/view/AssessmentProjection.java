package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.assessment.Assessment;
import cn.doublerandom.inspection.assessment.AssessmentCommand;
import cn.doublerandom.inspection.assessment.AssessmentEvent;
import cn.doublerandom.inspection.assessment.AssessmentSummary;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Shows how each assessment of a year stands right after its latest step. */
@ApplicationScoped
class AssessmentProjection implements Projection {
  private final AssessmentView assessments;
  private final CommandHandler<AssessmentCommand, AssessmentEvent, Assessment> handler;

  @Inject
  AssessmentProjection(
      AssessmentView assessments,
      CommandHandler<AssessmentCommand, AssessmentEvent, Assessment> handler) {
    this.assessments = assessments;
    this.handler = handler;
  }

  @Override
  public String name() {
    return "assessments";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of(assessments.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return handler
        .within(views.scope())
        .statesAt(LedgerEntry.lastVersions(entries, VisitStreams.ASSESSMENT))
        .invoke(states ->
            states.forEach((stream, known) -> {
              String id = VisitStreams.ASSESSMENT.id(stream);
              assessments.rows.put(views, id, AssessmentSummary.of(id, known));
            }))
        .replaceWithVoid();
  }
}
