package cn.doublerandom.publication.letter;

import cn.doublerandom.bureau.time.DeadlineBasis;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a letter of the public; its words lie beside the ledger. */
public sealed interface LetterEvent {
  /**
   * Somebody wrote.
   *
   * @param about number of the public result it is about; absent where it is about none
   * @param codeHash SHA-256 of the code of its receipt, 64 lowercase hex digits
   * @param textHash SHA-256 of a nonce and the text, which both lie beside the ledger
   * @param dueOn last day of the answer
   */
  record LetterWritten(
      LetterKind kind,
      @Nullable String about,
      String codeHash,
      String textHash,
      LocalDate on,
      LocalDate dueOn,
      DeadlineBasis basis)
      implements LetterEvent {}

  /** A reply was proposed; another person agrees or declines. */
  record ReplyDrafted(String text, String by, LocalDate on) implements LetterEvent {}

  /** Another person agreed: who has the code reads the reply. */
  record LetterAnswered(String by, LocalDate on) implements LetterEvent {}

  /** Another person did not agree; it waits for another reply. */
  record ReplyDeclined(String reason, String by, LocalDate on) implements LetterEvent {}

  /** Who had proposed it took it back; it waits for another reply. */
  record ReplyTakenBack(String reason, String by, LocalDate on) implements LetterEvent {}
}
