package cn.doublerandom.registry.bureau;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The register of bureaus as it is read, whoever asks. */
public interface BureauDirectory {
  /**
   * One entry.
   *
   * @param details absent while the first entry of a bureau waits
   * @param closed why it is served no more; absent where it is
   * @param waits whether something waits for a second person
   */
  record Entry(
      String key, @Nullable BureauDetails details, @Nullable String closed, boolean waits) {
    /** What is registered, where something is. */
    public Optional<BureauDetails> registered() {
      return Optional.ofNullable(details);
    }
  }

  /** At most {@code limit} entries with a key after {@code after}, ascending. */
  CompletionStage<List<Entry>> page(String after, int limit);
}
