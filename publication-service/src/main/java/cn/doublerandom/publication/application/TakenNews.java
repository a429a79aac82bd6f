package cn.doublerandom.publication.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.publication.notice.Noted;
import cn.doublerandom.publication.notice.NoticeCommand;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * What the other services told becomes a notice or a result here, in the store it was heard in.
 * Nothing of it can be refused.
 */
@ApplicationScoped
public class TakenNews {
  private final CommandHandler<NoticeCommand, NoticeEvent, Optional<Noted>> notices;
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;

  @Inject
  TakenNews(
      CommandHandler<NoticeCommand, NoticeEvent, Optional<Noted>> notices,
      CommandHandler<ResultCommand, ResultEvent, Publication> results) {
    this.notices = notices;
    this.results = results;
  }

  /** What is said to a notice. */
  public Uni<Void> take(
      String notice, NoticeCommand news, CommandContext context, EventStore heardIn) {
    return taken(notices.over(heardIn).handle(notice, news, context));
  }

  /** What is said to a result on its way to the public. */
  public Uni<Void> take(
      String result, ResultCommand news, CommandContext context, EventStore heardIn) {
    return taken(results.over(heardIn).handle(result, news, context));
  }

  private static <E, S> Uni<Void> taken(Uni<Handled<E, S>> outcome) {
    return outcome
        .invoke(handled -> {
          if (!(handled instanceof Handled.Done<E, S>)) {
            throw new IllegalStateException("refused: " + handled);
          }
        })
        .replaceWithVoid();
  }
}
