package cn.doublerandom.servicekit.time;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.servicekit.identity.Practice;
import cn.doublerandom.servicekit.identity.Rounds;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Goes round for every {@link Watch} of a service: through the bureaus that are served, one after
 * the other; the next round of a watch waits for the end of the last. A process that only replays
 * watches nothing.
 */
@ApplicationScoped
class Watches {
  private final Instance<Watch> watches;
  private final Rounds rounds;
  private final Practice practice;
  private final boolean replay;

  @Inject
  Watches(
      @Any Instance<Watch> watches,
      Rounds rounds,
      Practice practice,
      @ConfigProperty(name = "suite.replay.into") Optional<String> replayInto) {
    this.watches = watches;
    this.rounds = rounds;
    this.practice = practice;
    this.replay = replayInto.isPresent();
  }

  void start(@Observes StartupEvent event, Scheduler scheduler) {
    if (!replay) {
      watches.forEach(watch -> schedule(scheduler, watch));
    }
  }

  private void schedule(Scheduler scheduler, Watch watch) {
    var job =
        scheduler
            .newJob(watch.name())
            .setConcurrentExecution(ConcurrentExecution.SKIP)
            .setAsyncTask(execution -> round(watch));
    switch (watch.when()) {
      case Watch.When.Every(var setting) -> job.setInterval(setting);
      case Watch.When.At(var setting) ->
          job.setCron(setting).setTimeZone(BusinessClock.SHANGHAI.getId());
    }
    job.schedule();
  }

  private Uni<Void> round(Watch watch) {
    return rounds.each(
        watch.name(),
        bureau -> isSpared(watch, bureau) ? Uni.createFrom().voidItem() : watch.look(bureau));
  }

  private boolean isSpared(Watch watch, BureauKey bureau) {
    return practice.isKeptIn(bureau) || (bureau.isPractice() && watch.isForOthers());
  }
}
