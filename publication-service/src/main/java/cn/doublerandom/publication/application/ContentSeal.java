package cn.doublerandom.publication.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What stands of a notice as a hash, for who ends it: the command holds for the version it was made
 * of and for no other, so that the stub never names what did not stand there.
 */
@ApplicationScoped
class ContentSeal {
  private final EventStore store;
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;
  private final ToldNotices told;

  @Inject
  ContentSeal(
      EventStore store,
      CommandHandler<ResultCommand, ResultEvent, Publication> results,
      ToldNotices told) {
    this.store = store;
    this.results = results;
    this.told = told;
  }

  /** What is done with the hash of what stands. */
  interface Doing {
    /**
     * @param contentHash 64 lowercase hex digits; empty where nothing was told yet
     * @param seen insists on the version that was read
     */
    Uni<Handled<ResultEvent, Publication>> with(
        Publication state, String contentHash, CommandContext seen);
  }

  Uni<Handled<ResultEvent, Publication>> of(String resultId, CommandContext context, Doing doing) {
    return store
        .asked()
        .flatMap(asked ->
            results
                .load(PublicationStreams.RESULT.of(resultId))
                .flatMap(loaded ->
                    doing.with(
                        loaded.state(),
                        told.of(asked.scope(), loaded.state()).map(ToldNotice::hash).orElse(""),
                        context.seen(loaded.version()))));
  }
}
