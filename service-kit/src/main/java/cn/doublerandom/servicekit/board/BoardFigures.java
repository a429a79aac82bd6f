package cn.doublerandom.servicekit.board;

import io.smallrye.mutiny.Uni;

/**
 * What a service shows on the board, for everybody who may see the board the same: it depends on
 * the bureau that asks and on the day alone.
 */
public interface BoardFigures {
  /** Of the bureau that asks. */
  Uni<BoardPart> on(BoardDay day);
}
