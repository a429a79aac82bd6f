package cn.doublerandom.inspection.view;

import cn.doublerandom.inspection.hearing.HearingDirectory;
import cn.doublerandom.inspection.hearing.HearingSummary;
import cn.doublerandom.servicekit.view.Document;
import cn.doublerandom.servicekit.view.Documents;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The hearings of a kind, with a column {@code state} of their table. */
abstract class HearingView<D extends Document, S extends HearingSummary>
    implements HearingDirectory<S> {
  final Documents<D, S> rows;
  private final String over;
  private final String whose;

  /**
   * @param over state of those that are over
   * @param whose condition for those that {@code :unit} reads
   */
  HearingView(Class<D> entity, String table, Class<S> summary, String over, String whose) {
    this.whose = whose;
    this.rows = new Documents<>(entity, table, summary);
    this.over = over;
  }

  @Override
  public CompletionStage<List<S>> page(String after, int limit) {
    return rows.page(after, limit);
  }

  @Override
  public CompletionStage<List<S>> open(String after, int limit) {
    return select("state <> '%s' AND id > :after".formatted(over), Map.of("after", after), limit);
  }

  @Override
  public CompletionStage<List<S>> of(String unit, String after, int limit) {
    return select(whose + " AND id > :after", Map.of("unit", unit, "after", after), limit);
  }

  private CompletionStage<List<S>> select(
      String condition, Map<String, Object> parameters, int limit) {
    return rows.select(
        "SELECT bureau, id, body FROM %s WHERE bureau = :bureau AND %s ORDER BY id"
            .formatted(rows.table(), condition),
        parameters,
        limit);
  }
}
