package cn.doublerandom.draw.drawing;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** What the public draws add to the fairness figures, kept as they happen. */
public interface FairnessFigures {
  /** By draw, void ones too. */
  CompletionStage<List<Fairness.OfDraw>> all(int limit);
}
