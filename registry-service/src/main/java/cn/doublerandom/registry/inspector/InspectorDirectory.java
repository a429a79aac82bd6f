package cn.doublerandom.registry.inspector;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The register of inspectors as it is read. */
public interface InspectorDirectory {
  /**
   * One entry.
   *
   * @param recusals declared
   */
  record Entry(InspectorDetails details, List<Recusal> recusals, List<Leave> leaves) {}

  /** At most {@code limit} inspectors with an id after {@code after}, ascending. */
  CompletionStage<List<Entry>> page(String after, int limit);

  CompletionStage<Optional<Entry>> find(String id);
}
