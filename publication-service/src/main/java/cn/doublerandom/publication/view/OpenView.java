package cn.doublerandom.publication.view;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.publication.application.OpenSource;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.ProgrammeNotice;
import cn.doublerandom.publication.opendata.OpenChange;
import cn.doublerandom.publication.opendata.RegisterTurn;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.view.Documents;
import cn.doublerandom.servicekit.view.OwnRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class OpenView implements OpenSource {
  private static final int MOST = 100_000;

  private static final String RESULTS =
      "SELECT r.bureau, r.id, r.body, r.draw_id, r.published, r.due_on FROM result_view r";

  private static final String PUBLISHED =
      RESULTS
          + """
           WHERE r.bureau = :bureau AND r.published AND r.counted_year = :year AND r.id > :after
          ORDER BY r.id
          """;

  private static final String UNPUBLISHED =
      RESULTS
          + """
           WHERE r.bureau = :bureau AND NOT r.published AND r.counted_year = :year
          ORDER BY r.id
          """;

  private static final String PUBLISHED_BESIDE =
      RESULTS
          + """
           WHERE r.bureau = :bureau AND r.published AND r.counted_year = :year
            AND r.subject_id IN (
              SELECT o.subject_id
              FROM result_view o
              WHERE o.bureau = :bureau AND NOT o.published AND o.counted_year = :year)
          ORDER BY r.id
          """;

  /** By the year of their plan, with which its number begins. */
  private static final String DRAWS =
      """
      SELECT d.bureau, d.id, d.body, d.drawn_on, d.teams_of
      FROM draw_notice_view d
      WHERE d.bureau = :bureau
        AND left(CAST(d.body AS jsonb) ->> 'planId', 4) = :year
        AND d.id > :after
      ORDER BY d.id
      """;

  private static final String CHANGED =
      """
      SELECT bureau, id, body
      FROM open_change_view
      WHERE bureau = :bureau AND at_seq > :after AND at_seq <= :until
      ORDER BY at_seq
      """;

  private static final String NEWEST =
      """
      SELECT bureau, id, body
      FROM open_change_view
      WHERE bureau = :bureau AND at_seq <= :until
      ORDER BY at_seq DESC
      """;

  final Documents<OpenChangeRow, OpenChange> changes =
      new Documents<>(OpenChangeRow.class, "open_change_view", OpenChange.class);
  private final Documents<ResultRow, ResultNotice> results =
      new Documents<>(ResultRow.class, "result_view", ResultNotice.class);
  private final Documents<DrawNoticeRow, DrawNotice> draws =
      new Documents<>(DrawNoticeRow.class, "draw_notice_view", DrawNotice.class);
  private final Documents<PlanNoticeRow, PlanNotice> plans =
      new Documents<>(PlanNoticeRow.class, "plan_notice_view", PlanNotice.class);
  private final Documents<ProgrammeNoticeRow, ProgrammeNotice> programmes =
      new Documents<>(ProgrammeNoticeRow.class, "programme_notice_view", ProgrammeNotice.class);

  @Inject Vitals vitals;

  private static String text(int year) {
    return "%04d".formatted(year);
  }

  @Override
  public CompletionStage<List<ResultNotice>> published(int year, String after, int limit) {
    return results.select(PUBLISHED, Map.of("year", text(year), "after", after), limit);
  }

  @Override
  public CompletionStage<List<ResultNotice>> unpublished(int year) {
    return results.select(UNPUBLISHED, Map.of("year", text(year)), MOST);
  }

  @Override
  public CompletionStage<List<ResultNotice>> publishedBeside(int year) {
    return results.select(PUBLISHED_BESIDE, Map.of("year", text(year)), MOST);
  }

  @Override
  public CompletionStage<List<DrawNotice>> draws(int year, String after, int limit) {
    return draws.select(DRAWS, Map.of("year", text(year), "after", after), limit);
  }

  @Override
  public CompletionStage<List<PlanNotice>> plans(int year) {
    return plans.allWhere("id like ?1", "%-" + text(year), MOST);
  }

  @Override
  public CompletionStage<List<RegisterTurn>> register(int year) {
    return OwnRows.read((session, own) ->
            session
                .createSelectionQuery(
                    "from SubjectTurnRow where bureau = ?1 order by id", SubjectTurnRow.class)
                .setParameter(1, own)
                .getResultList())
        .map(rows -> rows.stream().flatMap(row -> turn(row, year).stream()).toList())
        .subscribeAsCompletionStage();
  }

  /** See {@link NoticeBoard#turn} and {@link NoticeBoard#correction}. */
  static Optional<RegisterTurn> turn(SubjectTurnRow row, int year) {
    String kind = row.id.substring(row.id.indexOf(' ') + 1);
    if (row.id.equals(NoticeBoard.correction(year, kind, true))) {
      return told(RegisterTurn.What.ADDED, year, kind, row.counted);
    } else if (row.id.equals(NoticeBoard.correction(year, kind, false))) {
      return told(RegisterTurn.What.REMOVED, year, kind, row.counted);
    } else if (Character.isDigit(row.id.charAt(0))) {
      int from = Integer.parseInt(row.id.substring(0, 4));
      return from <= year
          ? told(RegisterTurn.What.TURN, from, kind, row.counted)
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<RegisterTurn> told(
      RegisterTurn.What what, int year, String kind, long number) {
    return number == 0 ? Optional.empty() : Optional.of(new RegisterTurn(what, year, kind, number));
  }

  /** Not before the notices themselves show what changed: who read on would miss it for ever. */
  @Override
  public CompletionStage<List<OpenChange>> changed(long after, int limit) {
    return changes.select(CHANGED, Map.of("after", after, "until", vitals.asOfSeq()), limit);
  }

  @Override
  public CompletionStage<List<OpenChange>> newest(int limit) {
    return changes.select(NEWEST, Map.of("until", vitals.asOfSeq()), limit);
  }

  @Override
  public CompletionStage<List<ResultNotice>> resultsOf(List<String> ids) {
    return results
        .among(ids)
        .thenApply(found -> found.stream().filter(r -> r.published() != null).toList());
  }

  @Override
  public CompletionStage<List<PlanNotice>> plansOf(List<String> keys) {
    return plans.among(keys);
  }

  @Override
  public CompletionStage<List<ProgrammeNotice>> programmesOf(List<String> ids) {
    return programmes.among(ids);
  }
}
