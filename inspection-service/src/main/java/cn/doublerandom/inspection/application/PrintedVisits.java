package cn.doublerandom.inspection.application;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.preparation.Preparation;
import cn.doublerandom.inspection.preparation.PreparationCommand;
import cn.doublerandom.inspection.preparation.PreparationEvent;
import cn.doublerandom.inspection.preparation.PreparationSummary;
import cn.doublerandom.inspection.register.Register;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.inspection.visit.VisitRecord;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.identity.ServedBureaus;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Visits to be printed. */
@ApplicationScoped
public class PrintedVisits {
  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;
  private final CommandHandler<PreparationCommand, PreparationEvent, Preparation> preparations;
  private final FollowUpWork followUps;
  private final Register register;
  private final ServedBureaus bureaus;

  @Inject
  PrintedVisits(
      CommandHandler<VisitCommand, VisitEvent, Visit> visits,
      CommandHandler<PreparationCommand, PreparationEvent, Preparation> preparations,
      FollowUpWork followUps,
      Register register,
      ServedBureaus bureaus) {
    this.visits = visits;
    this.preparations = preparations;
    this.followUps = followUps;
    this.register = register;
    this.bureaus = bureaus;
  }

  /** A visit as it stands now, for whoever may read it. */
  public Uni<PrintedVisit> of(String visitId, Officer reader) {
    return of(visitId)
        .invoke(printed -> {
          VisitSummary visit = printed.visit();
          if (!reader.reads(visit.inspectors(), visit.ofUnits())) {
            throw new ProblemException(InspectionRejection.NOT_YOUR_VISIT);
          }
        });
  }

  /** The same; who may read it was asked before. */
  Uni<PrintedVisit> of(String visitId) {
    return Uni.combine()
        .all()
        .unis(
            visits.load(VisitStreams.VISIT.of(visitId)).map(CommandHandler.Loaded::state),
            preparations
                .load(VisitStreams.PREPARATION.of(visitId))
                .map(loaded -> PreparationSummary.of(visitId, loaded.state())))
        .usingConcurrencyOf(1)
        .asTuple()
        .flatMap(known ->
            followUps
                .found(visitId)
                .flatMap(found ->
                    Uni.createFrom()
                        .completionStage(() -> register.subjects(List.of(found.subjectId())))
                        .map(subjects ->
                            new PrintedVisit(
                                summary(known.getItem1()),
                                known.getItem1().task().map(Assignment::items).orElse(List.of()),
                                known.getItem2(),
                                found.followUps(),
                                subjects.stream().findFirst().orElse(null),
                                Evidences.kept(known.getItem1()),
                                known.getItem1().over().map(VisitRecord::text).orElse(null),
                                issuer(visitId)))));
  }

  private static VisitSummary summary(Visit visit) {
    return VisitSummary.of(visit)
        .orElseThrow(() -> new ProblemException(InspectionRejection.VISIT_UNKNOWN));
  }

  private String issuer(String visitId) {
    return BureauKey.ofId(visitId)
        .map(key -> bureaus.entry(key).map(Bureau::name).orElse(key.text()))
        .orElse(visitId);
  }
}
