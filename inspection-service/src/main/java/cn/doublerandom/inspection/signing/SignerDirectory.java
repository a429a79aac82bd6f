package cn.doublerandom.inspection.signing;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** All accounts that enrolled a key at any time. */
public interface SignerDirectory {
  /** When keys last signed, of those that ever did. */
  CompletionStage<List<KeyUse>> uses(Collection<String> keyIds);

  /** By account. */
  CompletionStage<List<SignerLine>> page(String after, int limit);
}
