package cn.doublerandom.registry.view;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.registry.subject.Period;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.servicekit.text.CodeText;
import cn.doublerandom.servicekit.text.SearchKey;
import cn.doublerandom.servicekit.view.AtPosition;
import cn.doublerandom.servicekit.view.Documents;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

@ApplicationScoped
class SubjectView implements SubjectDirectory {
  private static final int MOST_PERIODS = 2_000;

  /** Names looked at one after the other before the index is asked. */
  private static final int LOOKED_AHEAD = 20_000;

  /** What nobody writes but in a code: eight or more digits and capital letters. */
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{8,}|[^\\p{IsHan}]*-[^\\p{IsHan}]*");

  /** Questions of the last readers. */
  private static final int MOST_COUNTS = 64;

  private final AtPosition<Query, Long> counts = new AtPosition<>(MOST_COUNTS);

  final Documents<SubjectRow, Entry> rows =
      new Documents<>(SubjectRow.class, "subject_view", Entry.class);
  final Documents<PeriodRow, Period> periods =
      new Documents<>(PeriodRow.class, "subject_period_view", Period.class);

  @Override
  public CompletionStage<List<Entry>> page(String after, int limit) {
    return rows.page(after, limit);
  }

  @Override
  public CompletionStage<Optional<Entry>> find(String id) {
    return rows.find(id);
  }

  @Override
  public CompletionStage<List<Entry>> among(Collection<String> ids) {
    return rows.among(ids);
  }

  @Override
  public CompletionStage<List<Entry>> search(String fragment, String after, int limit) {
    String code = code(fragment);
    if (CODE.matcher(code).matches()) {
      char last = code.charAt(code.length() - 1);
      return rows.select(
          """
          SELECT bureau, id, body FROM subject_view
          WHERE bureau = :bureau AND id ~>=~ :code AND id ~<~ :beyond AND id ~>~ :after ORDER BY id USING ~<~
          """,
          Map.of(
              "code", code,
              "beyond", code.substring(0, code.length() - 1) + (char) (last + 1),
              "after", after),
          limit);
    }
    // A common fragment is met soon on the way along the ids; a rare one the index of pairs finds.
    return rows.select(
            """
            WITH ahead AS MATERIALIZED (
              SELECT id, name_key FROM subject_view
              WHERE bureau = :bureau AND id > :after ORDER BY id LIMIT :ahead)
            SELECT v.bureau, v.id, v.body FROM (
              SELECT id FROM ahead WHERE position(name_key(:fragment) IN name_key) > 0
              ORDER BY id LIMIT :most) AS met JOIN subject_view AS v USING (id)
            WHERE v.bureau = :bureau ORDER BY v.id
            """,
            Map.of("fragment", fragment, "after", after, "ahead", LOOKED_AHEAD, "most", limit),
            limit)
        .thenCompose(met ->
            met.size() == limit
                ? CompletableFuture.completedStage(met)
                : rows.select(
                    """
                    SELECT bureau, id, body FROM own_subjects_named(:fragment, :after, :most)
                    WHERE bureau = :bureau ORDER BY id
                    """,
                    Map.of("fragment", fragment, "after", after, "most", limit),
                    limit));
  }

  @Override
  public CompletionStage<List<Entry>> found(Query query, Place after, int limit) {
    return SubjectQueries.found(rows, query, after, code(query.text()), limit);
  }

  @Override
  public CompletionStage<Long> count(Query query) {
    return counts
        .of(
            query.inOrder(Order.BY_ID),
            () ->
                Uni.createFrom()
                    .completionStage(
                        () -> SubjectQueries.count(periods, query, code(query.text()))))
        .subscribeAsCompletionStage();
  }

  /** Codes are narrow and in capitals; what has no digit may be a name in small letters. */
  private static String code(String fragment) {
    String meant = CodeText.meant(fragment);
    boolean hasDigit = meant.chars().anyMatch(c -> c >= '0' && c <= '9');
    return hasDigit && meant.indexOf('-') < 0 ? meant.toUpperCase(Locale.ROOT) : meant;
  }

  /** The text with the wildcards of LIKE taken as they are. */
  static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  @Override
  public CompletionStage<List<Entry>> linkedTo(String id, String after, int limit) {
    return rows.select(
        """
        SELECT bureau, id, body FROM own_subjects_tied(:id, :after, :most)
        WHERE bureau = :bureau ORDER BY id
        """,
        Map.of("id", id, "after", after, "most", limit),
        limit);
  }

  @Override
  public CompletionStage<InScope> inScope(Scope scope, String after, int limit) {
    Map<String, Object> parameters = new HashMap<>();
    String where = where(scope, parameters);
    Map<String, Object> paged = new HashMap<>(parameters);
    paged.put("after", after);
    return periods
        .value("SELECT count(*) FROM subject_period_view WHERE " + where, Long.class, parameters)
        .thenCompose(count ->
            periods
                .select(
                    "SELECT bureau, id, body FROM subject_period_view WHERE "
                        + where
                        + " AND subject > :after ORDER BY subject",
                    paged,
                    limit)
                .thenApply(
                    found -> new InScope(count, found.stream().map(Period::subject).toList())));
  }

  private static String where(Scope scope, Map<String, Object> parameters) {
    List<String> conditions = new ArrayList<>();
    conditions.add("bureau = :bureau AND in_scope AND first_day <= :day AND end_day > :day");
    parameters.put("day", scope.on().toString());
    scope
        .kind()
        .ifPresent(kind -> {
          conditions.add("kind = :kind");
          parameters.put("kind", kind.name());
        });
    if (!scope.labels().isEmpty()) {
      conditions.add("labels @> CAST(:labels AS TEXT[])");
      parameters.put("labels", scope.labels().toArray(String[]::new));
    }
    if (!scope.riskClasses().isEmpty()) {
      conditions.add("risk_class = ANY (CAST(:risk AS TEXT[]))");
      parameters.put("risk", scope.riskClasses().stream().map(Enum::name).toArray(String[]::new));
    }
    if (!scope.region().isEmpty()) {
      conditions.add("region LIKE :region");
      parameters.put("region", literal(scope.region()) + "%");
    }
    if (!scope.industry().isEmpty()) {
      conditions.add("industry LIKE :industry");
      parameters.put("industry", literal(scope.industry()) + "%");
    }
    if (!scope.keyField().isEmpty()) {
      conditions.add("key_field = :keyField");
      parameters.put("keyField", scope.keyField());
    }
    return String.join(" AND ", conditions);
  }

  @Override
  public CompletionStage<List<Entry>> changedAfter(long seq, int limit) {
    return changedAfter(rows, seq, limit);
  }

  @Override
  public CompletionStage<List<Entry>> changedAfter(BureauKey bureau, long seq, int limit) {
    return changedAfter(rows.of(bureau), seq, limit);
  }

  private static CompletionStage<List<Entry>> changedAfter(
      Documents<SubjectRow, Entry> of, long seq, int limit) {
    return of.select(
        "SELECT bureau, id, body FROM subject_view WHERE bureau = :bureau AND changed_seq > :seq"
            + " ORDER BY changed_seq",
        Map.of("seq", seq),
        limit);
  }

  @Override
  public CompletionStage<List<Entry>> statusAsked(String batch, String after, int limit) {
    return rows.select(
        """
        SELECT bureau, id, body FROM subject_view
        WHERE bureau = :bureau AND status_asked
          AND (:batch = '' OR CAST(body AS jsonb) #>> '{statusAsked,batch}' = :batch)
          AND id > :after
        ORDER BY id
        """,
        Map.of("batch", batch, "after", after),
        limit);
  }

  @Override
  public CompletionStage<List<Period>> periods(String id) {
    return periods.select(
        "SELECT bureau, id, body FROM subject_period_view WHERE bureau = :bureau"
            + " AND subject = :id AND first_day < end_day ORDER BY first_day",
        Map.of("id", id),
        MOST_PERIODS);
  }

  @Override
  public CompletionStage<List<List<String>>> lookAlikes(int limit) {
    return rows.select(
            """
            SELECT v.bureau, v.id, v.body FROM subject_view AS v JOIN (
              SELECT name_key, kind FROM subject_view
              WHERE bureau = :bureau AND NOT merged AND kind <> 'PERSON'
              GROUP BY name_key, kind HAVING count(*) > 1 ORDER BY name_key LIMIT :groups) AS twice
            USING (name_key, kind) WHERE v.bureau = :bureau AND NOT v.merged ORDER BY v.name_key, v.id
            """,
            Map.of("groups", limit),
            10 * limit)
        .thenApply(SubjectView::grouped);
  }

  @Override
  public CompletionStage<List<Entry>> named(List<String> names, int limit) {
    return rows.select(
        """
        SELECT v.bureau, v.id, v.body FROM subject_view AS v
        WHERE v.bureau = :bureau AND NOT v.merged AND v.kind <> 'PERSON' AND v.name_key = ANY (ARRAY(
          SELECT name_key(n) FROM jsonb_array_elements_text(CAST(CAST(:names AS text) AS jsonb)) AS n))
        ORDER BY v.id
        """,
        Map.of("names", Json.encode(names)),
        limit);
  }

  private static List<List<String>> grouped(List<Entry> entries) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    entries.forEach(e ->
        groups
            .computeIfAbsent(
                e.details().kind() + " " + SearchKey.of(e.details().name()), k -> new ArrayList<>())
            .add(e.details().id()));
    return List.copyOf(groups.values());
  }
}
