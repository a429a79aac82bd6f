package cn.doublerandom.registry.view;

import cn.doublerandom.registry.office.OfficeDirectory;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class OfficeView implements OfficeDirectory {
  final Documents<OfficeRow, Entry> rows =
      new Documents<>(OfficeRow.class, "office_view", Entry.class);

  @Override
  public CompletionStage<List<Entry>> page(String after, int limit) {
    return rows.page(after, limit);
  }
}
