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
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 更正与撤销 of what is public: one person asks, another decides. */
@ApplicationScoped
public class ResultChanges {
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;
  private final RuleBook rules;

  @Inject
  ResultChanges(CommandHandler<ResultCommand, ResultEvent, Publication> results, RuleBook rules) {
    this.results = results;
    this.rules = rules;
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
    return results.wouldHandle(new ResultCommand.ApproveChange(by, today), as)
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
    return handle(resultId, new ResultCommand.ApproveChange(by, today), context);
  }

  /** Another person does not agree. */
  public Uni<Handled<ResultEvent, Publication>> decline(
      String resultId, String reason, String by, LocalDate today, CommandContext context) {
    return handle(resultId, new ResultCommand.DeclineChange(reason, by, today), context);
  }

  private Uni<Handled<ResultEvent, Publication>> handle(
      String resultId, ResultCommand command, CommandContext context) {
    return results.handle(PublicationStreams.RESULT.of(resultId), command, context);
  }
}
