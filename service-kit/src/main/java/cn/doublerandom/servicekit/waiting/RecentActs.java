package cn.doublerandom.servicekit.waiting;

import cn.doublerandom.servicekit.identity.Roles;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * 最近办理 of one service: what was not agreed to of what somebody asked for, what he did himself, and,
 * for who answers for the bureau, what it did.
 */
public final class RecentActs {
  private static final int MOST = 5;
  private static final int MOST_TOLD = 20;

  /** Who did not look for a month will not look at it here. */
  private static final int DAYS_TOLD = 30;

  private static final List<String> SEES_ALL =
      List.of(
          Roles.COORDINATOR,
          Roles.REGISTRAR,
          Roles.APPROVER,
          Roles.UNIT_LEAD,
          Roles.SUPERVISOR,
          Roles.AUDITOR);

  private final RecentDirectory recent;
  private final PendingDirectory pending;
  private final Map<String, Act> acts;
  private final List<String> seesAll;
  private final Naming naming;

  /** How things are called that people know by another word than their id. */
  @FunctionalInterface
  public interface Naming {
    /** Names by stream; a thing without one is called by its id. */
    Uni<Map<String, String>> of(List<String> streams);
  }

  private RecentActs(
      RecentDirectory recent,
      PendingDirectory pending,
      Map<String, Act> acts,
      List<String> seesAll,
      Naming naming) {
    this.recent = recent;
    this.pending = pending;
    this.acts = Map.copyOf(acts);
    this.seesAll = List.copyOf(seesAll);
    this.naming = naming;
  }

  /**
   * Of a service in whose streams requests wait.
   *
   * @param acts by type of event
   */
  public RecentActs(RecentDirectory recent, PendingDirectory pending, Map<String, Act> acts) {
    this(recent, pending, acts, SEES_ALL, streams -> Uni.createFrom().item(Map.of()));
  }

  /** The same where things have names of their own. */
  public RecentActs(
      RecentDirectory recent, PendingDirectory pending, Map<String, Act> acts, Naming naming) {
    this(recent, pending, acts, SEES_ALL, naming);
  }

  /**
   * Of a service whose things have names of their own and whose waiting things are kept otherwise.
   *
   * @param acts by type of event
   * @param seesAll roles that may see what the whole bureau did
   */
  public static RecentActs named(
      RecentDirectory recent, Map<String, Act> acts, List<String> seesAll, Naming naming) {
    return new RecentActs(recent, NothingPending.HERE, acts, seesAll, naming);
  }

  /** Nothing waits in the streams themselves. */
  private enum NothingPending implements PendingDirectory {
    HERE;

    @Override
    public CompletionStage<List<PendingGroup>> on(LocalDate today, Collection<String> kinds) {
      return CompletableFuture.completedStage(List.of());
    }

    @Override
    public CompletionStage<List<ToldGroup>> told(String account, LocalDate since, int most) {
      return CompletableFuture.completedStage(List.of());
    }
  }

  /** What somebody sees, where nothing that waited is told of. */
  public Uni<Recently> of(Person person, LocalDate today) {
    return of(person, today, groups -> Uni.createFrom().item(List.of()));
  }

  /**
   * What somebody sees.
   *
   * @param words the sentences of what waited
   */
  public Uni<Recently> of(
      Person person, LocalDate today, Function<List<PendingGroup>, Uni<List<Matter>>> words) {
    return told(person, today, words)
        .flatMap(told ->
            Uni.createFrom()
                .completionStage(() -> recent.by(person.account(), MOST))
                .flatMap(own ->
                    all(person)
                        .flatMap(all ->
                            named(own, all)
                                .map(names ->
                                    new Recently(
                                        told,
                                        lines(own, person, names),
                                        lines(all, person, names))))));
  }

  private Uni<List<Recently.Line>> told(
      Person person, LocalDate today, Function<List<PendingGroup>, Uni<List<Matter>>> words) {
    return Uni.createFrom()
        .completionStage(
            () -> pending.told(person.account(), today.minusDays(DAYS_TOLD), MOST_TOLD))
        .flatMap(groups ->
            groups.isEmpty()
                ? Uni.createFrom().item(List.<Recently.Line>of())
                : words
                    .apply(groups.stream().map(ToldGroup::asked).toList())
                    .map(waited -> lines(groups, waited)));
  }

  private static List<Recently.Line> lines(List<ToldGroup> groups, List<Matter> waited) {
    List<Recently.Line> lines = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      lines.add(groups.get(i).line(waited.get(i)));
    }
    return lines;
  }

  private Uni<List<Doing>> all(Person person) {
    return person.isOneOf(seesAll)
        ? Uni.createFrom().completionStage(() -> recent.last(MOST))
        : Uni.createFrom().item(List.of());
  }

  private Uni<Map<String, String>> named(List<Doing> own, List<Doing> all) {
    return naming.of(
        Stream.concat(own.stream(), all.stream()).map(Doing::stream).distinct().toList());
  }

  private List<Recently.Line> lines(List<Doing> doings, Person person, Map<String, String> names) {
    return doings.stream()
        .flatMap(doing ->
            Optional.ofNullable(acts.get(doing.type()))
                .map(act -> act.line(doing, person, names))
                .stream())
        .toList();
  }
}
