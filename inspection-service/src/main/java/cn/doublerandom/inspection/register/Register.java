package cn.doublerandom.inspection.register;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What is known of 一单两库. */
public interface Register {
  /** Those of the ids that are known, ascending. */
  CompletionStage<List<KnownSubject>> subjects(Collection<String> ids);

  /** Those of the codes that are known, ascending. */
  CompletionStage<List<KnownItem>> items(Collection<String> codes);

  /**
   * The same to be kept by a visit; refused as long as what the registry told is being read anew.
   */
  CompletionStage<List<KnownItem>> itemsToKeep(Collection<String> codes);
}
