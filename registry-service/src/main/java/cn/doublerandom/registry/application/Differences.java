package cn.doublerandom.registry.application;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * How what a row changes is told.
 *
 * @param <S> the state of an entry
 */
interface Differences<S> {
  /** Whether the register has the entry, as it was before. */
  boolean has(S before);

  /** What an entry is called by whoever may not read names; its code where it has none. */
  String name(S after);

  /** Where both differ, in the order of the columns; what waits counts as if it held. */
  List<Preview.Difference> between(S before, S after);

  /**
   * One column.
   *
   * @param held what stands in it
   * @param sealed whether nobody may read it here
   */
  record Column<D>(String head, Function<D, Object> held, boolean sealed) {
    static <D> Column<D> of(String head, Function<D, Object> held) {
      return new Column<>(head, held, false);
    }

    static <D> Column<D> sealed(String head, Function<D, Object> held) {
      return new Column<>(head, held, true);
    }

    private Preview.Difference between(D before, D after) {
      return sealed
          ? new Preview.Difference(head, "", "")
          : new Preview.Difference(head, shown(held.apply(before)), shown(held.apply(after)));
    }

    private static String shown(Object value) {
      return value instanceof List<?> list
          ? String.join("、", list.stream().map(String::valueOf).toList())
          : String.valueOf(value);
    }
  }

  /** What stands in the columns that are not empty, as it becomes; sealed ones are left out. */
  static <D> List<Preview.Difference> entry(List<Column<D>> columns, D entry) {
    return columns.stream()
        .filter(column -> !column.sealed())
        .map(column ->
            new Preview.Difference(column.head(), "", Column.shown(column.held().apply(entry))))
        .filter(one -> !one.becomes().isEmpty())
        .toList();
  }

  static <D> List<Preview.Difference> of(List<Column<D>> columns, D before, D after) {
    return columns.stream()
        .filter(column -> !Objects.equals(column.held().apply(before), column.held().apply(after)))
        .map(column -> column.between(before, after))
        .toList();
  }
}
