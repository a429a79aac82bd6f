package cn.doublerandom.inspection.application;

import cn.doublerandom.inspection.followup.FollowUpDirectory;
import cn.doublerandom.inspection.followup.FollowUpSummary;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is open of 后续处置 and concerns somebody: who it concerns is asked of each, so that all of it
 * is read part by part, however much there is of others.
 */
@ApplicationScoped
class OpenFollowUps {
  private static final int PART = 500;

  private final FollowUpDirectory directory;

  @Inject
  OpenFollowUps(FollowUpDirectory directory) {
    this.directory = directory;
  }

  /** All of them, by the first day that comes. */
  Uni<List<FollowUpSummary>> all(Predicate<FollowUpSummary> which) {
    return after("", Integer.MAX_VALUE, which);
  }

  /**
   * The first of them after a place.
   *
   * @param after see {@link FollowUpDirectory#place}; empty at the beginning
   */
  Uni<List<FollowUpSummary>> after(String after, int limit, Predicate<FollowUpSummary> which) {
    return more(after, limit, which, new ArrayList<>());
  }

  private Uni<List<FollowUpSummary>> more(
      String after, int limit, Predicate<FollowUpSummary> which, List<FollowUpSummary> found) {
    return Uni.createFrom()
        .completionStage(() -> directory.open(after, PART))
        .flatMap(part -> {
          part.stream().filter(which).limit(limit - found.size()).forEach(found::add);
          return part.size() < PART || found.size() == limit
              ? Uni.createFrom().item(List.copyOf(found))
              : more(FollowUpDirectory.place(part.getLast()), limit, which, found);
        });
  }
}
