package cn.doublerandom.servicekit.time;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs the reviews a service has; two replicas at once move each deadline once. */
@ApplicationScoped
class DeadlineReviews {
  private final Instance<DeadlineReview<?, ?, ?>> reviews;
  private final boolean replay;

  @Inject
  DeadlineReviews(
      @Any Instance<DeadlineReview<?, ?, ?>> reviews,
      @ConfigProperty(name = "suite.replay.into") Optional<String> replayInto) {
    this.reviews = reviews;
    this.replay = replayInto.isPresent();
  }

  @Scheduled(every = "{suite.deadline-review}", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> run() {
    return replay
        ? Uni.createFrom().voidItem()
        : Multi.createFrom()
            .iterable(reviews)
            .onItem()
            .transformToUniAndConcatenate(review -> review.run())
            .collect()
            .last()
            .replaceWithVoid();
  }
}
