package cn.doublerandom.registry.drawn;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draw as the draw told of it.
 *
 * @param frameSize subjects in scope when its lists were frozen
 * @param drawnOn day on which who was drawn became known; absent as long as its lists are frozen
 *     and nobody knows
 * @param selected all drawn subjects, ascending; none as long as nobody knows
 * @param isVoided whether it holds no more
 */
public record KnownDraw(
    String drawId,
    long frameSize,
    @Nullable LocalDate drawnOn,
    List<String> selected,
    boolean isVoided) {
  public KnownDraw {
    selected = List.copyOf(selected);
  }

  /** One whose lists are frozen. */
  public static KnownDraw frozen(String drawId, long frameSize) {
    return new KnownDraw(drawId, frameSize, null, List.of(), false);
  }

  /** The same once it is known who was drawn. */
  public KnownDraw drawn(LocalDate on, List<String> subjects) {
    return new KnownDraw(drawId, frameSize, on, subjects, isVoided);
  }

  /** The same once it holds no more. */
  public KnownDraw voided() {
    return new KnownDraw(drawId, frameSize, drawnOn, selected, true);
  }
}
