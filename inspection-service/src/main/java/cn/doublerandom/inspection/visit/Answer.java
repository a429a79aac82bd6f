package cn.doublerandom.inspection.visit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found for one item.
 *
 * @param codes result codes, at least one; code 1 stands alone
 * @param note in words; needed where there is a problem
 * @param replies to the questions of its checklist, in their order; absent where nothing was asked
 * @param violation what the finding weighs, breaks and leads to; absent where nothing was found, or
 *     nobody said
 */
public record Answer(
    String itemCode,
    List<String> codes,
    String note,
    @Nullable List<Reply> replies,
    @Nullable Violation violation) {
  public Answer {
    codes = List.copyOf(codes);
    replies = replies == null || replies.isEmpty() ? null : List.copyOf(replies);
  }

  /** One of an item of which no question is asked. */
  public Answer(String itemCode, List<String> codes, String note) {
    this(itemCode, codes, note, null);
  }

  /** One of which nobody said what its finding weighs. */
  public Answer(String itemCode, List<String> codes, String note, @Nullable List<Reply> replies) {
    this(itemCode, codes, note, replies, null);
  }

  /** What was replied; nothing where nothing was asked. */
  public List<Reply> replied() {
    return replies == null ? List.of() : replies;
  }

  /** What was replied to a question. */
  public Optional<Reply> reply(String question) {
    return replied().stream().filter(reply -> reply.question().equals(question)).findFirst();
  }
}
