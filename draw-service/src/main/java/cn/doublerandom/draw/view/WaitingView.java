package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Documents;
import cn.doublerandom.servicekit.waiting.PendingDirectory;
import cn.doublerandom.servicekit.waiting.PendingFold;
import cn.doublerandom.servicekit.waiting.PendingGroup;
import cn.doublerandom.servicekit.waiting.PendingRows;
import cn.doublerandom.servicekit.waiting.ToldGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class WaitingView implements PendingDirectory {
  final Documents<WaitingRow, PendingFold.Row> rows =
      new Documents<>(WaitingRow.class, PendingRows.TABLE, PendingFold.Row.class);

  private final PendingRows groups = new PendingRows(WaitingRow.class);

  @Override
  public CompletionStage<List<PendingGroup>> on(LocalDate today, Collection<String> kinds) {
    return groups.on(today, kinds);
  }

  @Override
  public CompletionStage<List<ToldGroup>> told(String account, LocalDate since, int most) {
    return groups.told(account, since, most);
  }
}
