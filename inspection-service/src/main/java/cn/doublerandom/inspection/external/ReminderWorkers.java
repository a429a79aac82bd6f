package cn.doublerandom.inspection.external;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.ledger.Worker;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.time.SystemTime;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Reminds outside the desk as long as the service runs (R40); where no receiver is named, and in a
 * program that only replays, there is nobody at work.
 */
@ApplicationScoped
class ReminderWorkers {
  private final List<Worker> workers;

  @Inject
  ReminderWorkers(
      Config config,
      Pool pool,
      CommandHandler<VisitCommand, VisitEvent, Visit> visits,
      Vitals vitals,
      SystemTime time,
      Vertx vertx,
      MailClient mail,
      MeterRegistry figures) {
    ReminderSettings settings = ReminderSettings.of(config);
    boolean replays = config.getOptionalValue("suite.replay.into", Path.class).isPresent();
    this.workers =
        replays || settings.isSilent()
            ? List.of()
            : List.of(
                Worker.watching(
                    "reminders", new ReminderMaking(settings, pool, visits, vitals, time)),
                Worker.watching(
                    "reminder-sender",
                    new ReminderSending(
                        settings,
                        pool,
                        new MailMessenger(mail, settings.from()),
                        settings.messenger().map(address -> new HouseMessenger(vertx, address)),
                        vitals,
                        figures)));
  }

  boolean isAtWork() {
    return !workers.isEmpty();
  }

  void start(@Observes StartupEvent event) {
    workers.forEach(Worker::start);
  }

  void stop(@Observes ShutdownEvent event) {
    workers.forEach(Worker::close);
  }
}
