package cn.doublerandom.publication.view;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.publication.application.EndingBoard;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class EndingView implements EndingBoard {
  private static final String OVER =
      """
      SELECT bureau, id, body, draw_id, published, due_on
      FROM result_view
      WHERE bureau = :bureau
        AND public_until < :today
        AND CAST(body AS jsonb) #>> '{published,objected,openUntil}' IS NULL
      ORDER BY public_until, id
      """;

  private static final String DISCIPLINED =
      """
      SELECT bureau, id, body, draw_id, published, due_on
      FROM result_view
      WHERE bureau = :bureau
        AND published
        AND (CAST(body AS jsonb) #>> '{published,disciplineAskedBy}' IS NOT NULL
          OR jsonb_path_exists(
            CAST(body AS jsonb), '$.published.disciplines[*] ? (!(exists (@.ended.on)))'))
      ORDER BY id
      """;

  private final Documents<ResultRow, ResultNotice> results =
      new Documents<>(ResultRow.class, "result_view", ResultNotice.class);
  private final Vitals vitals;

  @Inject
  EndingView(Vitals vitals) {
    this.vitals = vitals;
  }

  @Override
  public CompletionStage<List<ResultNotice>> over(LocalDate today, int limit) {
    requireFilled();
    return results.select(OVER, Map.of("today", today.toString()), limit);
  }

  @Override
  public CompletionStage<List<ResultNotice>> disciplined(int limit) {
    requireFilled();
    return results.select(DISCIPLINED, Map.of(), limit);
  }

  /** Half of the rows: nothing ends twice, and what waits for an answer is not known yet. */
  private void requireFilled() {
    if (vitals.isFilling()) {
      throw new ProblemException(EdgeRejection.TEMPORARILY_UNAVAILABLE);
    }
  }
}
