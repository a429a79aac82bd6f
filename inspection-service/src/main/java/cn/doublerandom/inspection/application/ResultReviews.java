package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** 组长确认、法制审核、退回: who agrees to a recorded result before anybody is told of it (ADR 61). */
@ApplicationScoped
public class ResultReviews {
  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;

  @Inject
  ResultReviews(CommandHandler<VisitCommand, VisitEvent, Visit> visits) {
    this.visits = visits;
  }

  /** One of the team or the lead of its unit confirms. */
  public Uni<Handled<VisitEvent, Visit>> confirm(
      String visitId, Officer reviewer, CommandContext context) {
    return handle(
        visitId,
        new VisitCommand.ConfirmResult(reviewer, BusinessClock.day(context.at())),
        context);
  }

  /** A legal reviewer agrees. */
  public Uni<Handled<VisitEvent, Visit>> pass(
      String visitId, Officer reviewer, String opinion, CommandContext context) {
    return handle(
        visitId,
        new VisitCommand.PassLegalReview(reviewer, opinion, BusinessClock.day(context.at())),
        context);
  }

  /**
   * Who is asked next does not agree.
   *
   * @param legal whether he acts as a legal reviewer
   */
  public Uni<Handled<VisitEvent, Visit>> giveBack(
      String visitId, Officer reviewer, boolean legal, String reason, CommandContext context) {
    return handle(
        visitId,
        new VisitCommand.ReturnResult(reviewer, legal, reason, BusinessClock.day(context.at())),
        context);
  }

  /** The result is held back, whoever agrees to it. */
  public Uni<Handled<VisitEvent, Visit>> hold(
      String visitId, Officer by, String reason, CommandContext context) {
    return handle(
        visitId, new VisitCommand.HoldResult(by, reason, BusinessClock.day(context.at())), context);
  }

  /** Another person lets it go. */
  public Uni<Handled<VisitEvent, Visit>> lift(
      String visitId, Officer by, String reason, CommandContext context) {
    return handle(
        visitId, new VisitCommand.LiftHold(by, reason, BusinessClock.day(context.at())), context);
  }

  private Uni<Handled<VisitEvent, Visit>> handle(
      String visitId, VisitCommand command, CommandContext context) {
    return visits.handle(VisitStreams.VISIT.of(visitId), command, context);
  }
}
