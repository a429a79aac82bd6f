package cn.doublerandom.inspection.signing;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** All accounts that enrolled a key at any time. */
public interface SignerDirectory {
  /** By account. */
  CompletionStage<List<SignerLine>> page(String after, int limit);
}
