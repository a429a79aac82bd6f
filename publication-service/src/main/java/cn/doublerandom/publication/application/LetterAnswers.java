package cn.doublerandom.publication.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.letter.Letter;
import cn.doublerandom.publication.letter.LetterBoard;
import cn.doublerandom.publication.letter.LetterCommand;
import cn.doublerandom.publication.letter.LetterCommand.AgreeToReply;
import cn.doublerandom.publication.letter.LetterCommand.DeclineReply;
import cn.doublerandom.publication.letter.LetterCommand.DraftReply;
import cn.doublerandom.publication.letter.LetterEvent;
import cn.doublerandom.publication.letter.LetterLine;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.Matters;
import cn.doublerandom.servicekit.waiting.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 来信的答复, proposed by one and agreed to by another, none of whom the letter is about (ADR 85). */
@ApplicationScoped
public class LetterAnswers {
  /** As many as may wait. */
  private static final int MOST = 500;

  private static final List<String> ANSWER = List.of(Roles.COORDINATOR);
  private static final List<String> DECIDE =
      List.of(Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR);

  private final CommandHandler<LetterCommand, LetterEvent, Letter> letters;
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;
  private final LetterBoard board;
  private final LetterTexts texts;

  @Inject
  LetterAnswers(
      CommandHandler<LetterCommand, LetterEvent, Letter> letters,
      CommandHandler<ResultCommand, ResultEvent, Publication> results,
      LetterBoard board,
      LetterTexts texts) {
    this.letters = letters;
    this.results = results;
    this.board = board;
    this.texts = texts;
  }

  /**
   * A letter as an officer finds it.
   *
   * @param content what was written; absent once it is deleted
   * @param version of the letter, which is decided on
   * @param whyNot why he may do nothing with it now; absent where he may
   */
  public record Found(
      String id,
      Letter.Known letter,
      LetterTexts.@Nullable Content content,
      long version,
      @Nullable Rejection whyNot) {
    /** What is proposed or was given; null where nothing is. */
    public Letter.@Nullable Reply reply() {
      return switch (letter) {
        case Letter.Waiting waiting -> null;
        case Letter.Drafted drafted -> drafted.reply();
        case Letter.Answered answered -> answered.reply();
      };
    }
  }

  /** A letter with what was written. */
  public Uni<Found> one(String id, String by, LocalDate today) {
    return letters
        .load(LetterWork.stream(id))
        .flatMap(loaded -> {
          Letter.Known known = Letter.known(loaded.state()).orElseThrow(LetterWork::unknown);
          return Uni.combine()
              .all()
              .unis(texts.find(id), concerned(known, by))
              .usingConcurrencyOf(1)
              .asTuple()
              .map(facts ->
                  new Found(
                      id,
                      known,
                      facts.getItem1().orElse(null),
                      loaded.version(),
                      whyNot(loaded, by, facts.getItem2(), today)));
        });
  }

  private @Nullable Rejection whyNot(
      CommandHandler.Loaded<Letter> as, String by, boolean concerned, LocalDate today) {
    LetterCommand next =
        as.state() instanceof Letter.Drafted
            ? new AgreeToReply(by, concerned, today)
            : new DraftReply("", by, concerned, today);
    return letters.wouldHandle(next, as)
            instanceof Handled.Refused<LetterEvent, Letter>(var why, var details)
        ? why
        : null;
  }

  /** Proposes a reply. */
  public Uni<Handled<LetterEvent, Letter>> draft(
      String id, String text, String by, LocalDate today, CommandContext context) {
    return handle(id, by, concerned -> new DraftReply(text, by, concerned, today), context);
  }

  /** Agrees to the reply of another. */
  public Uni<Handled<LetterEvent, Letter>> agree(
      String id, String by, LocalDate today, CommandContext context) {
    return handle(id, by, concerned -> new AgreeToReply(by, concerned, today), context);
  }

  /** Sends the reply of another back. */
  public Uni<Handled<LetterEvent, Letter>> decline(
      String id, String reason, String by, LocalDate today, CommandContext context) {
    return handle(id, by, concerned -> new DeclineReply(reason, by, concerned, today), context);
  }

  /** Who proposed it takes it back. */
  public Uni<Handled<LetterEvent, Letter>> takeBack(
      String id, String reason, String by, LocalDate today, CommandContext context) {
    return letters.handle(
        LetterWork.stream(id), new LetterCommand.TakeBackReply(reason, by, today), context);
  }

  private Uni<Handled<LetterEvent, Letter>> handle(
      String id, String by, Function<Boolean, LetterCommand> command, CommandContext context) {
    String stream = LetterWork.stream(id);
    return letters
        .load(stream)
        .flatMap(loaded ->
            Letter.known(loaded.state())
                .map(known -> concerned(known, by))
                .orElseGet(() -> Uni.createFrom().item(false)))
        .flatMap(concerned -> letters.handle(stream, command.apply(concerned), context));
  }

  /** Whether he inspected, recorded or published what the letter is about. */
  private Uni<Boolean> concerned(Letter.Known known, String by) {
    return Optional.ofNullable(known.written().about())
        .map(about ->
            results
                .load(PublicationStreams.RESULT.of(about))
                .map(loaded ->
                    ObjectionWork.was(loaded.state()).filter(p -> p.concerns(by)).isPresent()))
        .orElseGet(() -> Uni.createFrom().item(false));
  }

  /** 待办: letters to answer and replies to decide on, the one that is due first first. */
  Uni<Matters> waiting(Person person, LocalDate today) {
    return person.isOneOf(DECIDE)
        ? Uni.combine()
            .all()
            .unis(
                Uni.createFrom()
                    .completionStage(
                        () -> board.found(Optional.of(LetterLine.Stage.WAITING), "", MOST)),
                Uni.createFrom()
                    .completionStage(
                        () -> board.found(Optional.of(LetterLine.Stage.DRAFTED), "", MOST)))
            .usingConcurrencyOf(1)
            .asTuple()
            .map(found ->
                Matters.all(
                    Stream.concat(found.getItem1().stream(), found.getItem2().stream())
                        .filter(one -> waitsFor(one, person))
                        .map(one -> matter(one, today))
                        .toList()))
        : Uni.createFrom().item(Matters.NONE);
  }

  /** As the decider has it: what one proposed another decides on. */
  static boolean waitsFor(LetterLine line, Person person) {
    return switch (line.stage()) {
      case WAITING -> person.isOneOf(ANSWER);
      case DRAFTED ->
          person.isOneOf(DECIDE)
              && (line.draftedBy() == null
                  || !SecondPerson.isSame(line.draftedBy(), person.account()));
      case ANSWERED -> false;
    };
  }

  private static Matter matter(LetterLine line, LocalDate today) {
    boolean drafted = line.stage() == LetterLine.Stage.DRAFTED;
    boolean late = line.isLate(today);
    return new Matter(
        late ? "letter-overdue" : "letter",
        (drafted ? "决定对来信 %s 的答复（应于%s前答复%s）" : "答复来信 %s（应于%s前答复%s）")
            .formatted(line.id(), line.dueOn(), late ? "，已逾期" : ""),
        (drafted
                ? "Decide on the reply to letter %s (due by %s%s)"
                : "Answer letter %s (due by %s%s)")
            .formatted(line.id(), line.dueOn(), late ? ", overdue" : ""),
        line.on(),
        line.dueOn(),
        MatterPlaces.LETTER.of(line.id()));
  }
}
