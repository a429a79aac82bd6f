package cn.doublerandom.eventstore;

import java.util.Optional;

/**
 * What makes a repeated request the same request.
 *
 * @param key the client's Idempotency-Key, scoped by account and target
 * @param requestHash hash of the request, so that another request under the same key is refused
 * @param olderHash the hash an older ledger remembers of the same request, which covered less of it
 */
public record CommandKey(String key, String requestHash, Optional<String> olderHash) {
  public CommandKey(String key, String requestHash) {
    this(key, requestHash, Optional.empty());
  }

  /** The same under the name it is stored by. */
  CommandKey named(String stored) {
    return new CommandKey(stored, requestHash, olderHash);
  }

  /** What a request is under a key that was used, by the hash remembered then. */
  public AppendOutcome after(String remembered) {
    return remembered.equals(requestHash) || olderHash.filter(remembered::equals).isPresent()
        ? AppendOutcome.DUPLICATE
        : AppendOutcome.KEY_REUSED;
  }
}
