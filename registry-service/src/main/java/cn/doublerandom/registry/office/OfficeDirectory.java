package cn.doublerandom.registry.office;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The offices as they are read. */
public interface OfficeDirectory {
  /**
   * An office of which somebody said what it is there for.
   *
   * @param mandate absent where none holds: the first one waits, or was declined
   * @param waits whether one waits for a second person
   */
  record Entry(String unit, @Nullable OfficeMandate mandate, boolean waits) {}

  /** At most {@code limit} entries with a name after {@code after}, ascending. */
  CompletionStage<List<Entry>> page(String after, int limit);
}
