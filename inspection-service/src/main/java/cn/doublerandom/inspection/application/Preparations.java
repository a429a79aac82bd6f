package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.Beside;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.preparation.Notice;
import cn.doublerandom.inspection.preparation.Preparation;
import cn.doublerandom.inspection.preparation.PreparationCommand;
import cn.doublerandom.inspection.preparation.PreparationEvent;
import cn.doublerandom.inspection.preparation.PreparationSummary;
import cn.doublerandom.inspection.preparation.PreparedVisit;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.Gate;
import cn.doublerandom.inspection.visit.Readiness;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Before the door: what somebody does before a visit, and how far it is prepared. */
@ApplicationScoped
public class Preparations {
  private final CommandHandler<PreparationCommand, PreparationEvent, Preparation> preparations;
  private final KeptStates<Visit> visits;
  private final KeptStates<Preparation> kept;
  private final CheckCodes codes;
  private final Checklists checklists;
  private final PhoneSettlement phones;

  @Inject
  Preparations(
      CommandHandler<PreparationCommand, PreparationEvent, Preparation> preparations,
      KeptStates<Visit> visits,
      KeptStates<Preparation> kept,
      CheckCodes codes,
      Checklists checklists,
      PhoneSettlement phones) {
    this.phones = phones;
    this.checklists = checklists;
    this.kept = kept;
    this.preparations = preparations;
    this.visits = visits;
    this.codes = codes;
  }

  /**
   * How far a visit is prepared, and what it needs.
   *
   * @param gates what the packs of its day asked for; none where they asked for nothing
   */
  public record Prepared(PreparationSummary done, List<Gate> gates, long version) {}

  /** How far a visit is prepared; who may read the visit was asked before. */
  public Uni<Prepared> of(String visitId) {
    return visit(visitId)
        .flatMap(visit ->
            preparations
                .load(stream(visitId))
                .map(loaded ->
                    new Prepared(
                        PreparationSummary.of(visitId, loaded.state()),
                        visit.gates(),
                        loaded.version())));
  }

  /** Whether the subject has asked for a recusal, as it stands now. */
  Uni<Boolean> isRecusalAsked(String visitId) {
    return kept.of(stream(visitId))
        .map(
            loaded -> loaded.state().recusals().stream().anyMatch(recusal -> recusal.by() == null));
  }

  /** What is done of it. */
  Uni<Readiness> readiness(String visitId) {
    return preparations.load(stream(visitId)).map(loaded -> loaded.state().readiness());
  }

  /** 业务培训: for himself alone. What he was trained on is what he asks. */
  public Uni<Handled<PreparationEvent, Preparation>> train(
      String visitId, String content, Supplier<CommandContext> asked) {
    return handle(
            visitId,
            asked,
            (visit, context) ->
                new PreparationCommand.ConfirmTraining(
                    visit, context.actor(), content, day(context)))
        .call(handled -> keepChecklists(visitId, handled, asked))
        .call(handled -> phones.goOn(visitId, handled, asked));
  }

  private Uni<Void> keepChecklists(
      String visitId,
      Handled<PreparationEvent, Preparation> handled,
      Supplier<CommandContext> asked) {
    return handled instanceof Handled.Done<PreparationEvent, Preparation>
        ? checklists.freeze(visitId, asked.get())
        : Uni.createFrom().voidItem();
  }

  /**
   * 行政检查审批表.
   *
   * @param unannounced why the subject is not to be told before; absent where it is told
   */
  public Uni<Handled<PreparationEvent, Preparation>> ask(
      String visitId, @Nullable String unannounced, Supplier<CommandContext> asked) {
    return handle(
            visitId,
            asked,
            (visit, context) ->
                new PreparationCommand.AskApproval(
                    visit, context.actor(), unannounced, day(context)))
        .call(handled -> keepChecklists(visitId, handled, asked));
  }

  /** Another person agrees. */
  public Uni<Handled<PreparationEvent, Preparation>> approve(
      String visitId, Supplier<CommandContext> asked) {
    return handle(
            visitId,
            asked,
            (visit, context) ->
                new PreparationCommand.ApproveInspection(visit, context.actor(), day(context)))
        .call(handled -> phones.goOn(visitId, handled, asked));
  }

  /** Another person does not agree. */
  public Uni<Handled<PreparationEvent, Preparation>> decline(
      String visitId, String reason, Supplier<CommandContext> asked) {
    return handle(
        visitId,
        asked,
        (visit, context) ->
            new PreparationCommand.DeclineApproval(visit, context.actor(), reason, day(context)));
  }

  /** Who asked takes it back. */
  public Uni<Handled<PreparationEvent, Preparation>> takeBack(
      String visitId, String reason, Supplier<CommandContext> asked) {
    return handle(
        visitId,
        asked,
        (visit, context) ->
            new PreparationCommand.TakeBackApproval(visit, context.actor(), reason, day(context)));
  }

  /** 行政检查通知书 was served; with it the visit has its code. */
  public Uni<Handled<PreparationEvent, Preparation>> serve(
      String visitId, Notice.Way way, String receivedAs, Supplier<CommandContext> asked) {
    return handle(
            visitId,
            asked,
            (visit, context) ->
                new PreparationCommand.ServeNotice(
                    visit, context.actor(), way, receivedAs, codes.next(), day(context)))
        .call(handled -> phones.goOn(visitId, handled, asked));
  }

  /** The code a member shows at the door. */
  public Uni<Handled<PreparationEvent, Preparation>> issueCode(
      String visitId, Supplier<CommandContext> asked) {
    return handle(
        visitId,
        asked,
        (visit, context) -> new PreparationCommand.IssueCode(visit, context.actor(), codes.next()));
  }

  /**
   * Somebody of another unit has a code made by which the firm rates its visit.
   *
   * @param token what the code became
   */
  Uni<Handled<PreparationEvent, Preparation>> makeRatingCode(
      String visitId, String unit, String token, Supplier<CommandContext> asked) {
    return visits
        .of(VisitStreams.VISIT.of(visitId))
        .map(loaded -> loaded.state().task().map(Assignment::ofUnits).orElse(List.of()))
        .flatMap(units ->
            handle(
                visitId,
                asked,
                (visit, context) ->
                    new PreparationCommand.MakeRatingCode(
                        visit, context.actor(), unit, units, token, day(context))));
  }

  /** What the code of the rating of a visit became; empty where none was made. */
  Uni<Optional<String>> ratingToken(String visitId) {
    return kept.of(stream(visitId)).map(loaded -> loaded.state().ratingToken());
  }

  private Uni<Handled<PreparationEvent, Preparation>> handle(
      String visitId,
      Supplier<CommandContext> asked,
      BiFunction<PreparedVisit, CommandContext, PreparationCommand> command) {
    return handle(visitId, asked, command, List.of());
  }

  /**
   * @param beside what follows at other streams
   */
  Uni<Handled<PreparationEvent, Preparation>> handle(
      String visitId,
      Supplier<CommandContext> asked,
      BiFunction<PreparedVisit, CommandContext, PreparationCommand> command,
      List<Beside<PreparationEvent>> beside) {
    return visit(visitId)
        .flatMap(visit -> {
          CommandContext context = asked.get();
          return preparations.handle(
              stream(visitId), command.apply(visit, context), context, beside);
        });
  }

  private Uni<PreparedVisit> visit(String visitId) {
    return visits.of(VisitStreams.VISIT.of(visitId)).map(loaded -> prepared(loaded.state()));
  }

  private static PreparedVisit prepared(Visit visit) {
    return switch (visit) {
      case Visit.Unassigned unassigned ->
          throw new ProblemException(InspectionRejection.VISIT_UNKNOWN);
      case Visit.Assigned assigned ->
          new PreparedVisit(
              assigned.assignment().inspectors(),
              assigned.assignment().requires(),
              true,
              assigned.arranged().day(),
              helpers(assigned));
      case Visit.InProgress started -> prepared(started.assignment());
      case Visit.Finished finished -> prepared(finished.assignment());
      case Visit.InReview reviewed -> prepared(reviewed.finished().assignment());
      case Visit.Recorded recorded -> prepared(recorded.finished().assignment());
      case Visit.Cancelled cancelled -> prepared(cancelled.assignment());
    };
  }

  private static List<PreparedVisit.ExpertBeside> helpers(Visit visit) {
    return Visits.summary(visit).standing().stream()
        .map(one ->
            new PreparedVisit.ExpertBeside(
                one.entrusted().expert(),
                Stream.of(one.askedBy(), one.decidedBy()).filter(Objects::nonNull).toList()))
        .toList();
  }

  private static PreparedVisit prepared(Assignment assignment) {
    return new PreparedVisit(assignment.inspectors(), assignment.requires(), false);
  }

  private static String stream(String visitId) {
    return VisitStreams.PREPARATION.of(visitId);
  }

  static LocalDate day(CommandContext context) {
    return BusinessClock.day(context.at());
  }
}
