package cn.doublerandom.publication.letter;

import cn.doublerandom.bureau.time.Due;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is asked of a letter. */
public sealed interface LetterCommand {
  /**
   * Somebody writes.
   *
   * @param about number of the result it is about; absent where it is about none
   * @param aboutIsPublic whether that result is or was public
   * @param waiting letters of the bureau that are not answered
   */
  record WriteLetter(
      LetterKind kind,
      @Nullable String about,
      boolean aboutIsPublic,
      String codeHash,
      String textHash,
      long waiting,
      Due due,
      LocalDate today)
      implements LetterCommand {}

  /** What the bureau does with a letter. */
  sealed interface OfBureau extends LetterCommand {
    String by();

    /** Whether this account inspected, recorded or published the result the letter is about. */
    boolean concerned();
  }

  /** Proposes a reply. */
  record DraftReply(String text, String by, boolean concerned, LocalDate today)
      implements OfBureau {}

  /** Agrees to the reply another person proposed. */
  record AgreeToReply(String by, boolean concerned, LocalDate today) implements OfBureau {}

  /** Sends it back. */
  record DeclineReply(String reason, String by, boolean concerned, LocalDate today)
      implements OfBureau {}

  /** Who proposed it takes it back; that he may, whatever the letter has to do with him since. */
  record TakeBackReply(String reason, String by, LocalDate today) implements LetterCommand {}
}
