package cn.doublerandom.servicekit.waiting;

import cn.doublerandom.servicekit.view.Documents;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Reads what people did. */
public final class RecentRows implements RecentDirectory {
  /** Every service's table of what was done. */
  public static final String TABLE = "recent_view";

  private static final String LAST =
      "SELECT bureau, id, body FROM recent_view WHERE bureau = :bureau ORDER BY at_seq DESC, id";

  private static final String BY =
      """
      SELECT bureau, id, body FROM recent_view
      WHERE bureau = :bureau AND actor = :account ORDER BY at_seq DESC, id
      """;

  private final Documents<?, Doing> rows;

  public RecentRows(Documents<?, Doing> rows) {
    this.rows = rows;
  }

  @Override
  public CompletionStage<List<Doing>> by(String account, int most) {
    return rows.select(BY, Map.of("account", account), most);
  }

  @Override
  public CompletionStage<List<Doing>> last(int most) {
    return rows.select(LAST, Map.of(), most);
  }
}
