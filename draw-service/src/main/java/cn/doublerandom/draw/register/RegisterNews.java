package cn.doublerandom.draw.register;

import java.util.concurrent.CompletionStage;

/** How far the draw has heard the registry: who has just been cancelled must not be drawn. */
public interface RegisterNews {
  /**
   * Waits a moment until everything the registry had told by now is part of the {@link Register}.
   *
   * @param least ledger number of the registry that must have been heard; 0 where none is known
   */
  CompletionStage<Void> upToNow(long least);
}
