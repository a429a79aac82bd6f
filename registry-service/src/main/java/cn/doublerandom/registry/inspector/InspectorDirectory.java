package cn.doublerandom.registry.inspector;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** The register of inspectors as it is read. */
public interface InspectorDirectory {
  record Entry(InspectorDetails details, List<Recusal> recusals) {}

  /** At most {@code limit} inspectors with an id after {@code after}, ascending. */
  CompletionStage<List<Entry>> page(String after, int limit);
}
