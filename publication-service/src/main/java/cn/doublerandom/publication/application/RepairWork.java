package cn.doublerandom.publication.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.Repairs;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 信用修复: a firm asks by the code of its notice, two people of the bureau grant it (ADR 74). */
@ApplicationScoped
public class RepairWork {
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;

  @Inject
  RepairWork(CommandHandler<ResultCommand, ResultEvent, Publication> results) {
    this.results = results;
  }

  /**
   * The repairs of a result, as an officer finds them.
   *
   * @param whyNot why he may not decide on the one that waits; absent where he may
   */
  public record Found(Repairs repairs, @Nullable Rejection whyNot) {}

  /** Those of a result that is or was public; empty of any other. */
  public Uni<Optional<Found>> of(String resultId, String by, LocalDate today) {
    return results
        .load(PublicationStreams.RESULT.of(resultId))
        .map(loaded ->
            ObjectionWork.was(loaded.state())
                .map(p -> new Found(p.repairs(), whyNot(loaded, by, today))));
  }

  private @Nullable Rejection whyNot(
      CommandHandler.Loaded<Publication> as, String by, LocalDate today) {
    return results.wouldHandle(new ResultCommand.RefuseRepair("", by, today), as)
            instanceof Handled.Refused<ResultEvent, Publication>(var why, var details)
        ? why
        : null;
  }

  /** The same with the version that is decided on. */
  public Uni<CommandHandler.Loaded<Repairs>> known(String resultId) {
    return results
        .load(PublicationStreams.RESULT.of(resultId))
        .map(loaded ->
            new CommandHandler.Loaded<>(
                ObjectionWork.was(loaded.state())
                    .map(Publication.Published::repairs)
                    .orElseThrow(
                        () -> new ProblemException(PublicationRejection.RESULT_NOT_PUBLIC)),
                loaded.version()));
  }

  /** The firm asks. */
  public Uni<Handled<ResultEvent, Publication>> ask(
      String resultId, String code, String statement, LocalDate today, CommandContext context) {
    return handle(
        resultId,
        new ResultCommand.AskRepair(ObjectionCodes.hash(resultId, code), statement, today),
        context);
  }

  /** It is to be granted; another person has to agree. */
  public Uni<Handled<ResultEvent, Publication>> propose(
      String resultId, String reason, String by, LocalDate today, CommandContext context) {
    return handle(resultId, new ResultCommand.ProposeRepair(reason, by, today), context);
  }

  /** The publication goes on. */
  public Uni<Handled<ResultEvent, Publication>> refuse(
      String resultId, String reason, String by, LocalDate today, CommandContext context) {
    return handle(resultId, new ResultCommand.RefuseRepair(reason, by, today), context);
  }

  private Uni<Handled<ResultEvent, Publication>> handle(
      String resultId, ResultCommand command, CommandContext context) {
    return results.handle(PublicationStreams.RESULT.of(resultId), command, context);
  }
}
