package cn.doublerandom.publication.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.result.Discipline;
import cn.doublerandom.publication.result.Disciplines;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.servicekit.identity.CodeProof;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/**
 * 联合惩戒的反馈 on the topic receivers write: what {@link DisciplineWork#acknowledge} takes by a link,
 * with a proof of its code in the place of the code.
 */
@ApplicationScoped
public class DisciplineAnswers {
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;

  @Inject
  DisciplineAnswers(CommandHandler<ResultCommand, ResultEvent, Publication> results) {
    this.results = results;
  }

  /**
   * What a receiver says on its topic.
   *
   * @param ending what it did about the end of the measure, and not about the measure
   * @param proof of {@link #text} by the code of its link (docs/vectors/discipline-answer.json)
   */
  public record Told(
      String resultId, int number, String authority, boolean ending, String deed, String proof) {
    private static final String FORM = "discipline-answer/1";

    /** Its own, so that a proof of one is none of the other. */
    private static final String FORM_OF_ENDING = "discipline-ending/1";

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DEED = 500;

    public Told {
      requireText("authority", authority, LONGEST_NAME);
      requireText("deed", deed, LONGEST_DEED);
      Objects.requireNonNull(resultId, "resultId");
      Objects.requireNonNull(proof, "proof");
    }

    /** What is proven; the deed alone may have several lines, and stands last. */
    String text() {
      return "%s\n%s\n%d\n%s\n%s\n"
          .formatted(ending ? FORM_OF_ENDING : FORM, resultId, number, authority, deed);
    }

    private static void requireText(String name, String text, int most) {
      if (Objects.requireNonNull(text, name).isBlank() || text.length() > most) {
        throw new IllegalArgumentException(
            "%s must have 1 to %d characters, got %d".formatted(name, most, text.length()));
      }
    }
  }

  /**
   * The receiver says so in the store it was heard in; its link is used up. What it said before in
   * the same words changes nothing.
   *
   * @throws IllegalStateException where it does not prove that it has the code of a link that
   *     counts, or was not asked: its record is set aside
   */
  public Uni<Void> hear(Told told, CommandContext context, EventStore heardIn) {
    var heard = results.over(heardIn);
    String stream = PublicationStreams.RESULT.of(told.resultId());
    return heard
        .load(stream)
        .flatMap(loaded -> {
          Disciplines known =
              ObjectionWork.was(loaded.state())
                  .map(Publication.Published::disciplines)
                  .orElseThrow(() -> refused(PublicationRejection.DISCIPLINE_LINK_UNKNOWN));
          if (isKnown(told, known)) {
            return Uni.createFrom().voidItem();
          }
          return heard
              .handle(stream, acknowledge(told, codeHash(told, known), context), context)
              .invoke(handled -> {
                if (handled
                    instanceof Handled.Refused<ResultEvent, Publication>(var why, var details)) {
                  throw refused(why);
                } else if (!(handled instanceof Handled.Done<ResultEvent, Publication>)) {
                  throw new IllegalStateException("refused: " + handled);
                }
              })
              .replaceWithVoid();
        });
  }

  private static ResultCommand acknowledge(Told told, String codeHash, CommandContext context) {
    return new ResultCommand.AcknowledgeDiscipline(
        told.number(), codeHash, told.ending(), told.deed(), BusinessClock.day(context.at()));
  }

  /** The hash of the code of its link, which it proves that it has. */
  private static String codeHash(Told told, Disciplines known) {
    var receiver = new Disciplines.Receiver(told.number(), told.authority());
    boolean isAsked =
        known
            .told(told.number())
            .filter(one -> one.terms().authorities().contains(told.authority()))
            .isPresent();
    String codeHash = known.links().get(receiver);
    if (!isAsked) {
      throw refused(PublicationRejection.DISCIPLINE_AUTHORITY_UNKNOWN);
    } else if (codeHash == null || !CodeProof.holds(codeHash, told.text(), told.proof())) {
      throw refused(PublicationRejection.DISCIPLINE_LINK_UNKNOWN);
    }
    return codeHash;
  }

  private static boolean isKnown(Told told, Disciplines known) {
    return known
        .told(told.number())
        .filter(one ->
            deeds(one, told.ending()).stream()
                .anyMatch(deed ->
                    deed.authority().equals(told.authority()) && deed.deed().equals(told.deed())))
        .isPresent();
  }

  private static List<Discipline.Deed> deeds(Discipline one, boolean ofEnding) {
    return !ofEnding ? one.deeds() : one.ended() == null ? List.of() : one.ended().deeds();
  }

  private static IllegalStateException refused(Rejection why) {
    return new IllegalStateException("refused: " + why.code());
  }
}
