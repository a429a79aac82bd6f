package cn.doublerandom.inspection.preparation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** All preparations as they are shown. */
public interface PreparationDirectory {
  /** Those whose approval waits for a second person, by visit after one. */
  CompletionStage<List<PreparationSummary>> toApprove(String after, int limit);

  /** Those in which a recusal waits to be decided, by visit after one. */
  CompletionStage<List<PreparationSummary>> toDecide(String after, int limit);

  /** Those in which a recusal was agreed to, whoever is on the team by now, by visit after one. */
  CompletionStage<List<PreparationSummary>> recused(String after, int limit);

  /** The one of a 检查码. */
  CompletionStage<Optional<PreparationSummary>> ofCode(String code);
}
