package cn.doublerandom.publication.view;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.publication.application.ToldBoard;
import cn.doublerandom.publication.application.ToldNotice;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class ToldResultView implements ToldBoard {
  private static final String LINES =
      """
      SELECT coalesce(string_agg(key || ' ' || hash || chr(10), '' ORDER BY key COLLATE "C"), '')
      FROM told_result_view
      WHERE bureau = :bureau
        AND hash IS NOT NULL
      """;

  private static final String UNTOLD =
      """
      SELECT bureau, id, body, draw_id, published, due_on
      FROM result_view
      WHERE bureau = :bureau
        AND published
        AND NOT EXISTS (
          SELECT 1 FROM told_result_view told
          WHERE told.bureau = result_view.bureau AND told.id = result_view.id)
      ORDER BY id
      """;

  final Documents<ToldResultRow, ToldNotice> rows =
      new Documents<>(ToldResultRow.class, "told_result_view", ToldNotice.class);
  private final Documents<ResultRow, ResultNotice> results =
      new Documents<>(ResultRow.class, "result_view", ResultNotice.class);

  /** Not by the constructor: who folds into the table reads it from the bean's proxy. */
  @Inject Vitals vitals;

  @Override
  public CompletionStage<String> lines() {
    requireFilled();
    return rows.value(LINES, String.class, Map.of());
  }

  @Override
  public CompletionStage<List<ResultNotice>> untold(int limit) {
    requireFilled();
    return results.select(UNTOLD, Map.of(), limit);
  }

  /** Half of the notices have no hash that anybody could compare. */
  private void requireFilled() {
    if (vitals.isFilling()) {
      throw new ProblemException(EdgeRejection.TEMPORARILY_UNAVAILABLE);
    }
  }
}
