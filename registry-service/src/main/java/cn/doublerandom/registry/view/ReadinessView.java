package cn.doublerandom.registry.view;

import cn.doublerandom.registry.readiness.Point;
import cn.doublerandom.registry.readiness.Readiness;
import cn.doublerandom.registry.readiness.ReadinessCounts;
import cn.doublerandom.servicekit.view.OwnRows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class ReadinessView implements ReadinessCounts {
  /** Every subject with what holds of it on the day. */
  private static final String STANDING =
      """
      subject_view AS s
        JOIN subject_period_view AS p ON p.subject = s.id AND p.bureau = s.bureau
          AND p.first_day <= greatest(:day, s.since) AND p.end_day > greatest(:day, s.since)
        WHERE s.bureau = :bureau AND NOT p.merged AND CAST(p.body AS JSONB) ->> 'status'\
      """;

  /** Nobody agreed to it yet, so that it is in no count but that of who waits. */
  private static final String UNCONFIRMED = "'UNCONFIRMED'";

  private static String table(Point.Directory directory) {
    return switch (directory) {
      case ITEMS ->
          "item_view WHERE bureau = :bureau AND CAST(body AS JSONB) ->> 'supersededBy' = ''";
      case SUBJECTS ->
          "(SELECT s.*, p.labels, p.risk_class FROM "
              + STANDING
              + " <> "
              + UNCONFIRMED
              + ") AS s WHERE TRUE";
      case INSPECTORS ->
          """
          inspector_view WHERE bureau = :bureau AND coalesce(
            (SELECT turn ->> 'value' FROM
               jsonb_array_elements(CAST(body AS JSONB) #> '{statuses,turns}') AS turn
             WHERE turn ->> 'from' <= :day ORDER BY turn ->> 'from' DESC LIMIT 1),
            CAST(body AS JSONB) #>> '{details,status}') = 'ACTIVE'\
          """;
      case EXPERTS ->
          """
          expert_view WHERE bureau = :bureau AND (CAST(body AS JSONB) ->> 'withdrawn' = ''
            OR CAST(body AS JSONB) ->> 'withdrawnFrom' > :day)\
          """;
    };
  }

  /** What is true of an entry that is not in order; the day stands for {@code :day}. */
  private static String fault(Point point) {
    return switch (point) {
      case ITEM_UNCLAIMED -> "CAST(body AS JSONB) ->> 'claimedBy' = ''";
      case ITEM_WITHOUT_CHECKLIST ->
          "CAST(body AS JSONB) ->> 'claimedBy' <> '' AND CAST(body AS JSONB) -> 'checklist' IS NULL";
      case SUBJECT_UNLABELLED -> "labels = '{}'";
      case SUBJECT_UNCLASSIFIED -> "kind = 'ENTERPRISE' AND risk_class = 'NONE'";
      case SUBJECT_LICENCE_EXPIRED ->
          "EXISTS (SELECT FROM jsonb_array_elements(coalesce("
              + "CAST(body AS JSONB) #> '{details,particulars,licences}', '[]')) AS licence"
              + " WHERE licence ->> 'validUntil' < :day)";
      case SUBJECT_UNCONFIRMED -> "TRUE";
      case SUBJECT_LOOK_ALIKE ->
          "kind <> 'PERSON' AND EXISTS (SELECT FROM subject_view AS other WHERE"
              + " other.bureau = s.bureau AND other.name = s.name"
              + " AND other.kind = s.kind AND other.id <> s.id AND NOT other.merged)";
      case INSPECTOR_CERTIFICATE_EXPIRED ->
          "greatest(CAST(body AS JSONB) #>> '{details,certificateValidUntil}', "
              + "CAST(body AS JSONB) #>> '{details,qualifications,provincialValidUntil}') < :day";
      case INSPECTOR_WITHOUT_SKILL -> "CAST(body AS JSONB) #> '{details,skills}' = '[]'";
      case EXPERT_ENTRUSTMENT_ENDED -> "CAST(body AS JSONB) #>> '{details,validUntil}' < :day";
    };
  }

  @Override
  public CompletionStage<Readiness> on(LocalDate day) {
    return OwnRows.read(
            (session, own) -> {
              var asked = new Asked(session, own, day);
              return entries(asked)
                  .flatMap(entries -> open(asked).map(open -> Readiness.of(day, entries, open)));
            })
        .subscribeAsCompletionStage();
  }

  private static Uni<Map<Point.Directory, Long>> entries(Asked asked) {
    Map<Point.Directory, Long> counts = new EnumMap<>(Point.Directory.class);
    return Multi.createFrom()
        .iterable(Arrays.asList(Point.Directory.values()))
        .onItem()
        .transformToUniAndConcatenate(directory ->
            count(asked, table(directory)).invoke(count -> counts.put(directory, count)))
        .collect()
        .last()
        .replaceWith(counts);
  }

  private static Uni<Map<Point, Long>> open(Asked asked) {
    Map<Point, Long> counts = new EnumMap<>(Point.class);
    return Multi.createFrom()
        .iterable(Arrays.asList(Point.values()))
        .onItem()
        .transformToUniAndConcatenate(
            point -> count(asked, where(point)).invoke(count -> counts.put(point, count)))
        .collect()
        .last()
        .replaceWith(counts);
  }

  private static String where(Point point) {
    return point == Point.SUBJECT_UNCONFIRMED
        ? "(SELECT s.id FROM " + STANDING + " = " + UNCONFIRMED + ") AS s WHERE TRUE"
        : table(point.directory()) + " AND (" + fault(point) + ")";
  }

  /** What is asked of which bureau's rows. */
  private record Asked(Mutiny.Session session, String bureau, LocalDate day) {
    <V> Mutiny.SelectionQuery<V> query(String sql, Class<V> of) {
      Mutiny.SelectionQuery<V> query = session.createNativeQuery(sql, of);
      query.setParameter("bureau", bureau);
      if (sql.contains(":day")) {
        query.setParameter("day", day.toString());
      }
      return query;
    }
  }

  private static Uni<Long> count(Asked asked, String from) {
    return asked.query("SELECT count(*) FROM " + from, Long.class).getSingleResult();
  }

  @Override
  public CompletionStage<List<String>> entries(
      Point point, LocalDate day, String after, int limit) {
    return OwnRows.read((session, own) ->
            new Asked(session, own, day)
                .query(
                    "SELECT id FROM " + where(point) + " AND id > :after ORDER BY id", String.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList())
        .subscribeAsCompletionStage();
  }
}
