package cn.doublerandom.inspection.kafka;

import cn.doublerandom.contracts.BulletinPublished;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.bulletin.Bulletin;
import cn.doublerandom.inspection.bulletin.Bulletin.Fact;
import cn.doublerandom.inspection.bulletin.Bulletin.Point;
import cn.doublerandom.inspection.bulletin.BulletinEvent;
import cn.doublerandom.inspection.bulletin.BulletinEvent.BulletinDrawnUp;
import cn.doublerandom.inspection.bulletin.Reach;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingCommand;
import cn.doublerandom.servicekit.time.BusinessClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What others are told of bulletins: the numbers of those that are made public, and no word. */
record BulletinNews(
    CommandHandler<
            HearingCommand<BulletinDrawnUp, Reach>, BulletinEvent, Hearing<BulletinDrawnUp, Reach>>
        bulletins) {
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(30);

  Optional<BulletinPublished> of(StoredEvent event) {
    return switch (bulletins.decode(event)) {
      case BulletinEvent.BulletinConcluded(var reach, var reason, var by)
          when reach == Reach.PUBLIC ->
          Optional.of(
              published(
                  VisitStreams.BULLETIN.id(event.stream()),
                  bulletin(event),
                  BusinessClock.day(Metadata.of(event).at())));
      case BulletinEvent.BulletinConcluded e -> Optional.empty();
      case BulletinDrawnUp e -> Optional.empty();
      case BulletinEvent.BulletinAnswered e -> Optional.empty();
    };
  }

  private Bulletin bulletin(StoredEvent event) {
    return bulletins
        .stateAt(event.stream(), event.version())
        .await()
        .atMost(SQL_TIMEOUT)
        .opened()
        .orElseThrow()
        .bulletin();
  }

  private static BulletinPublished published(String id, Bulletin bulletin, LocalDate on) {
    return new BulletinPublished(
        id,
        bulletin.year(),
        bulletin.issue(),
        bulletin.countedOn(),
        on,
        bulletin.units().stream().map(BulletinNews::unit).toList());
  }

  private static BulletinPublished.OfUnit unit(Bulletin.OfUnit one) {
    return new BulletinPublished.OfUnit(
        one.unit(),
        number(one, Fact.PROBLEMS, Point::of),
        number(one, Fact.PROBLEMS, Point::value),
        number(one, Fact.TO_BE_PUT_RIGHT, Point::of),
        number(one, Fact.TO_BE_PUT_RIGHT, Point::value),
        number(one, Fact.REMINDED, Point::value),
        one.point(Fact.SCORE).map(Point::value).orElse(null),
        one.point(Fact.SCORE).map(Point::of).orElse(null));
  }

  private static int number(Bulletin.OfUnit one, Fact fact, ToIntFunction<Point> which) {
    return one.point(fact).stream().mapToInt(which).sum();
  }
}
