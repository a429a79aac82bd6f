package cn.doublerandom.registry.application;

import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.drawn.DrawnDirectory;
import cn.doublerandom.registry.drawn.DrawnSince;
import cn.doublerandom.registry.drawn.DrawnSince.Drawn;
import cn.doublerandom.registry.drawn.DrawnSince.Frozen;
import cn.doublerandom.registry.drawn.KnownDraw;
import cn.doublerandom.registry.intake.IntakeDirectory;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which entries of a table of subjects were drawn since it was taken, and which lists are frozen.
 */
@ApplicationScoped
public class DrawnRows {
  /** Draws of a bureau, many times over; the undo of a table is asked for soon after it. */
  private static final int MOST_DRAWS = 2_000;

  /** Entries that are named. */
  private static final int MOST = 200;

  private final IntakeDirectory imports;
  private final DrawnDirectory draws;

  @Inject
  DrawnRows(IntakeDirectory imports, DrawnDirectory draws) {
    this.imports = imports;
    this.draws = draws;
  }

  /** Of one table. */
  public Uni<DrawnSince> of(String importId) {
    return Uni.createFrom()
        .completionStage(() -> imports.find(importId))
        .map(found -> found.orElseThrow(() -> new ProblemException(RegistryRejection.IMPORT_GONE)))
        .flatMap(entry ->
            switch (entry.report().kind()) {
              case SUBJECTS, RISK_CLASSES -> of(entry);
              case INSPECTORS, ITEMS -> Uni.createFrom().item(DrawnSince.NONE);
            });
  }

  private Uni<DrawnSince> of(IntakeDirectory.Entry entry) {
    return Uni.createFrom()
        .completionStage(() -> draws.since(BusinessClock.day(entry.at()), MOST_DRAWS))
        .flatMap(since -> {
          Set<String> drawn =
              since.stream()
                  .flatMap(draw -> draw.selected().stream())
                  .collect(Collectors.toCollection(TreeSet::new));
          return Uni.createFrom()
              .completionStage(() -> imports.changedAmong(entry.id(), drawn))
              .map(changed ->
                  told(
                      since,
                      changed.stream()
                          .map(IntakeDirectory.Changed::entry)
                          .collect(Collectors.toSet())));
        });
  }

  private static DrawnSince told(List<KnownDraw> since, Set<String> changed) {
    return new DrawnSince(
        changed.size(),
        since.stream()
            .flatMap(draw ->
                draw.drawnOn() == null
                    ? Stream.empty()
                    : draw.selected().stream()
                        .filter(changed::contains)
                        .map(subject -> new Drawn(subject, draw.drawId(), draw.drawnOn())))
            .sorted(Comparator.comparing(Drawn::subject).thenComparing(Drawn::drawId))
            .limit(MOST)
            .toList(),
        since.stream()
            .filter(draw -> draw.drawnOn() == null)
            .map(draw -> new Frozen(draw.drawId(), draw.frameSize()))
            .toList());
  }
}
