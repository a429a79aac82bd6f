package cn.doublerandom.publication.application;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.servicekit.identity.PerBureau;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.Watch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What became public before notices were told on a topic of their own is told there too: it gets
 * the titles its plan has now. Once, after the first start of a version that tells them.
 */
@ApplicationScoped
class FrozenTitles implements Watch {
  private static final int PAGE = 200;

  private final ToldBoard told;
  private final Publishing publishing;
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;
  private final Clock clock;
  private final PerBureau<AtomicBoolean> done = new PerBureau<>(AtomicBoolean::new);

  @Inject
  FrozenTitles(
      ToldBoard told,
      Publishing publishing,
      CommandHandler<ResultCommand, ResultEvent, Publication> results,
      Clock clock) {
    this.told = told;
    this.publishing = publishing;
    this.results = results;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "titles of what was published before";
  }

  @Override
  public When when() {
    return new When.Every("{suite.deadline-review}");
  }

  @Override
  public Uni<Void> look(BureauKey bureau) {
    AtomicBoolean finished = done.of(bureau);
    return finished.get()
        ? Uni.createFrom().voidItem()
        : Uni.createFrom()
            .completionStage(() -> told.untold(PAGE))
            .flatMap(untold -> {
              finished.set(untold.isEmpty());
              return Multi.createFrom()
                  .iterable(untold)
                  .onItem()
                  .transformToUniAndConcatenate(notice -> freeze(notice.content()))
                  .collect()
                  .last()
                  .replaceWithVoid();
            })
            // The rows are not made yet: on the next round.
            .onFailure(ProblemException.class)
            .recoverWithNull();
  }

  private Uni<Void> freeze(ResultContent content) {
    return publishing
        .titles(content.drawId())
        .flatMap(titles ->
            results.handle(
                PublicationStreams.RESULT.of(content.resultId()),
                new ResultCommand.FreezeTitles(titles),
                context(content.resultId())))
        .replaceWithVoid();
  }

  private CommandContext context(String cause) {
    return CommandContext.byItself("titles", clock.instant(), cause);
  }
}
