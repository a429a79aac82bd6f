package cn.doublerandom.registry.drawn;

import java.time.LocalDate;
import java.util.List;

/**
 * What draws made of a table's entries since it was taken: an undo leaves all of it as it is, for
 * frozen lists keep their own copies.
 *
 * @param count entries that were drawn
 * @param drawn the first of them, ascending, once for each draw
 * @param frozen draws whose lists are frozen and that have not drawn; which entries stand in them
 *     only the draw knows
 */
public record DrawnSince(int count, List<Drawn> drawn, List<Frozen> frozen) {
  /** Of tables of other registers. */
  public static final DrawnSince NONE = new DrawnSince(0, List.of(), List.of());

  public DrawnSince {
    drawn = List.copyOf(drawn);
    frozen = List.copyOf(frozen);
  }

  /** Whether there is nothing to be told. */
  public boolean isEmpty() {
    return drawn.isEmpty() && frozen.isEmpty();
  }

  /**
   * An entry that was drawn.
   *
   * @param on day on which that became known
   */
  public record Drawn(String subject, String drawId, LocalDate on) {}

  /**
   * A draw that waits.
   *
   * @param frameSize subjects in its frozen lists
   */
  public record Frozen(String drawId, long frameSize) {}
}
