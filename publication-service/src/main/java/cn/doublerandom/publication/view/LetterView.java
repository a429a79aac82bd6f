package cn.doublerandom.publication.view;

import cn.doublerandom.publication.letter.LetterBoard;
import cn.doublerandom.publication.letter.LetterFigures;
import cn.doublerandom.publication.letter.LetterLine;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class LetterView implements LetterBoard {
  private static final String ROWS =
      """
      FROM letter_view
      WHERE bureau = :bureau
        AND (:stage = '' OR stage = :stage)
      """;

  /** One row of five numbers. */
  private static final String FIGURES =
      """
      SELECT concat_ws(',',
        count(*),
        count(*) FILTER (WHERE answered <= due),
        count(*) FILTER (WHERE answered > due),
        count(*) FILTER (WHERE answered IS NULL),
        count(*) FILTER (WHERE answered IS NULL AND due < :today))
      FROM letter_view
      WHERE bureau = :bureau
        AND written >= :from
        AND written < :to
      """;

  final Documents<LetterRow, LetterLine> rows =
      new Documents<>(LetterRow.class, "letter_view", LetterLine.class);

  private static String named(Optional<LetterLine.Stage> stage) {
    return stage.map(LetterLine.Stage::name).orElse("");
  }

  @Override
  public CompletionStage<List<LetterLine>> found(
      Optional<LetterLine.Stage> stage, String after, int limit) {
    return rows.select(
        "SELECT bureau, id, body " + ROWS + " AND place > :after ORDER BY place",
        Map.of("stage", named(stage), "after", after),
        limit);
  }

  @Override
  public CompletionStage<Long> count(Optional<LetterLine.Stage> stage) {
    return rows.value("SELECT count(*) " + ROWS, Long.class, Map.of("stage", named(stage)));
  }

  @Override
  public CompletionStage<Long> waiting() {
    return rows.value(
        "SELECT count(*) FROM letter_view WHERE bureau = :bureau AND answered IS NULL",
        Long.class,
        Map.of());
  }

  @Override
  public CompletionStage<LetterFigures> figures(int year, LocalDate today) {
    return rows.value(
            FIGURES,
            String.class,
            Map.of(
                "today",
                today.toString(),
                "from",
                LocalDate.of(year, 1, 1).toString(),
                "to",
                LocalDate.of(year + 1, 1, 1).toString()))
        .thenApply(counted -> figures(year, counted.split(",", -1)));
  }

  private static LetterFigures figures(int year, String[] counted) {
    return new LetterFigures(
        year,
        Long.parseLong(counted[0]),
        Long.parseLong(counted[1]),
        Long.parseLong(counted[2]),
        Long.parseLong(counted[3]),
        Long.parseLong(counted[4]));
  }
}
