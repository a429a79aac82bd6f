package cn.doublerandom.publication.letter;

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
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LetterDeciderTest {
  private static final LocalDate ON = LocalDate.of(2023, 6, 16);
  private static final LocalDate UNTIL = LocalDate.of(2023, 7, 7);
  private static final DeadlineBasis BASIS = new DeadlineBasis("objections-2023", 15, "国办");
  private static final String RESULT = "130534-2023001-001-1-91130534MA0023063G";
  private static final String CODE = "ab".repeat(32);
  private static final String TEXT = "cd".repeat(32);
  private static final LetterWritten WRITTEN = written(null);
  private static final ReplyDrafted DRAFTED = new ReplyDrafted("已经改正", "li", ON);

  private final DeciderSpecification<LetterCommand, LetterEvent, Letter> letter =
      DeciderSpecification.of(new LetterDecider());

  private static LetterWritten written(@Nullable String about) {
    return new LetterWritten(LetterKind.COMPLAINT, about, CODE, TEXT, ON, UNTIL, BASIS);
  }

  private static WriteLetter write(@Nullable String about, String code) {
    return write(about, code, false, 0);
  }

  private static WriteLetter write(@Nullable String about, boolean isPublic, long waiting) {
    return write(about, CODE, isPublic, waiting);
  }

  private static WriteLetter write(
      @Nullable String about, String code, boolean isPublic, long waiting) {
    return new WriteLetter(
        LetterKind.COMPLAINT,
        about,
        isPublic,
        code,
        TEXT,
        waiting,
        new Due(UNTIL, false, BASIS),
        ON);
  }

  @Test
  void what_somebody_writes_is_taken_with_the_last_day_of_its_answer() {
    letter.given().when(write(null, false, 0)).then(WRITTEN);
  }

  @Test
  void a_letter_about_a_result_is_taken_where_that_was_public() {
    letter.given().when(write(RESULT, true, 0)).then(written(RESULT));
  }

  @Test
  void a_letter_about_what_was_never_public_is_refused() {
    letter.given().when(write(RESULT, false, 0)).thenRejected(LETTER_ABOUT_UNKNOWN);
  }

  @Test
  void where_too_many_wait_no_more_is_taken() {
    letter.given().when(write(null, false, 499)).then(WRITTEN);
    letter.given().when(write(null, false, 500)).thenRejected(LETTERS_FULL);
  }

  @Test
  void one_number_is_of_one_letter() {
    letter.given(WRITTEN).when(write(null, "ef".repeat(32))).thenRejected(LETTER_TAKEN);
  }

  @Test
  void the_same_letter_once_more_is_the_one_that_is_there() {
    letter.given(WRITTEN).when(write(null, false, 500)).then();
    letter.given(WRITTEN, DRAFTED).when(write(null, false, 0)).then();
  }

  @Test
  void a_reply_is_proposed_by_one() {
    letter.given(WRITTEN).when(new DraftReply("已经改正", "li", false, ON)).then(DRAFTED);
  }

  @Test
  void another_agrees_and_the_letter_is_answered() {
    letter
        .given(WRITTEN, DRAFTED)
        .when(new AgreeToReply("wang", false, ON))
        .then(new LetterAnswered("wang", ON));
  }

  @Test
  void whoever_wrote_a_reply_neither_agrees_to_it_nor_sends_it_back() {
    letter
        .given(WRITTEN, DRAFTED)
        .when(new AgreeToReply("ＬＩ", false, ON))
        .thenRejected(REPLY_BY_ONE_PERSON);
    letter
        .given(WRITTEN, DRAFTED)
        .when(new AgreeToReply("zhao 代 li", false, ON))
        .thenRejected(REPLY_BY_ONE_PERSON);
    letter
        .given(WRITTEN, DRAFTED)
        .when(new DeclineReply("再想想", "li", false, ON))
        .thenRejected(REPLY_BY_ONE_PERSON);
  }

  @Test
  void a_reply_sent_back_leaves_the_letter_waiting_for_another() {
    ReplyDeclined declined = new ReplyDeclined("没有写明依据", "wang", ON);
    letter
        .given(WRITTEN, DRAFTED)
        .when(new DeclineReply("没有写明依据", "wang", false, ON))
        .then(declined);
    letter
        .given(WRITTEN, DRAFTED, declined)
        .when(new DraftReply("依据为……", "wang", false, ON))
        .then(new ReplyDrafted("依据为……", "wang", ON));
  }

  @Test
  void who_wrote_a_reply_takes_it_back_with_a_reason_and_nobody_else_does() {
    ReplyTakenBack back = new ReplyTakenBack("依据写错了", "li", ON);
    letter
        .given(WRITTEN, DRAFTED)
        .when(new TakeBackReply("依据写错了", "wang", ON))
        .thenRejected(REPLY_OF_ANOTHER, Map.of("by", "li"));
    letter
        .given(WRITTEN, DRAFTED)
        .when(new TakeBackReply("？", "li", ON))
        .thenRejected(CHANGE_REASON_MISSING, Map.of("field", "reason"));
    letter.given(WRITTEN, DRAFTED).when(new TakeBackReply("依据写错了", "li", ON)).then(back);
    letter
        .given(WRITTEN, DRAFTED, back)
        .when(new AgreeToReply("wang", false, ON))
        .thenRejected(NO_REPLY_WAITS);
    letter
        .given(WRITTEN, DRAFTED, back)
        .when(new DraftReply("已经改正", "li", false, ON))
        .then(DRAFTED);
  }

  @Test
  void a_reply_that_was_taken_back_stays_to_be_read_with_its_reason() {
    var decider = new LetterDecider();
    Letter letter = decider.initial();
    for (LetterEvent event :
        List.of(
            WRITTEN,
            DRAFTED,
            new ReplyTakenBack("依据写错了", "li", ON),
            DRAFTED,
            new ReplyDeclined("没有写明依据", "wang", ON))) {
      letter = decider.evolve(letter, event);
    }
    var reply = new Letter.Reply("已经改正", "li", ON);
    assertThat(Letter.known(letter).orElseThrow().returned())
        .containsExactly(
            new Letter.Returned(reply, true, "依据写错了", "li", ON),
            new Letter.Returned(reply, false, "没有写明依据", "wang", ON));
  }

  @Test
  void whom_the_letter_is_about_neither_replies_nor_agrees_nor_sends_back() {
    letter
        .given(written(RESULT))
        .when(new DraftReply("没有问题", "JC081", true, ON))
        .thenRejected(LETTER_BY_CONCERNED);
    letter
        .given(written(RESULT), DRAFTED)
        .when(new AgreeToReply("JC081", true, ON))
        .thenRejected(LETTER_BY_CONCERNED);
    letter
        .given(written(RESULT), DRAFTED)
        .when(new DeclineReply("不对", "JC081", true, ON))
        .thenRejected(LETTER_BY_CONCERNED);
  }

  @Test
  void one_reply_waits_at_a_time() {
    letter
        .given(WRITTEN, DRAFTED)
        .when(new DraftReply("另一份", "wang", false, ON))
        .thenRejected(REPLY_WAITS);
  }

  @Test
  void where_no_reply_waits_nobody_decides() {
    letter.given(WRITTEN).when(new AgreeToReply("wang", false, ON)).thenRejected(NO_REPLY_WAITS);
    letter
        .given(WRITTEN)
        .when(new DeclineReply("不对", "wang", false, ON))
        .thenRejected(NO_REPLY_WAITS);
    letter.given(WRITTEN).when(new TakeBackReply("依据写错了", "li", ON)).thenRejected(NO_REPLY_WAITS);
  }

  @Test
  void what_is_answered_stays_answered() {
    LetterAnswered answered = new LetterAnswered("wang", ON);
    for (LetterCommand more :
        List.of(
            new DraftReply("又一份", "li", false, ON),
            new AgreeToReply("zhao", false, ON),
            new DeclineReply("不对", "zhao", false, ON),
            new TakeBackReply("依据写错了", "li", ON))) {
      letter.given(WRITTEN, DRAFTED, answered).when(more).thenRejected(LETTER_ANSWERED);
    }
  }

  @Test
  void nobody_answers_what_nobody_wrote() {
    letter.given().when(new DraftReply("已经改正", "li", false, ON)).thenRejected(LETTER_UNKNOWN);
    letter.given().when(new TakeBackReply("依据写错了", "li", ON)).thenRejected(LETTER_UNKNOWN);
  }

  @Test
  void it_opens_by_its_own_code_alone() {
    var decider = new LetterDecider();
    Letter waiting = decider.evolve(decider.initial(), WRITTEN);
    assertThat(Letter.openedBy(waiting, CODE)).isPresent();
    assertThat(Letter.openedBy(waiting, TEXT)).isEmpty();
    assertThat(Letter.openedBy(decider.initial(), CODE)).isEmpty();
  }
}
