package cn.doublerandom.inspection.application;

import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitState;
import cn.doublerandom.servicekit.figures.BusinessCounts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Visits by how far they are, and those whose window ended without them, for operations. */
@ApplicationScoped
class VisitCounts implements BusinessCounts {
  private static final Officer BUREAU = new Officer("", "", Officer.Reach.BUREAU);
  private static final Series OVERDUE =
      Series.of("suite.visits.overdue", "visits whose window ended without them");

  private final VisitDirectory directory;

  @Inject
  VisitCounts(VisitDirectory directory) {
    this.directory = directory;
  }

  private record Counted(Series series, long count) {}

  private static Series state(VisitState state) {
    return new Series("suite.visits", "visits", "state", state.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public List<Series> series() {
    return Stream.concat(Stream.of(VisitState.values()).map(VisitCounts::state), Stream.of(OVERDUE))
        .toList();
  }

  @Override
  public Uni<Map<Series, Long>> on(LocalDate today) {
    return Multi.createFrom()
        .items(VisitState.values())
        .onItem()
        .transformToUniAndConcatenate(
            one -> count(one.name(), false).map(found -> new Counted(state(one), found)))
        .collect()
        .asMap(Counted::series, Counted::count)
        .flatMap(all ->
            count("", true)
                .map(late -> {
                  all.put(OVERDUE, late);
                  return all;
                }));
  }

  /** As the list of the visits counts them. */
  private Uni<Long> count(String state, boolean late) {
    return Uni.createFrom()
        .completionStage(() ->
            directory.count(
                new VisitDirectory.Query(BUREAU, "", "", state, "", "", late, true, "")));
  }
}
