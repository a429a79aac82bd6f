package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.visit.SignatureGap;
import cn.doublerandom.inspection.visit.SigningCommand;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** 签名缺项、不同意结论: what is said of a record that is not signed by everybody (ADR 83). */
@ApplicationScoped
public class RecordGaps {
  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;

  @Inject
  RecordGaps(CommandHandler<VisitCommand, VisitEvent, Visit> visits) {
    this.visits = visits;
  }

  /** One of the team asks that the record goes without the signatures that are missing. */
  public Uni<Handled<VisitEvent, Visit>> ask(
      String visitId,
      String recordHash,
      List<SignatureGap> gaps,
      Officer by,
      CommandContext context) {
    return handle(
        visitId,
        new SigningCommand.AskGaps(recordHash, gaps, by, BusinessClock.day(context.at())),
        context);
  }

  /** Another person agrees. */
  public Uni<Handled<VisitEvent, Visit>> agree(String visitId, Officer by, CommandContext context) {
    return handle(
        visitId, new SigningCommand.AgreeGaps(by, BusinessClock.day(context.at())), context);
  }

  /** … or does not; whoever asked takes it back. */
  public Uni<Handled<VisitEvent, Visit>> decline(
      String visitId, String reason, Officer by, CommandContext context) {
    return handle(
        visitId,
        new SigningCommand.DeclineGaps(reason, by, BusinessClock.day(context.at())),
        context);
  }

  /** One of the team who has not signed does not agree with the conclusions. */
  public Uni<Handled<VisitEvent, Visit>> dispute(
      String visitId, String reason, Officer by, CommandContext context) {
    return handle(
        visitId,
        new SigningCommand.DisputeConclusions(reason, by, BusinessClock.day(context.at())),
        context);
  }

  private Uni<Handled<VisitEvent, Visit>> handle(
      String visitId, VisitCommand command, CommandContext context) {
    return visits.handle(VisitStreams.VISIT.of(visitId), command, context);
  }
}
