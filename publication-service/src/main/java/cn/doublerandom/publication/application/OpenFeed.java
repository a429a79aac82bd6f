package cn.doublerandom.publication.application;

import cn.doublerandom.publication.notice.BulletinBoard;
import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.ProgrammeNotice;
import cn.doublerandom.publication.opendata.OpenChange;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What changed of the notices, in the order of the ledger. A notice has one place, that of its last
 * change: who reads on from the last place he was told misses nothing, and is told no change twice.
 */
@ApplicationScoped
public class OpenFeed {
  private final OpenSource source;
  private final NoticeBoard board;
  private final BulletinBoard bulletins;
  private final PublicNotices notices;

  @Inject
  OpenFeed(OpenSource source, NoticeBoard board, BulletinBoard bulletins, PublicNotices notices) {
    this.source = source;
    this.board = board;
    this.bulletins = bulletins;
    this.notices = notices;
  }

  /** A change with the notice as it is now; one of the five is there. */
  public record Changed(
      OpenChange change,
      @Nullable PlanNotice plan,
      @Nullable ProgrammeNotice programme,
      @Nullable BulletinNotice bulletin,
      @Nullable NamedDraw draw,
      @Nullable PlannedResult result) {}

  /** At most so many changes after a place of the ledger, and whether there are more. */
  public record Told(List<Changed> changes, boolean more) {}

  /** What changed after a place, the earliest first. */
  public Uni<Told> after(long seq, int limit) {
    return Uni.createFrom()
        .completionStage(() -> source.changed(seq, limit + 1))
        .flatMap(found ->
            whole(found.subList(0, Math.min(limit, found.size())))
                .map(all -> new Told(all, found.size() > limit)));
  }

  /** What changed last, the newest first. */
  public Uni<List<Changed>> newest(int limit) {
    return Uni.createFrom().completionStage(() -> source.newest(limit)).flatMap(this::whole);
  }

  private Uni<List<Changed>> whole(List<OpenChange> changes) {
    return Uni.createFrom()
        .completionStage(() -> source.plansOf(ids(changes, OpenChange.Kind.PLAN)))
        .map(found -> byId(found, PlanNotice::planKey))
        .flatMap(plans ->
            Uni.createFrom()
                .completionStage(() -> source.programmesOf(ids(changes, OpenChange.Kind.PROGRAMME)))
                .map(found -> byId(found, ProgrammeNotice::programmeId))
                .flatMap(programmes ->
                    bulletins(changes)
                        .flatMap(bulletins ->
                            draws(changes)
                                .flatMap(draws ->
                                    results(changes)
                                        .map(results ->
                                            changes.stream()
                                                .map(change ->
                                                    new Changed(
                                                        change,
                                                        of(change, OpenChange.Kind.PLAN, plans),
                                                        of(
                                                            change,
                                                            OpenChange.Kind.PROGRAMME,
                                                            programmes),
                                                        of(
                                                            change,
                                                            OpenChange.Kind.BULLETIN,
                                                            bulletins),
                                                        of(change, OpenChange.Kind.DRAW, draws),
                                                        of(
                                                            change,
                                                            OpenChange.Kind.RESULT,
                                                            results)))
                                                .toList())))));
  }

  private Uni<Map<String, BulletinNotice>> bulletins(List<OpenChange> changes) {
    return Uni.createFrom()
        .completionStage(() -> bulletins.bulletinsOf(ids(changes, OpenChange.Kind.BULLETIN)))
        .map(found -> byId(found, BulletinNotice::bulletinId));
  }

  private Uni<Map<String, NamedDraw>> draws(List<OpenChange> changes) {
    return Uni.createFrom()
        .completionStage(() -> board.drawsById(ids(changes, OpenChange.Kind.DRAW)))
        .flatMap(found -> notices.named(List.<DrawNotice>copyOf(found.values())))
        .map(named -> byId(named, one -> one.planned().draw().drawId()));
  }

  private Uni<Map<String, PlannedResult>> results(List<OpenChange> changes) {
    return Uni.createFrom()
        .completionStage(() -> source.resultsOf(ids(changes, OpenChange.Kind.RESULT)))
        .flatMap(notices::resultsOfPlans)
        .map(all -> byId(all, one -> one.result().content().resultId()));
  }

  private static List<String> ids(List<OpenChange> changes, OpenChange.Kind kind) {
    return changes.stream().filter(c -> c.kind() == kind).map(OpenChange::id).toList();
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    return all.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  private static <T> @Nullable T of(OpenChange change, OpenChange.Kind kind, Map<String, T> known) {
    return change.kind() == kind ? known.get(change.id()) : null;
  }
}
