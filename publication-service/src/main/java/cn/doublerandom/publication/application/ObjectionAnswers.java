package cn.doublerandom.publication.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.result.Objections;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 异议的答复, by somebody who neither inspected, nor recorded, nor published (ADR 69). */
@ApplicationScoped
public class ObjectionAnswers {
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;
  private final RuleBook rules;

  @Inject
  ObjectionAnswers(
      CommandHandler<ResultCommand, ResultEvent, Publication> results, RuleBook rules) {
    this.results = results;
    this.rules = rules;
  }

  /**
   * The objections to a result, as an officer finds them.
   *
   * @param whyNot why he may not answer the one that is open; absent where he may
   */
  public record Found(Objections objections, @Nullable Rejection whyNot) {}

  /** Those to a result that is or was public; empty of any other. */
  public Uni<Optional<Found>> of(String resultId, String by, LocalDate today) {
    return results
        .load(PublicationStreams.RESULT.of(resultId))
        .map(loaded ->
            ObjectionWork.was(loaded.state())
                .map(p -> new Found(p.objections(), whyNot(loaded, by, today))));
  }

  private @Nullable Rejection whyNot(
      CommandHandler.Loaded<Publication> as, String by, LocalDate today) {
    return results.wouldHandle(new ResultCommand.RejectObjection("", by, today), as)
            instanceof Handled.Refused<ResultEvent, Publication>(var why, var details)
        ? why
        : null;
  }

  /** The result stands. */
  public Uni<Handled<ResultEvent, Publication>> reject(
      String resultId, String reason, String by, LocalDate today, CommandContext context) {
    return handle(resultId, new ResultCommand.RejectObjection(reason, by, today), context);
  }

  /** Another result of one item; another person has to agree. */
  public Uni<Handled<ResultEvent, Publication>> correct(
      String resultId,
      String itemCode,
      List<String> codes,
      String reason,
      String by,
      LocalDate today,
      CommandContext context) {
    return handle(
        resultId,
        new ResultCommand.CorrectForObjection(
            itemCode, codes, reason, by, rules.resultCombinations(today), today),
        context);
  }

  /** The publication is to hold no more; another person has to agree. */
  public Uni<Handled<ResultEvent, Publication>> withdraw(
      String resultId, String reason, String by, LocalDate today, CommandContext context) {
    return handle(resultId, new ResultCommand.WithdrawForObjection(reason, by, today), context);
  }

  private Uni<Handled<ResultEvent, Publication>> handle(
      String resultId, ResultCommand command, CommandContext context) {
    return results.handle(PublicationStreams.RESULT.of(resultId), command, context);
  }
}
