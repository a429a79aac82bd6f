package cn.doublerandom.publication.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.letter.LetterCodec;
import cn.doublerandom.publication.letter.LetterDecider;
import cn.doublerandom.publication.letter.LetterEvent;
import cn.doublerandom.publication.letter.LetterEvent.LetterAnswered;
import cn.doublerandom.publication.letter.LetterEvent.LetterWritten;
import cn.doublerandom.publication.letter.LetterEvent.ReplyDeclined;
import cn.doublerandom.publication.letter.LetterEvent.ReplyDrafted;
import cn.doublerandom.publication.letter.LetterEvent.ReplyTakenBack;
import cn.doublerandom.publication.letter.LetterKind;
import cn.doublerandom.publication.letter.LetterLine;
import cn.doublerandom.publication.letter.LetterLine.Stage;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where each letter stands, and nothing of what was written or replied. */
class LetterProjectionTest {
  private static final LocalDate ON = LocalDate.of(2023, 6, 16);
  private static final LocalDate DUE = LocalDate.of(2023, 7, 7);
  private static final String ID = "130534-20230616-A";
  private static final LetterWritten WRITTEN =
      new LetterWritten(
          LetterKind.PROBLEM,
          null,
          "ab".repeat(32),
          "cd".repeat(32),
          ON,
          DUE,
          new DeadlineBasis("objections-2023", 15, "国办"));
  private static final ReplyDrafted DRAFTED = new ReplyDrafted("已经改正", "li", ON);

  private static Map<String, LetterLine> rows(LetterEvent... events) {
    var given =
        ProjectionSpecification.over(log ->
            new LetterProjection(
                new LetterView(),
                new CommandHandler<>(log, new LetterDecider(), LetterCodec.ofEvents())));
    for (LetterEvent event : events) {
      given.given(LetterCodec.ofEvents(), PublicationStreams.LETTER.of(ID), event);
    }
    return given.rows("letter_view", LetterLine.class);
  }

  private static LetterLine line(Stage stage, String by, LocalDate answered) {
    return new LetterLine(
        ID,
        LetterKind.PROBLEM,
        null,
        ON,
        DUE,
        stage,
        by.isEmpty() ? null : by,
        answered.equals(LocalDate.MIN) ? null : answered);
  }

  @Test
  void what_was_written_waits() {
    assertThat(rows(WRITTEN)).isEqualTo(Map.of(ID, line(Stage.WAITING, "", LocalDate.MIN)));
  }

  @Test
  void a_reply_waits_for_another_and_may_be_sent_back() {
    assertThat(rows(WRITTEN, DRAFTED))
        .isEqualTo(Map.of(ID, line(Stage.DRAFTED, "li", LocalDate.MIN)));
    assertThat(rows(WRITTEN, DRAFTED, new ReplyDeclined("没有依据", "wang", ON)))
        .isEqualTo(Map.of(ID, line(Stage.WAITING, "", LocalDate.MIN)));
  }

  @Test
  void a_reply_that_is_taken_back_waits_for_nobody_and_the_letter_for_another() {
    assertThat(rows(WRITTEN, DRAFTED, new ReplyTakenBack("依据写错了", "li", ON)))
        .isEqualTo(Map.of(ID, line(Stage.WAITING, "", LocalDate.MIN)));
  }

  @Test
  void what_is_answered_has_the_day_of_its_answer() {
    assertThat(rows(WRITTEN, DRAFTED, new LetterAnswered("wang", DUE)))
        .isEqualTo(Map.of(ID, line(Stage.ANSWERED, "", DUE)));
  }
}
