package cn.doublerandom.publication.rest;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.publication.notice.Noted;
import cn.doublerandom.publication.notice.NoticeCommand;
import cn.doublerandom.publication.notice.NoticeDecider;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultDecider;
import cn.doublerandom.publication.result.ResultEvent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The deciders of the publication-service over its event store. */
final class PublicationHandlers {
  @Produces
  @Singleton
  CommandHandler<NoticeCommand, NoticeEvent, Optional<Noted>> notices(
      EventStore store, EventCodec<NoticeEvent> codec) {
    return new CommandHandler<>(store, new NoticeDecider(), codec);
  }

  @Produces
  @Singleton
  CommandHandler<ResultCommand, ResultEvent, Publication> results(
      EventStore store, EventCodec<ResultEvent> codec) {
    return new CommandHandler<>(store, new ResultDecider(), codec);
  }

  @Produces
  @Singleton
  EventCodec<NoticeEvent> noticeCodec() {
    return new EventCodec<>(NoticeEvent.class);
  }

  @Produces
  @Singleton
  EventCodec<ResultEvent> resultCodec() {
    return new EventCodec<>(ResultEvent.class);
  }
}
