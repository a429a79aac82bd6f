package cn.doublerandom.inspection.application;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;

/** Lists of which nothing may be left out, read part by part: what is counted is all there is. */
final class WholeLists {
  private static final int PART = 500;

  private WholeLists() {}

  /** A list in the order of its places. */
  @FunctionalInterface
  interface Listing<T> {
    /** At most {@code limit} after a place; empty at the beginning. */
    CompletionStage<List<T>> after(String place, int limit);
  }

  /**
   * Those of a list that are meant.
   *
   * @param place of one in the list
   */
  static <T> Uni<List<T>> of(Listing<T> list, Function<T, String> place, Predicate<T> which) {
    return after(list, "", place, which, new ArrayList<>());
  }

  private static <T> Uni<List<T>> after(
      Listing<T> list, String at, Function<T, String> place, Predicate<T> which, List<T> found) {
    return Uni.createFrom()
        .completionStage(() -> list.after(at, PART))
        .flatMap(part -> {
          part.stream().filter(which).forEach(found::add);
          return part.size() < PART
              ? Uni.createFrom().item(List.copyOf(found))
              : after(list, place.apply(part.getLast()), place, which, found);
        });
  }
}
