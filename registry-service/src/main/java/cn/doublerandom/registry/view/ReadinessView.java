package cn.doublerandom.registry.view;

import cn.doublerandom.registry.readiness.Point;
import cn.doublerandom.registry.readiness.Readiness;
import cn.doublerandom.registry.readiness.ReadinessCounts;
import io.quarkus.hibernate.reactive.panache.Panache;
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
  private static String table(Point.Directory directory) {
    return switch (directory) {
      case ITEMS -> "item_view WHERE CAST(body AS JSONB) ->> 'supersededBy' = ''";
      case SUBJECTS -> "subject_view AS s WHERE NOT merged";
      case INSPECTORS ->
          "inspector_view WHERE CAST(body AS JSONB) #>> '{details,status}' = 'ACTIVE'";
      case EXPERTS -> "expert_view WHERE CAST(body AS JSONB) ->> 'withdrawn' = ''";
    };
  }

  /** What is true of an entry that is not in order; the day stands for {@code :day}. */
  private static String fault(Point point) {
    return switch (point) {
      case ITEM_UNCLAIMED -> "CAST(body AS JSONB) ->> 'claimedBy' = ''";
      case ITEM_WITHOUT_CHECKLIST ->
          "CAST(body AS JSONB) ->> 'claimedBy' <> '' AND CAST(body AS JSONB) -> 'checklist' IS"
              + " NULL";
      case SUBJECT_UNLABELLED -> "CAST(body AS JSONB) #> '{details,labels}' = '[]'";
      case SUBJECT_UNCLASSIFIED ->
          "kind = 'ENTERPRISE' AND CAST(body AS JSONB) #>> '{details,creditRiskClass}' = 'NONE'";
      case SUBJECT_LICENCE_EXPIRED ->
          "EXISTS (SELECT FROM jsonb_array_elements(coalesce("
              + "CAST(body AS JSONB) #> '{details,particulars,licences}', '[]')) AS licence"
              + " WHERE licence ->> 'validUntil' < :day)";
      case SUBJECT_LOOK_ALIKE ->
          "kind <> 'PERSON' AND EXISTS (SELECT FROM subject_view AS other WHERE other.name = s.name"
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
    return Panache.withSession(() ->
            Panache.getSession()
                .flatMap(session ->
                    entries(session)
                        .flatMap(entries ->
                            open(session, day).map(open -> Readiness.of(day, entries, open)))))
        .subscribeAsCompletionStage();
  }

  private static Uni<Map<Point.Directory, Long>> entries(Mutiny.Session session) {
    Map<Point.Directory, Long> counts = new EnumMap<>(Point.Directory.class);
    return Multi.createFrom()
        .iterable(Arrays.asList(Point.Directory.values()))
        .onItem()
        .transformToUniAndConcatenate(directory ->
            session
                .createNativeQuery("SELECT count(*) FROM " + table(directory), Long.class)
                .getSingleResult()
                .invoke(count -> counts.put(directory, count)))
        .collect()
        .last()
        .replaceWith(counts);
  }

  private static Uni<Map<Point, Long>> open(Mutiny.Session session, LocalDate day) {
    Map<Point, Long> counts = new EnumMap<>(Point.class);
    return Multi.createFrom()
        .iterable(Arrays.asList(Point.values()))
        .onItem()
        .transformToUniAndConcatenate(point -> {
          var query = session.createNativeQuery("SELECT count(*) FROM " + where(point), Long.class);
          if (asksForDay(point)) {
            query.setParameter("day", day.toString());
          }
          return query.getSingleResult().invoke(count -> counts.put(point, count));
        })
        .collect()
        .last()
        .replaceWith(counts);
  }

  private static String where(Point point) {
    return table(point.directory()) + " AND (" + fault(point) + ")";
  }

  private static boolean asksForDay(Point point) {
    return fault(point).contains(":day");
  }

  @Override
  public CompletionStage<List<String>> entries(
      Point point, LocalDate day, String after, int limit) {
    return Panache.withSession(() ->
            Panache.getSession()
                .flatMap(session -> {
                  var query =
                      session.createNativeQuery(
                          "SELECT id FROM " + where(point) + " AND id > :after ORDER BY id",
                          String.class);
                  query.setParameter("after", after);
                  if (asksForDay(point)) {
                    query.setParameter("day", day.toString());
                  }
                  return query.setMaxResults(limit).getResultList();
                }))
        .subscribeAsCompletionStage();
  }
}
