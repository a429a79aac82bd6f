package cn.doublerandom.registry.view;

import cn.doublerandom.registry.drawn.DrawnDirectory;
import cn.doublerandom.registry.drawn.KnownDraw;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class KnownDrawView implements DrawnDirectory {
  private final Documents<KnownDrawRow, KnownDraw> rows =
      new Documents<>(KnownDrawRow.class, "known_draw_view", KnownDraw.class);

  @Override
  public CompletionStage<List<KnownDraw>> since(LocalDate day, int most) {
    return rows.allWhere("drawn >= ?1", day.toString(), most);
  }
}
