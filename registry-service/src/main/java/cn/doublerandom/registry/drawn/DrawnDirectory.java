package cn.doublerandom.registry.drawn;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The draws that hold. */
public interface DrawnDirectory {
  /**
   * Those of which it became known on a day or after it who was drawn, and those that are frozen
   * and of which nobody knows yet, by id.
   *
   * @param most more are refused: nothing is left out
   */
  CompletionStage<List<KnownDraw>> since(LocalDate day, int most);
}
