package cn.doublerandom.servicekit.waiting;

import cn.doublerandom.servicekit.identity.Roles;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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

  /**
   * @param acts by type of event
   */
  public RecentActs(RecentDirectory recent, PendingDirectory pending, Map<String, Act> acts) {
    this.recent = recent;
    this.pending = pending;
    this.acts = Map.copyOf(acts);
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
                        .map(all -> new Recently(told, lines(own, person), lines(all, person)))));
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
    return person.isOneOf(SEES_ALL)
        ? Uni.createFrom().completionStage(() -> recent.last(MOST))
        : Uni.createFrom().item(List.of());
  }

  private List<Recently.Line> lines(List<Doing> doings, Person person) {
    return doings.stream()
        .flatMap(doing ->
            Optional.ofNullable(acts.get(doing.type()))
                .map(act -> act.line(doing, person))
                .stream())
        .toList();
  }
}
