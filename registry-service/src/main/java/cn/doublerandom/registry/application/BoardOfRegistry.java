package cn.doublerandom.registry.application;

import cn.doublerandom.registry.readiness.ReadinessCounts;
import cn.doublerandom.servicekit.board.BoardDay;
import cn.doublerandom.servicekit.board.BoardFigures;
import cn.doublerandom.servicekit.board.BoardGroup;
import cn.doublerandom.servicekit.board.BoardPart;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What the registers show on the board: how far they are from being in order. */
@ApplicationScoped
public class BoardOfRegistry implements BoardFigures {
  private final ReadinessCounts counts;

  @Inject
  BoardOfRegistry(ReadinessCounts counts) {
    this.counts = counts;
  }

  @Override
  public Uni<BoardPart> on(BoardDay day) {
    return Uni.createFrom()
        .completionStage(() -> counts.on(day.today()))
        .map(readiness ->
            BoardPart.of(BoardGroup.DEADLINES, List.of(YearOfRegistry.figure(readiness))));
  }
}
