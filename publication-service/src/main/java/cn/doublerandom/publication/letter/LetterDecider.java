package cn.doublerandom.publication.letter;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.publication.ChangeRejection.CHANGE_REASON_MISSING;
import static cn.doublerandom.publication.ChangeRejection.REPLY_OF_ANOTHER;
import static cn.doublerandom.publication.PublicationRejection.LETTERS_FULL;
import static cn.doublerandom.publication.PublicationRejection.LETTER_ABOUT_UNKNOWN;
import static cn.doublerandom.publication.PublicationRejection.LETTER_ANSWERED;
import static cn.doublerandom.publication.PublicationRejection.LETTER_BY_CONCERNED;
import static cn.doublerandom.publication.PublicationRejection.LETTER_TAKEN;
import static cn.doublerandom.publication.PublicationRejection.LETTER_UNKNOWN;
import static cn.doublerandom.publication.PublicationRejection.NO_REPLY_WAITS;
import static cn.doublerandom.publication.PublicationRejection.REPLY_BY_ONE_PERSON;
import static cn.doublerandom.publication.PublicationRejection.REPLY_WAITS;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.publication.letter.LetterCommand.AgreeToReply;
import cn.doublerandom.publication.letter.LetterCommand.DeclineReply;
import cn.doublerandom.publication.letter.LetterCommand.DraftReply;
import cn.doublerandom.publication.letter.LetterCommand.TakeBackReply;
import cn.doublerandom.publication.letter.LetterCommand.WriteLetter;
import cn.doublerandom.publication.letter.LetterEvent.LetterAnswered;
import cn.doublerandom.publication.letter.LetterEvent.LetterWritten;
import cn.doublerandom.publication.letter.LetterEvent.ReplyDeclined;
import cn.doublerandom.publication.letter.LetterEvent.ReplyDrafted;
import cn.doublerandom.publication.letter.LetterEvent.ReplyTakenBack;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A letter is answered by two people, none of whom it is about (ADR 85); who wrote a reply may take
 * it back.
 */
public final class LetterDecider implements Decider<LetterCommand, LetterEvent, Letter> {
  /** Letters of one bureau that are not answered; who floods it stops here and not at the disk. */
  public static final int MOST_WAITING = 500;

  @Override
  public Letter initial() {
    return new Letter.Unwritten();
  }

  @Override
  public Decision<LetterEvent> decide(LetterCommand command, Letter letter) {
    return switch (command) {
      case WriteLetter write -> write(write, letter);
      case LetterCommand.OfBureau asked -> decide(asked, letter);
      case TakeBackReply back -> takeBack(back, letter);
    };
  }

  private static Decision<LetterEvent> takeBack(TakeBackReply back, Letter letter) {
    return switch (letter) {
      case Letter.Unwritten none -> reject(LETTER_UNKNOWN);
      case Letter.Answered answered -> reject(LETTER_ANSWERED);
      case Letter.Waiting waiting -> reject(NO_REPLY_WAITS);
      case Letter.Drafted(var written, var returned, var reply)
          when !SecondPerson.isSame(reply.by(), back.by()) ->
          reject(REPLY_OF_ANOTHER, "by", reply.by());
      case Letter.Drafted own when !ReasonText.isInWords(back.reason()) ->
          reject(CHANGE_REASON_MISSING, "field", "reason");
      case Letter.Drafted own -> accept(new ReplyTakenBack(back.reason(), back.by(), back.today()));
    };
  }

  private static Decision<LetterEvent> write(WriteLetter write, Letter letter) {
    if (letter instanceof Letter.Known known) {
      // The same form once more: the receipt it has is the one it gets.
      return known.written().codeHash().equals(write.codeHash()) ? accept() : reject(LETTER_TAKEN);
    } else if (write.about() != null && !write.aboutIsPublic()) {
      return reject(LETTER_ABOUT_UNKNOWN, "field", "about");
    } else if (write.waiting() >= MOST_WAITING) {
      return reject(LETTERS_FULL);
    }
    return accept(
        new LetterWritten(
            write.kind(),
            write.about(),
            write.codeHash(),
            write.textHash(),
            write.today(),
            write.due().on(),
            write.due().basis()));
  }

  private static Decision<LetterEvent> decide(LetterCommand.OfBureau asked, Letter letter) {
    return switch (letter) {
      case Letter.Unwritten none -> reject(LETTER_UNKNOWN);
      case Letter.Answered answered -> reject(LETTER_ANSWERED);
      case Letter.Known known when asked.concerned() -> reject(LETTER_BY_CONCERNED);
      case Letter.Waiting waiting -> waiting(asked);
      case Letter.Drafted drafted -> drafted(asked, drafted);
    };
  }

  private static Decision<LetterEvent> waiting(LetterCommand.OfBureau asked) {
    return switch (asked) {
      case DraftReply draft -> accept(new ReplyDrafted(draft.text(), draft.by(), draft.today()));
      case AgreeToReply agree -> reject(NO_REPLY_WAITS);
      case DeclineReply decline -> reject(NO_REPLY_WAITS);
    };
  }

  private static Decision<LetterEvent> drafted(
      LetterCommand.OfBureau asked, Letter.Drafted drafted) {
    boolean own = SecondPerson.isSame(drafted.reply().by(), asked.by());
    return switch (asked) {
      case DraftReply draft -> reject(REPLY_WAITS);
      case AgreeToReply agree when own -> reject(REPLY_BY_ONE_PERSON);
      case DeclineReply decline when own -> reject(REPLY_BY_ONE_PERSON);
      case AgreeToReply agree -> accept(new LetterAnswered(agree.by(), agree.today()));
      case DeclineReply decline ->
          accept(new ReplyDeclined(decline.reason(), decline.by(), decline.today()));
    };
  }

  @Override
  public Letter evolve(Letter letter, LetterEvent event) {
    return switch (event) {
      case LetterWritten e ->
          new Letter.Waiting(
              new Letter.Written(e.kind(), e.about(), e.codeHash(), e.on(), e.dueOn()), List.of());
      case ReplyDrafted(var text, var by, var on) -> {
        Letter.Known known = (Letter.Known) letter;
        yield new Letter.Drafted(known.written(), known.returned(), new Letter.Reply(text, by, on));
      }
      case LetterAnswered(var by, var on) -> {
        Letter.Drafted drafted = (Letter.Drafted) letter;
        yield new Letter.Answered(drafted.written(), drafted.returned(), drafted.reply(), by, on);
      }
      case ReplyDeclined(var reason, var by, var on) ->
          returned((Letter.Drafted) letter, false, reason, by, on);
      case ReplyTakenBack(var reason, var by, var on) ->
          returned((Letter.Drafted) letter, true, reason, by, on);
    };
  }

  private static Letter.Waiting returned(
      Letter.Drafted drafted, boolean takenBack, String reason, String by, LocalDate on) {
    List<Letter.Returned> all = new ArrayList<>(drafted.returned());
    all.add(new Letter.Returned(drafted.reply(), takenBack, reason, by, on));
    return new Letter.Waiting(drafted.written(), all);
  }
}
