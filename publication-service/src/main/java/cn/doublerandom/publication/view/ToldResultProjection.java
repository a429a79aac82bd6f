package cn.doublerandom.publication.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.application.ToldNotices;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The hash of each notice on the topic, made from the ledger and not from the topic. */
@ApplicationScoped
class ToldResultProjection implements Projection {
  private final ToldResultView view;
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;
  private final ToldNotices told;

  @Inject
  ToldResultProjection(
      ToldResultView view,
      CommandHandler<ResultCommand, ResultEvent, Publication> results,
      ToldNotices told) {
    this.view = view;
    this.results = results;
    this.told = told;
  }

  @Override
  public String name() {
    return "told_results";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of(view.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views batch) {
    return results
        .within(batch.scope())
        .statesAt(LedgerEntry.lastVersions(entries, PublicationStreams.RESULT))
        .invoke(states ->
            states.forEach((stream, state) ->
                told.of(batch.scope(), state)
                    .ifPresent(notice ->
                        view.rows.put(batch, PublicationStreams.RESULT.id(stream), notice))))
        .replaceWithVoid();
  }
}
