package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Documents;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rows that say a day of one visit each.
 *
 * @param visit its id: draw and subject
 */
record VisitDayRows<T>(
    Documents<?, T> rows, Function<T, String> visit, Function<T, LocalDate> day) {
  /** The days of a draw's visits, by subject, as far as there are any. */
  CompletionStage<Map<String, LocalDate>> of(String drawId, Collection<String> subjects) {
    String before = drawId + "-";
    return rows.among(subjects.stream().map(subject -> before + subject).toList())
        .thenApply(known ->
            known.stream()
                .collect(
                    Collectors.toUnmodifiableMap(
                        one -> visit.apply(one).substring(before.length()), day)));
  }
}
