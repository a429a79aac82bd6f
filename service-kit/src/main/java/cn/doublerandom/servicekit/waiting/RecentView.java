package cn.doublerandom.servicekit.waiting;

import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What people did in a service. */
@ApplicationScoped
public class RecentView implements RecentDirectory {
  final Documents<RecentRow, Doing> rows =
      new Documents<>(RecentRow.class, RecentRows.TABLE, Doing.class);

  private final RecentRows read = new RecentRows(rows);

  @Override
  public CompletionStage<List<Doing>> by(String account, int most) {
    return read.by(account, most);
  }

  @Override
  public CompletionStage<List<Doing>> last(int most) {
    return read.last(most);
  }
}
