package cn.doublerandom.publication.application;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.identity.PerBureau;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.time.Watch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * 联合惩戒 whose result fell before its end followed by itself (ADR 106) is ended, and its receivers
 * are told. Once, after the first start of a version that ends it; since then the decision on the
 * result does.
 */
@ApplicationScoped
class FallenDisciplines implements Watch {
  /** Results of a bureau because of which joint discipline was told; a county has a few. */
  private static final int MOST = 3_000;

  private final EndingBoard board;
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;
  private final Clock clock;
  private final PerBureau<AtomicBoolean> done = new PerBureau<>(AtomicBoolean::new);

  @Inject
  FallenDisciplines(
      EndingBoard board,
      CommandHandler<ResultCommand, ResultEvent, Publication> results,
      Clock clock) {
    this.board = board;
    this.results = results;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "joint discipline whose result fell before";
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
            .completionStage(() -> board.disciplined(MOST))
            .map(all -> all.stream().filter(FallenDisciplines::hasFallen).toList())
            .flatMap(fallen -> ended(fallen).invoke(() -> finished.set(fallen.isEmpty())))
            // The rows are not made yet: on the next round.
            .onFailure(ProblemException.class)
            .recoverWithNull();
  }

  private static boolean hasFallen(ResultNotice notice) {
    return notice.isWithdrawn() || (notice.holds() && !notice.isFinding());
  }

  private Uni<Void> ended(List<ResultNotice> fallen) {
    return Multi.createFrom()
        .iterable(fallen)
        .onItem()
        .transformToUniAndConcatenate(notice -> end(notice.content().resultId()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> end(String resultId) {
    return results
        .handle(
            PublicationStreams.RESULT.of(resultId),
            new ResultCommand.EndDisciplines(BusinessClock.day(clock.instant())),
            CommandContext.byItself("fallen-discipline", clock.instant(), resultId))
        .replaceWithVoid();
  }
}
