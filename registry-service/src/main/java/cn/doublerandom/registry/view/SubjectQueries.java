package cn.doublerandom.registry.view;

import cn.doublerandom.registry.subject.Period;
import cn.doublerandom.registry.subject.SubjectDirectory.Entry;
import cn.doublerandom.registry.subject.SubjectDirectory.Order;
import cn.doublerandom.registry.subject.SubjectDirectory.Place;
import cn.doublerandom.registry.subject.SubjectDirectory.Query;
import cn.doublerandom.servicekit.view.Documents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** What an officer looks for in the register, as it stood on a day: one row an entry. */
final class SubjectQueries {
  private static final String JOINED =
      """
      FROM subject_view AS v JOIN subject_period_view AS p ON p.subject = v.id
      WHERE v.bureau = :bureau AND p.bureau = :bureau AND p.first_day <= :day AND p.end_day > :day
      """;

  private SubjectQueries() {}

  static CompletionStage<List<Entry>> found(
      Documents<SubjectRow, Entry> rows, Query query, Place after, String code, int limit) {
    Map<String, Object> parameters = new HashMap<>();
    // Who stands on the page is found in the indexes; the documents of those few alone are read.
    String sql =
        "SELECT v.bureau, v.id, v.body FROM (SELECT v.id "
            + JOINED
            + conditions(query, code, parameters)
            + after(query.order(), after, parameters)
            + order(query.order())
            + " LIMIT :most) AS met JOIN subject_view AS v USING (id) WHERE v.bureau = :bureau"
            + order(query.order());
    parameters.put("most", limit);
    return rows.select(sql, parameters, limit);
  }

  static CompletionStage<Long> count(
      Documents<PeriodRow, Period> periods, Query query, String code) {
    Map<String, Object> parameters = new HashMap<>();
    String where = conditions(query, code, parameters);
    String sql =
        query.text().isEmpty()
            ? "SELECT count(*) FROM subject_period_view AS p WHERE p.bureau = :bureau"
                + " AND p.first_day <= :day AND p.end_day > :day"
            : "SELECT count(*) " + JOINED;
    return periods.value(sql + where, Long.class, parameters);
  }

  private static String conditions(Query query, String code, Map<String, Object> parameters) {
    List<String> conditions = new ArrayList<>();
    parameters.put("day", query.on().toString());
    query
        .kind()
        .ifPresent(kind -> {
          conditions.add(" AND p.kind = :kind");
          parameters.put("kind", kind.name());
        });
    query
        .status()
        .ifPresent(status -> {
          conditions.add(" AND p.status = :status");
          parameters.put("status", status.name());
        });
    if (!query.label().isEmpty()) {
      conditions.add(" AND p.labels @> CAST(:labels AS TEXT[])");
      parameters.put("labels", new String[] {query.label()});
    }
    query
        .riskClass()
        .ifPresent(risk -> {
          conditions.add(" AND p.risk_class = :risk");
          parameters.put("risk", risk.name());
        });
    if (!query.region().isEmpty()) {
      conditions.add(" AND p.region LIKE :region");
      parameters.put("region", SubjectView.literal(query.region()) + "%");
    }
    if (!query.text().isEmpty()) {
      conditions.add(" AND (v.id LIKE :code OR position(name_key(:fragment) IN v.name_key) > 0)");
      parameters.put("code", SubjectView.literal(code) + "%");
      parameters.put("fragment", query.text());
    }
    return String.join("", conditions);
  }

  private static String after(Order order, Place after, Map<String, Object> parameters) {
    if (after.id().isEmpty()) {
      return "";
    }
    parameters.put("id", after.id());
    if (order == Order.BY_NAME || order == Order.BY_NAME_DESCENDING) {
      parameters.put("name", after.name());
    }
    return switch (order) {
      case BY_ID -> " AND v.id > :id";
      case BY_ID_DESCENDING -> " AND v.id < :id";
      case BY_NAME -> " AND (v.name_key, v.id) > (name_key(:name), :id)";
      case BY_NAME_DESCENDING -> " AND (v.name_key, v.id) < (name_key(:name), :id)";
    };
  }

  private static String order(Order order) {
    return switch (order) {
      case BY_ID -> " ORDER BY v.id";
      case BY_ID_DESCENDING -> " ORDER BY v.id DESC";
      case BY_NAME -> " ORDER BY v.name_key, v.id";
      case BY_NAME_DESCENDING -> " ORDER BY v.name_key DESC, v.id DESC";
    };
  }
}
