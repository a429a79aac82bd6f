package cn.doublerandom.registry.view;

import cn.doublerandom.registry.readiness.Point;
import cn.doublerandom.registry.readiness.Readiness;
import cn.doublerandom.registry.readiness.ReadinessCounts;
import cn.doublerandom.servicekit.view.AtPosition;
import cn.doublerandom.servicekit.view.OwnRows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class ReadinessView implements ReadinessCounts {
  /** Every subject with what holds of it on the day. */
  private static final String STANDING =
      """
      (SELECT s.id, s.bureau, s.name, s.name_key, s.kind, s.merged, s.licensed_until,
          p.labels, p.risk_class, p.status
        FROM subject_view AS s JOIN subject_period_view AS p
          ON p.subject = s.id AND p.bureau = s.bureau
          AND p.first_day <= greatest(:day, s.since) AND p.end_day > greatest(:day, s.since)
        WHERE s.bureau = :bureau AND NOT p.merged) AS s\
      """;

  /** Whether another person is to agree to the entry: he who declined it need not any more. */
  private static final String WAITS =
      """
      s.id IN (SELECT asked.id FROM subject_view AS asked WHERE asked.bureau = :bureau
        AND asked.status_asked)\
      """;

  /** Days and points asked for lately. */
  private static final int MOST_KEPT = 64;

  private final AtPosition<LocalDate, Readiness> counted = new AtPosition<>(MOST_KEPT);

  private static String table(Point.Directory directory) {
    return switch (directory) {
      case ITEMS -> "item_view";
      case SUBJECTS -> STANDING;
      case INSPECTORS -> "inspector_view";
      case EXPERTS -> "expert_view";
    };
  }

  /** What is true of the entries that count; nobody agreed yet to those that are unconfirmed. */
  private static String counts(Point.Directory directory) {
    return "bureau = :bureau AND "
        + switch (directory) {
          case ITEMS -> "CAST(body AS JSONB) ->> 'supersededBy' = ''";
          case SUBJECTS -> "status <> 'UNCONFIRMED'";
          case INSPECTORS ->
              """
              coalesce(
                (SELECT turn ->> 'value' FROM
                   jsonb_array_elements(CAST(body AS JSONB) #> '{statuses,turns}') AS turn
                 WHERE turn ->> 'from' <= :day ORDER BY turn ->> 'from' DESC LIMIT 1),
                CAST(body AS JSONB) #>> '{details,status}') = 'ACTIVE'\
              """;
          case EXPERTS ->
              """
              (CAST(body AS JSONB) ->> 'withdrawn' = ''
                OR CAST(body AS JSONB) ->> 'withdrawnFrom' > :day)\
              """;
        };
  }

  /** What is true of an entry that is not in order; the day stands for {@code :day}. */
  private static String fault(Point point) {
    return switch (point) {
      case ITEM_UNCLAIMED -> "CAST(body AS JSONB) ->> 'claimedBy' = ''";
      case ITEM_WITHOUT_CHECKLIST ->
          "CAST(body AS JSONB) ->> 'claimedBy' <> '' AND CAST(body AS JSONB) -> 'checklist' IS"
              + " NULL";
      case SUBJECT_UNLABELLED -> "labels = '{}'";
      case SUBJECT_UNCLASSIFIED -> "kind = 'ENTERPRISE' AND risk_class = 'NONE'";
      case SUBJECT_LICENCE_EXPIRED -> "licensed_until < :day";
      case SUBJECT_UNCONFIRMED -> "TRUE";
      case SUBJECT_LOOK_ALIKE -> LookAlikes.ONE;
      case INSPECTOR_CERTIFICATE_EXPIRED ->
          "greatest(CAST(body AS JSONB) #>> '{details,certificateValidUntil}', "
              + "CAST(body AS JSONB) #>> '{details,qualifications,provincialValidUntil}') < :day";
      case INSPECTOR_WITHOUT_SKILL -> "CAST(body AS JSONB) #> '{details,skills}' = '[]'";
      case EXPERT_ENTRUSTMENT_ENDED -> "CAST(body AS JSONB) #>> '{details,validUntil}' < :day";
    };
  }

  private static String where(Point point) {
    return point == Point.SUBJECT_UNCONFIRMED
        ? "bureau = :bureau AND status = 'UNCONFIRMED' AND " + WAITS
        : counts(point.directory()) + " AND (" + fault(point) + ")";
  }

  @Override
  public CompletionStage<Readiness> on(LocalDate day) {
    return counted
        .of(
            day,
            () ->
                Uni.combine()
                    .all()
                    .unis(counts(day, ENTRIES), counts(day, LookAlikes.ALL))
                    .usingConcurrencyOf(1)
                    .with((entries, names) ->
                        readiness(day, Stream.of(entries, names).flatMap(List::stream).toList())))
        .subscribeAsCompletionStage();
  }

  private static Uni<List<Object[]>> counts(LocalDate day, String sql) {
    return OwnRows.read(
        (session, own) -> new Asked(session, own, day).query(sql, Object[].class).getResultList());
  }

  /** Each directory is gone through once, whatever is asked of its entries; names by themselves. */
  private static final String ENTRIES =
      Arrays.stream(Point.Directory.values())
          .map(ReadinessView::counting)
          .collect(Collectors.joining(" UNION ALL "));

  private static String counting(Point.Directory directory) {
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put(directory.name(), counts(directory));
    points(directory)
        .filter(point -> point != Point.SUBJECT_LOOK_ALIKE)
        .forEach(point -> wanted.put(point.name(), where(point)));
    List<String> sums = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    wanted.forEach((name, condition) -> {
      sums.add("count(*) FILTER (WHERE %s) AS n%d".formatted(condition, sums.size()));
      rows.add("('%s', n%d)".formatted(name, rows.size()));
    });
    return "SELECT one.name, one.entries FROM (SELECT %s FROM %s WHERE bureau = :bureau) AS sums CROSS JOIN LATERAL (VALUES %s) AS one(name, entries)"
        .formatted(String.join(", ", sums), table(directory), String.join(", ", rows));
  }

  private static Stream<Point> points(Point.Directory directory) {
    return Arrays.stream(Point.values()).filter(point -> point.directory() == directory);
  }

  private static Readiness readiness(LocalDate day, List<Object[]> rows) {
    Map<String, Long> counts = new HashMap<>();
    rows.forEach(row -> counts.put((String) row[0], ((Number) row[1]).longValue()));
    Map<Point.Directory, Long> entries = new EnumMap<>(Point.Directory.class);
    Map<Point, Long> open = new EnumMap<>(Point.class);
    for (Point.Directory directory : Point.Directory.values()) {
      entries.put(directory, counts.getOrDefault(directory.name(), 0L));
    }
    for (Point point : Point.values()) {
      open.put(point, counts.getOrDefault(point.name(), 0L));
    }
    return Readiness.of(day, entries, open);
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

  @Override
  public CompletionStage<List<String>> entries(
      Point point, LocalDate day, String after, int limit) {
    return OwnRows.read((session, own) ->
            new Asked(session, own, day)
                .query(
                    "SELECT id FROM %s WHERE %s AND id > :after ORDER BY id"
                        .formatted(table(point.directory()), where(point)),
                    String.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList())
        .subscribeAsCompletionStage();
  }
}
