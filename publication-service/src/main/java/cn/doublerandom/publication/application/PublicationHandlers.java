package cn.doublerandom.publication.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.letter.Letter;
import cn.doublerandom.publication.letter.LetterCodec;
import cn.doublerandom.publication.letter.LetterCommand;
import cn.doublerandom.publication.letter.LetterDecider;
import cn.doublerandom.publication.letter.LetterEvent;
import cn.doublerandom.publication.notice.Noted;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.notice.NoticeCodec;
import cn.doublerandom.publication.notice.NoticeCommand;
import cn.doublerandom.publication.notice.NoticeDecider;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCodec;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultDecider;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.publication.signin.SignIn;
import cn.doublerandom.publication.signin.SignInCodec;
import cn.doublerandom.publication.signin.SignInCommand;
import cn.doublerandom.publication.signin.SignInDecider;
import cn.doublerandom.publication.signin.SignInEvent;
import cn.doublerandom.publication.webhook.Webhook;
import cn.doublerandom.publication.webhook.WebhookCodec;
import cn.doublerandom.publication.webhook.WebhookCommand;
import cn.doublerandom.publication.webhook.WebhookDecider;
import cn.doublerandom.publication.webhook.WebhookEvent;
import cn.doublerandom.servicekit.time.CalendarCommand;
import cn.doublerandom.servicekit.time.CalendarEvent;
import cn.doublerandom.servicekit.time.CalendarStream;
import cn.doublerandom.servicekit.time.DeadlineReview;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The deciders of the publication-service over its event store. */
final class PublicationHandlers {
  private static final int MOST_KEPT = 1_000;

  /** The streams of this service, told apart by bureau. */
  @Produces
  @Singleton
  StreamNames streams() {
    return new StreamNames(PublicationStreams.KINDS, List.of(CalendarStream.NAME));
  }

  @Produces
  @Singleton
  CommandHandler<NoticeCommand, NoticeEvent, Optional<Noted>> notices(EventStore store) {
    return new CommandHandler<>(store, new NoticeDecider(), NoticeCodec.ofEvents());
  }

  @Produces
  @Singleton
  CommandHandler<ResultCommand, ResultEvent, Publication> results(EventStore store) {
    return new CommandHandler<>(store, new ResultDecider(), ResultCodec.ofEvents());
  }

  /** For whoever comes by a code, as often as he likes. */
  @Produces
  @Singleton
  KeptStates<Publication> keptResults(
      CommandHandler<ResultCommand, ResultEvent, Publication> results) {
    return results.kept(MOST_KEPT);
  }

  @Produces
  @Singleton
  CommandHandler<SignInCommand, SignInEvent, Optional<SignIn>> signIns(EventStore store) {
    return new CommandHandler<>(store, new SignInDecider(), SignInCodec.ofEvents());
  }

  @Produces
  @Singleton
  CommandHandler<WebhookCommand, WebhookEvent, Webhook> webhooks(EventStore store) {
    return new CommandHandler<>(store, new WebhookDecider(), WebhookCodec.ofEvents());
  }

  @Produces
  @Singleton
  CommandHandler<LetterCommand, LetterEvent, Letter> letters(EventStore store) {
    return new CommandHandler<>(store, new LetterDecider(), LetterCodec.ofEvents());
  }

  /** For whoever comes by a receipt, as often as he likes. */
  @Produces
  @Singleton
  KeptStates<Letter> keptLetters(CommandHandler<LetterCommand, LetterEvent, Letter> letters) {
    return letters.kept(MOST_KEPT);
  }

  @Produces
  @Singleton
  DeadlineReview<ResultCommand, ResultEvent, Publication> review(
      CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar,
      RuleBook rules,
      NoticeBoard board,
      CommandHandler<ResultCommand, ResultEvent, Publication> results,
      Clock clock) {
    return new DeadlineReview<>(
        calendar,
        rules,
        (after, limit) -> board.open(after, limit).thenApply(PublicationHandlers::deadlines),
        results,
        (due, today) -> new ResultCommand.MoveDeadline(due),
        clock);
  }

  private static List<DeadlineReview.Open> deadlines(List<ResultNotice> open) {
    return open.stream()
        .map(ResultNotice::content)
        .map(content ->
            new DeadlineReview.Open(
                content.resultId(),
                PublicationStreams.RESULT.of(content.resultId()),
                content.finishedOn(),
                content.dueOn(),
                content.provisional()))
        .toList();
  }
}
