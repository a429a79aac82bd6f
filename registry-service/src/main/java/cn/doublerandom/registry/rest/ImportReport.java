package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.servicekit.rest.Answers;
import java.util.Collection;

/**
 * What an import did.
 *
 * @param rows read from the file
 * @param changed rows that were new or different
 * @param unchanged rows the register had already
 */
public record ImportReport(int rows, int changed, int unchanged) {
  static <E, S> ImportReport of(int rows, Collection<Handled<E, S>> outcomes) {
    int changed = 0;
    for (Handled<E, S> outcome : outcomes) {
      changed += Answers.require(outcome).events().isEmpty() ? 0 : 1;
    }
    return new ImportReport(rows, changed, outcomes.size() - changed);
  }
}
