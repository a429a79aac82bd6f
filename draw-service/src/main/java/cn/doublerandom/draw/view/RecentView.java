package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Documents;
import cn.doublerandom.servicekit.waiting.Doing;
import cn.doublerandom.servicekit.waiting.RecentDirectory;
import cn.doublerandom.servicekit.waiting.RecentRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class RecentView implements RecentDirectory {
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
