package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.drawing.TaskDraws;
import io.smallrye.mutiny.Uni;

/** A draw as the file a stranger takes home. */
public interface BundleFiles {
  /** Bundle, proof, checkpoint, verifiers and the page that explains them, in one zip. */
  Uni<byte[]> of(TaskDraws.Executed draw);
}
