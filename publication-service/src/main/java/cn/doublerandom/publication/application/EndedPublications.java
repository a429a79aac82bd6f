package cn.doublerandom.publication.application;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.time.Watch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** 公示期满: what has been public for as long as the packs say becomes a stub (ADR 74). */
@ApplicationScoped
class EndedPublications implements Watch {
  /** A round; a bureau whose publications end on one day has a few hundred of them. */
  private static final int PAGE = 200;

  private final EndingBoard board;
  private final ContentSeal sealing;
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;
  private final Clock clock;

  @Inject
  EndedPublications(
      EndingBoard board,
      ContentSeal sealing,
      CommandHandler<ResultCommand, ResultEvent, Publication> results,
      Clock clock) {
    this.board = board;
    this.sealing = sealing;
    this.results = results;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "publications whose time is over";
  }

  @Override
  public When when() {
    return new When.Every("{suite.deadline-review}");
  }

  @Override
  public Uni<Void> look(BureauKey bureau) {
    LocalDate today = BusinessClock.day(clock.instant());
    return Uni.createFrom()
        .completionStage(() -> board.over(today, PAGE))
        .flatMap(over ->
            Multi.createFrom()
                .iterable(over)
                .onItem()
                .transformToUniAndConcatenate(notice -> end(notice, today))
                .collect()
                .last()
                .replaceWithVoid())
        // The rows are not made yet: on the next round.
        .onFailure(ProblemException.class)
        .recoverWithNull();
  }

  private Uni<Void> end(ResultNotice notice, LocalDate today) {
    String id = notice.content().resultId();
    return sealing
        .of(
            id,
            context(id),
            (state, contentHash, seen) ->
                contentHash.isEmpty()
                    ? Uni.createFrom().nullItem()
                    : results.handle(
                        PublicationStreams.RESULT.of(id),
                        new ResultCommand.EndPublication(contentHash, today),
                        seen))
        .replaceWithVoid();
  }

  private CommandContext context(String cause) {
    return CommandContext.byItself("period-of-publication", clock.instant(), cause);
  }
}
