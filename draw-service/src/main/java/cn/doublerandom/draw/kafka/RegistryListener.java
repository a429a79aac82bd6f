package cn.doublerandom.draw.kafka;

import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.contracts.HolidayNoticeIssued;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.servicekit.messaging.Integration;
import cn.doublerandom.servicekit.time.CalendarCommand;
import cn.doublerandom.servicekit.time.CalendarEvent;
import cn.doublerandom.servicekit.time.CalendarInbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears the registry: 一单两库 become rows ({@link KnownReplicas}), and a holiday notice counts in the
 * working days of what waits here, as it does there.
 */
@ApplicationScoped
class RegistryListener {
  private final Inbox inbox;

  @Inject
  RegistryListener(
      Inbox inbox,
      Clock clock,
      CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar) {
    this.inbox = inbox;
    var notices = new CalendarInbox(calendar, clock);
    inbox.subscribe(
        KnownReplicas.SOURCE,
        Integration.in(HolidayNoticeIssued.class),
        (message, store) ->
            notices.apply(message, store).orElseGet(() -> Uni.createFrom().voidItem()));
  }

  @Incoming("registry-events")
  Uni<Void> on(ConsumerRecords<String, String> batch) {
    return Integration.receive(inbox, batch);
  }
}
