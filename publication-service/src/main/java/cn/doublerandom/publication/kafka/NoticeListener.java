package cn.doublerandom.publication.kafka;

import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.contracts.BulletinPublished;
import cn.doublerandom.contracts.CheckpointAnchored;
import cn.doublerandom.contracts.DeadlineBreached;
import cn.doublerandom.contracts.DrawCommitted;
import cn.doublerandom.contracts.DrawExecuted;
import cn.doublerandom.contracts.DrawOpened;
import cn.doublerandom.contracts.DrawOverdue;
import cn.doublerandom.contracts.DrawSealed;
import cn.doublerandom.contracts.DrawVoided;
import cn.doublerandom.contracts.HolidayNoticeIssued;
import cn.doublerandom.contracts.PlanDeadlineAlarmed;
import cn.doublerandom.contracts.PlanPublished;
import cn.doublerandom.contracts.ProgrammePublished;
import cn.doublerandom.contracts.ResultRecorded;
import cn.doublerandom.contracts.SubjectReplacementUndone;
import cn.doublerandom.contracts.TeamChanged;
import cn.doublerandom.contracts.VisitNotHeld;
import cn.doublerandom.contracts.VisitSettled;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.publication.application.TakenNews;
import cn.doublerandom.servicekit.messaging.Integration;
import cn.doublerandom.servicekit.time.CalendarCommand;
import cn.doublerandom.servicekit.time.CalendarEvent;
import cn.doublerandom.servicekit.time.CalendarInbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from the registry, the draw and the inspections what the public will read. */
@ApplicationScoped
class NoticeListener {
  /** Whose ledgers are anchored here; our own checkpoint stands at our own address. */
  private static final List<String> OTHERS = List.of("registry", "draw", "inspection");

  private final Inbox inbox;
  private final Clock clock;
  private final TakenNews news;
  private final CalendarInbox calendar;

  @Inject
  NoticeListener(
      Inbox inbox,
      Clock clock,
      TakenNews news,
      CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar) {
    this.inbox = inbox;
    this.calendar = new CalendarInbox(calendar, clock);
    this.clock = clock;
    this.news = news;
    inbox.subscribe(KnownSubjects.SOURCE, Integration.in(HolidayNoticeIssued.class), this::apply);
    inbox.subscribe(
        "draw.events.v1",
        Integration.in(
            PlanPublished.class,
            PlanDeadlineAlarmed.class,
            ProgrammePublished.class,
            DrawCommitted.class,
            DrawExecuted.class,
            DrawSealed.class,
            DrawOpened.class,
            DrawOverdue.class,
            TeamChanged.class,
            SubjectReplacementUndone.class,
            DrawVoided.class),
        this::apply);
    inbox.subscribe(
        "inspection.events.v1",
        Integration.in(
            ResultRecorded.class,
            DeadlineBreached.class,
            VisitNotHeld.class,
            VisitSettled.class,
            BulletinPublished.class),
        this::apply);
    for (String service : OTHERS) {
      inbox.subscribe(
          service + ".anchors.v1", Integration.in(CheckpointAnchored.class), this::apply);
    }
  }

  @Incoming("registry-events")
  Uni<Void> onRegistry(ConsumerRecords<String, String> batch) {
    return Integration.receive(inbox, batch);
  }

  @Incoming("draw-events")
  Uni<Void> onDraw(ConsumerRecords<String, String> batch) {
    return Integration.receive(inbox, batch);
  }

  @Incoming("anchors")
  Uni<Void> onAnchors(ConsumerRecords<String, String> batch) {
    return Integration.receive(inbox, batch);
  }

  @Incoming("inspection-events")
  Uni<Void> onInspection(ConsumerRecords<String, String> batch) {
    return Integration.receive(inbox, batch);
  }

  private Uni<Void> apply(InboxRecord message, EventStore store) {
    CommandContext context = Integration.context(message, clock);
    return ResultNews.about(message)
        .map(result -> news.take(result.getKey(), result.getValue(), context, store))
        .or(() -> calendar.apply(message, store))
        .or(() ->
            NoticeNews.about(message)
                .map(notice -> news.take(notice.getKey(), notice.getValue(), context, store)))
        .orElse(Uni.createFrom().voidItem());
  }
}
