package cn.doublerandom.publication.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What the firms of published results are found by: every part of their names, and their codes. */
@ApplicationScoped
class NamePartProjection implements Projection {
  private final NoticeSearchView view;
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;

  @Inject
  NamePartProjection(
      NoticeSearchView view, CommandHandler<ResultCommand, ResultEvent, Publication> results) {
    this.view = view;
    this.results = results;
  }

  @Override
  public String name() {
    return "name_parts";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of(view.parts.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views batch) {
    return results
        .within(batch.scope())
        .statesAt(LedgerEntry.lastVersions(entries, PublicationStreams.RESULT))
        .invoke(states ->
            states.values().stream()
                .flatMap(state -> shown(state).stream())
                .forEach(notice ->
                    NameParts.of(notice.content().subjectId(), notice.subjectName())
                        .forEach((id, part) -> view.parts.put(batch, id, part))))
        .replaceWithVoid();
  }

  private static Optional<Publication.Published> shown(Publication state) {
    return switch (state) {
      case Publication.Published published -> Optional.of(published);
      // its number, and whose it was, stay public
      case Publication.Withdrawn withdrawn -> Optional.of(withdrawn.was());
      // it leads to the firm, and what is over is shown by the firm's code alone
      case Publication.Ended ended -> Optional.of(ended.was());
      case Publication.Unreceived unreceived -> Optional.empty();
      case Publication.NotHeld notHeld -> Optional.empty();
      case Publication.Settled settled -> Optional.empty();
      case Publication.Unrecorded unrecorded -> Optional.empty();
      case Publication.Received received -> Optional.empty();
    };
  }
}
