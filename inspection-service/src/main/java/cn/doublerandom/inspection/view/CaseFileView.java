package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.archive.CaseFileDirectory;
import cn.doublerandom.inspection.archive.CaseFileSummary;
import cn.doublerandom.servicekit.view.Documents;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class CaseFileView implements CaseFileDirectory {
  private static final ObjectMapper JSON = EventCodec.mapper();

  /** A draw, its visits as they stand, what is open of them, and what became of its file. */
  private static final String PAGE =
      """
      SELECT coalesce(json_agg(t ORDER BY t."drawId" DESC), '[]')::text
      FROM (
        SELECT v.draw AS "drawId",
          count(*) FILTER (WHERE v.state <> 'CANCELLED') AS "visits",
          count(*) FILTER (WHERE v.state = 'RECORDED') AS "recorded",
          count(f.next_due) FILTER (WHERE v.state <> 'CANCELLED') AS "following",
          least(min(v.waits_on), min(f.next_due)) AS "nextDue",
          coalesce(min((c.body::jsonb ->> 'papers')::int), 0) AS "papers",
          min(c.body::jsonb ->> 'archivedOn') AS "archivedOn",
          min(c.body::jsonb -> 'seal' ->> 'keepUntil') AS "keepUntil"
        FROM visit_view AS v
        LEFT JOIN follow_up_view AS f ON f.bureau = v.bureau AND f.id = v.id
        LEFT JOIN case_file_view AS c ON c.bureau = v.bureau AND c.id = v.draw
        WHERE v.bureau = :bureau
          AND (CAST(:before AS TEXT) = '' OR v.draw < CAST(:before AS TEXT))
          AND (CAST(:everything AS TEXT) = '1'
            OR v.team @> to_jsonb(CAST(:account AS TEXT))
            OR (CAST(:unit AS TEXT) <> '' AND v.units @> to_jsonb(CAST(:unit AS TEXT))))
        GROUP BY v.draw
        ORDER BY v.draw DESC
        LIMIT CAST(:most AS INT)) AS t
      """;

  final Documents<CaseFileRow, CaseFileSummary> rows =
      new Documents<>(CaseFileRow.class, "case_file_view", CaseFileSummary.class);

  @Override
  public CompletionStage<List<Line>> page(Officer reader, String before, int limit) {
    if (!reader.isOfBureau()
        && SecondPerson.isNobody(reader.account())
        && SecondPerson.isNobody(reader.unit())) {
      return CompletableFuture.completedFuture(List.of());
    }
    return rows.value(
            PAGE,
            String.class,
            Map.of(
                "before",
                before,
                "everything",
                reader.isOfBureau() ? "1" : "",
                "account",
                reader.account(),
                "unit",
                reader.unit().strip(),
                "most",
                limit))
        .thenApply(CaseFileView::read);
  }

  private static List<Line> read(String json) {
    try {
      return List.of(JSON.readValue(json, Line[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("lines of case files", e);
    }
  }
}
