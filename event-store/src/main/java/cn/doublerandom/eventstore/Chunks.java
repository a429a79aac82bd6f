package cn.doublerandom.eventstore;

import java.util.Map;

/**
 * Where the pieces stand that an event's payload names by their hashes, see {@link ChunkedLists}.
 */
public interface Chunks {
  /** For events that name none. */
  Chunks NONE = new Held(Map.of());

  /** For who does not look into long lists: to him those in pieces are empty. */
  Chunks OVERLOOKED =
      hash -> {
        throw new IllegalStateException("the piece " + hash + " of a list is not looked at");
      };

  /**
   * What a piece holds; may block.
   *
   * @param hash 64 lowercase hex digits
   * @throws IllegalStateException where there is no such piece
   */
  String content(String hash);

  /** Pieces in memory, by hash. */
  static Chunks of(Map<String, String> pieces) {
    return pieces.isEmpty() ? NONE : new Held(pieces);
  }

  /** The same pieces are the same. */
  record Held(Map<String, String> pieces) implements Chunks {
    public Held {
      pieces = Map.copyOf(pieces);
    }

    @Override
    public String content(String hash) {
      String content = pieces.get(hash);
      if (content == null) {
        throw new IllegalStateException("the piece " + hash + " of a list is not there");
      }
      return content;
    }
  }
}
