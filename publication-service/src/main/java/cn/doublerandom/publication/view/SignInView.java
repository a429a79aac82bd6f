package cn.doublerandom.publication.view;

import cn.doublerandom.publication.signin.SignIn;
import cn.doublerandom.publication.signin.SignIns;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class SignInView implements SignIns {
  /** Before and behind every place there is. */
  private static final String BEHIND_ALL = "~";

  private static final String ROWS =
      """
      FROM sign_in_view
      WHERE bureau = :bureau
        AND place >= :from
        AND place < :to
        AND (:account = '' OR account = :account)
        AND (:what = '' OR what = :what)
      """;

  final Documents<SignInRow, SignIn> rows =
      new Documents<>(SignInRow.class, "sign_in_view", SignIn.class);

  @Override
  public CompletionStage<List<SignIn>> found(Query query, String after, int limit) {
    Map<String, Object> parameters = parameters(query);
    parameters.put("after", after.isEmpty() ? BEHIND_ALL : after);
    return rows.select(
        "SELECT bureau, id, body " + ROWS + " AND place < :after ORDER BY place DESC",
        parameters,
        limit);
  }

  @Override
  public CompletionStage<Long> count(Query query) {
    return rows.value(
        "SELECT count(*) FROM (SELECT 1 " + ROWS + " LIMIT " + MOST_COUNTED + ") AS counted",
        Long.class,
        parameters(query));
  }

  private static Map<String, Object> parameters(Query query) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("from", query.from().map(SignInView::begin).orElse(""));
    parameters.put("to", query.to().map(day -> begin(day.plusDays(1))).orElse(BEHIND_ALL));
    parameters.put("account", query.account());
    parameters.put("what", query.what().map(SignIn.What::name).orElse(""));
    return parameters;
  }

  /** The first place of a day in Shanghai. */
  private static String begin(LocalDate day) {
    return day.atStartOfDay(BusinessClock.SHANGHAI).toInstant().toString();
  }
}
