package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.inbox.Inbox;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * A process that is told to end begins nothing more by the clock: pools and consumers close one
 * after the other, and who looks at them then takes an orderly end for a fault.
 */
@ApplicationScoped
class Schedules {
  void stop(@Observes ShutdownEvent event, Scheduler scheduler, Inbox inbox) {
    scheduler.pause();
    inbox.end();
  }
}
