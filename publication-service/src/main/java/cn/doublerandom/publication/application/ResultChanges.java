package cn.doublerandom.publication.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.result.AskedChange;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 更正、撤销与信用修复 of what is public: one person asks, another decides. */
@ApplicationScoped
public class ResultChanges {
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;
  private final RuleBook rules;
  private final ContentSeal sealing;

  @Inject
  ResultChanges(
      CommandHandler<ResultCommand, ResultEvent, Publication> results,
      RuleBook rules,
      ContentSeal sealing) {
    this.results = results;
    this.rules = rules;
    this.sealing = sealing;
  }

  /**
   * Who asks.
   *
   * @param unit of the account; empty where its token does not say
   */
  public record Asker(String by, String unit, LocalDate today) {}

  /** What waits for another person, with the version that is decided on. */
  public Uni<CommandHandler.Loaded<AskedChange>> waiting(String resultId) {
    return results
        .load(PublicationStreams.RESULT.of(resultId))
        .map(loaded ->
            new CommandHandler.Loaded<>(
                asked(loaded.state())
                    .orElseThrow(() -> new ProblemException(PublicationRejection.NO_CHANGE_WAITS)),
                loaded.version()));
  }

  /** What waits for another person. */
  public static Optional<AskedChange> asked(Publication publication) {
    return publication instanceof Publication.Published published
        ? Optional.ofNullable(published.asked())
        : Optional.empty();
  }

  /** Why an account may not decide on what waits; empty where it may. */
  Optional<Rejection> whyNotDecide(
      CommandHandler.Loaded<Publication> as, String by, LocalDate today) {
    return results.wouldHandle(approval(as.state(), by, today, ""), as)
            instanceof Handled.Refused<ResultEvent, Publication>(var why, var details)
        ? Optional.of(why)
        : Optional.empty();
  }

  /** Asks for another result of one item. */
  public Uni<Handled<ResultEvent, Publication>> correct(
      String resultId,
      String itemCode,
      List<String> codes,
      String reason,
      Asker asker,
      CommandContext context) {
    return handle(
        resultId,
        new ResultCommand.AskCorrection(
            itemCode,
            codes,
            reason,
            asker.by(),
            asker.unit(),
            rules.resultCombinations(asker.today()),
            asker.today()),
        context);
  }

  /** Asks that a publication hold no more. */
  public Uni<Handled<ResultEvent, Publication>> withdraw(
      String resultId, String reason, Asker asker, CommandContext context) {
    return handle(
        resultId,
        new ResultCommand.AskWithdrawal(reason, asker.by(), asker.unit(), asker.today()),
        context);
  }

  /** Another person agrees. */
  public Uni<Handled<ResultEvent, Publication>> approve(
      String resultId, String by, LocalDate today, CommandContext context) {
    return sealing.of(
        resultId,
        context,
        (state, contentHash, seen) -> {
          ResultCommand command = approval(state, by, today, contentHash);
          if (command instanceof ResultCommand.GrantRepair && contentHash.isEmpty()) {
            throw new ProblemException(EdgeRejection.TEMPORARILY_UNAVAILABLE);
          }
          return handle(resultId, command, seen);
        });
  }

  private static ResultCommand approval(
      Publication as, String by, LocalDate today, String contentHash) {
    return asked(as).filter(AskedChange.Repair.class::isInstance).isPresent()
        ? new ResultCommand.GrantRepair(by, today, contentHash)
        : new ResultCommand.ApproveChange(by, today);
  }

  /** Another person does not agree. */
  public Uni<Handled<ResultEvent, Publication>> decline(
      String resultId, String reason, String by, LocalDate today, CommandContext context) {
    return handle(resultId, new ResultCommand.DeclineChange(reason, by, today), context);
  }

  /** Who asked takes it back. */
  public Uni<Handled<ResultEvent, Publication>> takeBack(
      String resultId, String reason, String by, LocalDate today, CommandContext context) {
    return handle(resultId, new ResultCommand.TakeBackChange(reason, by, today), context);
  }

  private Uni<Handled<ResultEvent, Publication>> handle(
      String resultId, ResultCommand command, CommandContext context) {
    return results.handle(PublicationStreams.RESULT.of(resultId), command, context);
  }
}
