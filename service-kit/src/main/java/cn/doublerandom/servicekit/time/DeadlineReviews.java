package cn.doublerandom.servicekit.time;

import cn.doublerandom.bureau.key.BureauKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Runs the reviews a service has; two replicas at once move each deadline once. */
@ApplicationScoped
class DeadlineReviews implements Watch {
  private final Instance<DeadlineReview<?, ?, ?>> reviews;

  @Inject
  DeadlineReviews(@Any Instance<DeadlineReview<?, ?, ?>> reviews) {
    this.reviews = reviews;
  }

  @Override
  public String name() {
    return "the review of deadlines";
  }

  @Override
  public When when() {
    return new When.Every("{suite.deadline-review}");
  }

  @Override
  public Uni<Void> look(BureauKey bureau) {
    return Multi.createFrom()
        .iterable(reviews)
        .onItem()
        .transformToUniAndConcatenate(review -> review.run(bureau))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
