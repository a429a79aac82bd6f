package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.ProgrammeRejection;
import cn.doublerandom.draw.drawing.Combination;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.ProgrammeItems;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.programme.Programme;
import cn.doublerandom.draw.programme.ProgrammeContent;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What visits are about: claimed items, as far as the published programme lets them be (R28). */
final class VisitedItems {
  static final Comparator<FrozenFrame.Item> BY_CODE = Comparator.comparing(FrozenFrame.Item::code);

  private VisitedItems() {}

  /** The items of a task's fields, ascending by code. */
  static List<FrozenFrame.Item> of(
      TaskScope scope, List<KnownItem> items, Predicate<KnownItem> which) {
    return items.stream()
        .filter(i -> which.test(i) && scope.itemFields().contains(i.field()))
        .map(i ->
            new FrozenFrame.Item(
                i.code(), i.name(), Boolean.TRUE.equals(i.key()) ? Boolean.TRUE : null))
        .sorted(BY_CODE)
        .toList();
  }

  /** The tasks of a visit, each with the items the published programme lets it be about. */
  static List<Combination.Partner> narrow(
      List<Combination.Partner> partners,
      List<KnownItem> items,
      Optional<Programme.Published> published) {
    return published.map(programme -> narrow(partners, items, programme)).orElse(partners);
  }

  private static List<Combination.Partner> narrow(
      List<Combination.Partner> partners, List<KnownItem> items, Programme.Published published) {
    LocalDate day = published.publishedOn();
    List<Combination.Partner> then =
        partners.stream()
            .map(partner ->
                partner.with(
                    calledThen(of(partner.scope(), items, i -> i.wasClaimedBy(day)), items, day)))
            .toList();
    Optional<ProgrammeContent> programme = Optional.of(published.programme());
    ProgrammeItems.ambiguous(then, programme)
        .ifPresent(one -> {
          throw new ProblemException(
              ProgrammeRejection.PROGRAMME_ITEM_AMBIGUOUS,
              List.of(),
              Map.of("name", one.name(), "codes", one.codes()));
        });
    return ProgrammeItems.narrow(then, programme).stream()
        .map(partner -> partner.with(calledNow(partner.items(), items)))
        .toList();
  }

  /**
   * Each under every name of that day: what was renamed since is still what the programme names.
   */
  private static List<FrozenFrame.Item> calledThen(
      List<FrozenFrame.Item> visited, List<KnownItem> items, LocalDate day) {
    return visited.stream()
        .flatMap(item ->
            known(item, items).namesOn(day).stream()
                .map(name -> new FrozenFrame.Item(item.code(), name, item.key())))
        .toList();
  }

  private static List<FrozenFrame.Item> calledNow(
      List<FrozenFrame.Item> visited, List<KnownItem> items) {
    return visited.stream()
        .map(item -> new FrozenFrame.Item(item.code(), known(item, items).name(), item.key()))
        .distinct()
        .toList();
  }

  private static KnownItem known(FrozenFrame.Item item, List<KnownItem> items) {
    return items.stream().filter(i -> i.code().equals(item.code())).findFirst().orElseThrow();
  }
}
