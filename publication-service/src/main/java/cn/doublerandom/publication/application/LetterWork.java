package cn.doublerandom.publication.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.letter.Letter;
import cn.doublerandom.publication.letter.LetterBoard;
import cn.doublerandom.publication.letter.LetterCommand;
import cn.doublerandom.publication.letter.LetterCommand.WriteLetter;
import cn.doublerandom.publication.letter.LetterEvent;
import cn.doublerandom.publication.letter.LetterFigures;
import cn.doublerandom.publication.letter.LetterKind;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.time.CalendarStream;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 公众来信: anybody writes to the bureau without an account, and asks later by his receipt (ADR 85).
 */
@ApplicationScoped
public class LetterWork {
  private final CommandHandler<LetterCommand, LetterEvent, Letter> letters;
  private final KeptStates<Letter> kept;
  private final KeptStates<Publication> results;
  private final KeptStates<IssuedNotices> calendar;
  private final RuleBook rules;
  private final LetterBoard board;
  private final LetterTexts texts;
  private final LetterCodes codes;
  private final Asking asking;

  @Inject
  LetterWork(
      CommandHandler<LetterCommand, LetterEvent, Letter> letters,
      KeptStates<Letter> kept,
      KeptStates<Publication> results,
      KeptStates<IssuedNotices> calendar,
      RuleBook rules,
      LetterBoard board,
      LetterTexts texts,
      LetterCodes codes,
      Asking asking) {
    this.letters = letters;
    this.kept = kept;
    this.results = results;
    this.calendar = calendar;
    this.rules = rules;
    this.board = board;
    this.texts = texts;
    this.codes = codes;
    this.asking = asking;
  }

  /**
   * What somebody writes.
   *
   * @param about number of a public result; empty where it is about none
   * @param contact how to reach him; empty where he does not say
   * @param key of the form it was sent by, which nobody else has, so that sent twice it is one;
   *     empty where there is none
   */
  public record Sent(LetterKind kind, String about, String text, String contact, String key) {
    @Override
    public String toString() {
      return "Sent[not told]";
    }
  }

  /**
   * What he gets for it.
   *
   * @param code told once and kept nowhere
   * @param dueOn last day of the answer
   */
  public record Receipt(String id, String code, LocalDate on, LocalDate dueOn) {}

  /**
   * What who has the code sees.
   *
   * @param late whether the answer should be there
   * @param text what he wrote; absent once it is deleted
   * @param reply absent while it is not answered
   */
  public record OwnLetter(
      String id,
      LetterKind kind,
      @Nullable String about,
      LocalDate on,
      LocalDate dueOn,
      boolean late,
      @Nullable String text,
      @Nullable String reply,
      @Nullable LocalDate answeredOn) {}

  /** Takes it, and the same form again; nothing of it stays where the rules refuse it. */
  public Uni<Receipt> write(Sent sent, CommandContext context) {
    LocalDate today = BusinessClock.day(context.at());
    return asking
        .orSeed()
        .map(bureau -> codes.slip(bureau, today, sent))
        .flatMap(slip -> write(sent, slip, today, context));
  }

  private Uni<Receipt> write(
      Sent sent, LetterCodes.Slip slip, LocalDate today, CommandContext context) {
    String id = slip.id();
    var content = new LetterTexts.Content(slip.nonce(), sent.text(), sent.contact().strip());
    return command(slip, sent.kind(), sent.about().strip(), content, today)
        .flatMap(write ->
            kept.of(stream(id))
                .map(loaded -> Refusals.require(letters.wouldHandle(write, loaded)))
                .chain(() -> texts.keep(id, content, context.at()))
                .chain(() -> letters.handle(stream(id), write, context)))
        .map(handled -> receipt(slip, Refusals.require(handled).state()));
  }

  private static Receipt receipt(LetterCodes.Slip slip, Letter letter) {
    Letter.Written written = Letter.known(letter).orElseThrow(LetterWork::unknown).written();
    return new Receipt(slip.id(), slip.code(), written.on(), written.dueOn());
  }

  private Uni<WriteLetter> command(
      LetterCodes.Slip slip,
      LetterKind kind,
      String about,
      LetterTexts.Content content,
      LocalDate today) {
    String textHash =
        Sha256.hex((content.nonce() + content.text()).getBytes(StandardCharsets.UTF_8));
    return Uni.combine()
        .all()
        .unis(
            isPublic(about),
            Uni.createFrom().completionStage(board::waiting),
            calendar
                .of(CalendarStream.NAME)
                .map(notices -> Due.answer(today, rules, notices.state().calendar())))
        .usingConcurrencyOf(1)
        .asTuple()
        .map(facts ->
            new WriteLetter(
                kind,
                about.isEmpty() ? null : about,
                facts.getItem1(),
                ObjectionCodes.hash(slip.id(), slip.code()),
                textHash,
                facts.getItem2(),
                facts.getItem3(),
                today));
  }

  private Uni<Boolean> isPublic(String about) {
    return about.isEmpty()
        ? Uni.createFrom().item(false)
        : results
            .of(PublicationStreams.RESULT.of(about))
            .map(loaded -> ObjectionWork.was(loaded.state()).isPresent());
  }

  /** What became of it, for who has the code; whatever is wrong is the same to him. */
  public Uni<OwnLetter> seen(String id, String code, LocalDate today) {
    String hash = ObjectionCodes.hash(id, code);
    return kept.of(stream(id))
        .map(loaded -> Letter.openedBy(loaded.state(), hash).orElseThrow(LetterWork::unknown))
        .flatMap(known ->
            texts
                .find(id)
                .map(content ->
                    own(id, known, content.map(LetterTexts.Content::text).orElse(null), today)));
  }

  private static OwnLetter own(
      String id, Letter.Known known, @Nullable String text, LocalDate today) {
    Letter.Written written = known.written();
    Letter.@Nullable Answered answer = known instanceof Letter.Answered done ? done : null;
    return new OwnLetter(
        id,
        written.kind(),
        written.about(),
        written.on(),
        written.dueOn(),
        answer == null && written.dueOn().isBefore(today),
        text,
        answer == null ? null : answer.reply().text(),
        answer == null ? null : answer.on());
  }

  /** What became of the letters of a year. */
  public Uni<LetterFigures> figures(int year, LocalDate today) {
    return Uni.createFrom().completionStage(() -> board.figures(year, today));
  }

  static String stream(String id) {
    return PublicationStreams.LETTER.of(id);
  }

  static ProblemException unknown() {
    return new ProblemException(PublicationRejection.LETTER_UNKNOWN);
  }
}
