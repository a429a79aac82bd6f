package cn.doublerandom.inspection.view;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.ReviewStep;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

@ApplicationScoped
class VisitView implements VisitDirectory {
  final Documents<VisitRow, VisitSummary> rows =
      new Documents<>(VisitRow.class, "visit_view", VisitSummary.class);

  private static final String FOUND =
      """
      FROM planned_visits(:account, :unit, :ofOfficer, :ofUnit, :ofState, :search, :dueBy, :notHeld, :byDay, :after, :most)
      WHERE bureau = :bureau
      """;

  private static final String RECORDED =
      """
      SELECT bureau, id, body, state, not_held FROM visit_view
      WHERE bureau = :bureau AND subject = :subject AND state = 'RECORDED' ORDER BY id DESC
      """;

  private static final String OF_SUBJECT =
      """
      SELECT bureau, id, body, state, not_held FROM visit_view
      WHERE bureau = :bureau AND subject = :subject ORDER BY id DESC
      """;

  private static final String IN_REVIEW =
      """
      SELECT bureau, id, body, state, not_held FROM visit_view
      WHERE bureau = :bureau AND next_review = :next AND id > :after ORDER BY id
      """;

  private static final String UNFOLLOWED =
      """
      SELECT bureau, id, body, state, not_held FROM visit_view AS v
      WHERE bureau = :bureau AND to_follow <> '[]' AND id > :after AND EXISTS (
        SELECT FROM jsonb_array_elements_text(v.to_follow) AS item
        WHERE NOT EXISTS (
          SELECT FROM follow_up_view AS f, jsonb_array_elements(f.body::jsonb -> 'all') AS opened
          WHERE f.bureau = v.bureau AND f.id = v.id AND opened ->> 'item' = item))
      ORDER BY id
      """;

  private static final String DAY_ASKED =
      """
      SELECT bureau, id, body, state, not_held FROM visit_view
      WHERE bureau = :bureau AND day_asked AND id > :after ORDER BY id
      """;

  private static final String ASKING =
      """
      SELECT bureau, id, body, state, not_held FROM visit_view
      WHERE bureau = :bureau AND expert_asked AND id > :after ORDER BY id
      """;

  private static final String GAPPED =
      """
      SELECT bureau, id, body, state, not_held FROM visit_view
      WHERE bureau = :bureau AND gaps_asked AND id > :after ORDER BY id
      """;

  private static final int MOST_OF_SUBJECT = 500;
  private static final int ALL = Integer.MAX_VALUE;

  private static final String WAITING =
      "FROM own_waiting_visits(:account, :unit, :late) WHERE bureau = :bureau";

  private static final String NEAR = WAITING + " AND state = 'FINISHED' AND waits_on >= :today";

  @Override
  public CompletionStage<List<VisitSummary>> found(Query query, int limit) {
    return isNobody(query.reader())
        ? CompletableFuture.completedFuture(List.of())
        : rows.select(
            "SELECT bureau, id, body, state, not_held " + FOUND + " ORDER BY place",
            asked(query, query.after(), limit),
            limit);
  }

  @Override
  public CompletionStage<Long> count(Query query) {
    return isNobody(query.reader())
        ? CompletableFuture.completedFuture(0L)
        : rows.value("SELECT count(*) " + FOUND, Long.class, asked(query, "", ALL));
  }

  /** Who is neither of the bureau nor anybody by account or unit reads nothing. */
  private static boolean isNobody(Officer reader) {
    return !reader.isOfBureau()
        && SecondPerson.isNobody(reader.account())
        && SecondPerson.isNobody(reader.unit());
  }

  private static Map<String, Object> asked(Query query, String after, int most) {
    boolean all = query.reader().isOfBureau();
    return Map.ofEntries(
        Map.entry("account", all ? "" : query.reader().account()),
        Map.entry("unit", all ? "" : query.reader().unit().strip()),
        Map.entry("ofOfficer", query.officer()),
        Map.entry("ofUnit", query.unit()),
        Map.entry("ofState", query.state()),
        Map.entry("search", query.search()),
        Map.entry("dueBy", query.dueBy()),
        Map.entry("notHeld", query.notHeld()),
        Map.entry("byDay", query.byDay()),
        Map.entry("after", after),
        Map.entry("most", most));
  }

  @Override
  public CompletionStage<List<VisitSummary>> recorded(String subject, int limit) {
    return rows.select(RECORDED, Map.of("subject", subject), MOST_OF_SUBJECT)
        .thenApply(found ->
            found.stream()
                .sorted(Comparator.comparing(VisitView::finished).reversed())
                .limit(limit)
                .toList());
  }

  @Override
  public CompletionStage<List<VisitSummary>> ofSubject(String subject) {
    return rows.select(OF_SUBJECT, Map.of("subject", subject), MOST_OF_SUBJECT);
  }

  private static LocalDate finished(VisitSummary visit) {
    return visit.finishedOn() == null ? LocalDate.MIN : visit.finishedOn();
  }

  @Override
  public CompletionStage<List<VisitSummary>> among(Collection<String> ids) {
    return rows.among(ids);
  }

  @Override
  public CompletionStage<Waiting> waiting(String account, int limit) {
    return waiting(WAITING, Map.of("account", account, "unit", "", "late", ""), limit);
  }

  @Override
  public CompletionStage<Waiting> late(Officer reader, LocalDate today, int limit) {
    return answeredFor(reader, WAITING, Map.of("late", today.toString()), limit);
  }

  @Override
  public CompletionStage<Waiting> near(Officer reader, LocalDate today, LocalDate last, int limit) {
    return answeredFor(
        reader,
        NEAR,
        Map.of("late", last.plusDays(1).toString(), "today", today.toString()),
        limit);
  }

  private CompletionStage<Waiting> answeredFor(
      Officer reader, String which, Map<String, Object> days, int limit) {
    String unit = reader.isOfBureau() ? "" : reader.unit().strip();
    if (!reader.isOfBureau() && SecondPerson.isNobody(unit)) {
      return CompletableFuture.completedFuture(new Waiting(List.of(), 0));
    }
    Map<String, Object> whose = new HashMap<>(days);
    whose.put("account", "");
    whose.put("unit", unit);
    return waiting(which, whose, limit);
  }

  private CompletionStage<Waiting> waiting(String which, Map<String, Object> whose, int limit) {
    return rows.select(
            "SELECT bureau, id, body, state, not_held " + which + " ORDER BY waits_on, id",
            whose,
            limit)
        .thenCompose(first ->
            rows.value("SELECT count(*) " + which, Long.class, whose)
                .thenApply(total -> new Waiting(first, total)));
  }

  @Override
  public CompletionStage<List<VisitSummary>> ofDraw(String drawId, int limit) {
    return rows.allWhere("id like ?1", drawId + "-%", limit)
        .thenApply(found -> found.stream().filter(v -> v.drawId().equals(drawId)).toList());
  }

  @Override
  public CompletionStage<List<VisitSummary>> ofTask(String task, int limit) {
    Pattern draws = Pattern.compile(BureauKey.PATTERN + "-" + Pattern.quote(task) + "-[0-9]+");
    return rows.allWhere("id like ?1", "%-" + task + "-%", limit)
        .thenApply(
            found -> found.stream().filter(v -> draws.matcher(v.drawId()).matches()).toList());
  }

  @Override
  public CompletionStage<List<VisitSummary>> open(String after, int limit) {
    return rows.where("state in ('FINISHED', 'IN_REVIEW') and id > ?1", after, limit);
  }

  @Override
  public CompletionStage<List<VisitSummary>> inReview(ReviewStep.By next, String after, int limit) {
    return rows.select(IN_REVIEW, Map.of("next", next.name(), "after", after), limit);
  }

  @Override
  public CompletionStage<List<VisitSummary>> unfollowed(String after, int limit) {
    return rows.select(UNFOLLOWED, Map.of("after", after), limit);
  }

  @Override
  public CompletionStage<List<VisitSummary>> dayAsked(String after, int limit) {
    return rows.select(DAY_ASKED, Map.of("after", after), limit);
  }

  @Override
  public CompletionStage<List<VisitSummary>> askingForExperts(String after, int limit) {
    return rows.select(ASKING, Map.of("after", after), limit);
  }

  @Override
  public CompletionStage<List<VisitSummary>> gapped(String after, int limit) {
    return rows.select(GAPPED, Map.of("after", after), limit);
  }
}
