package cn.doublerandom.inspection.hearing;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Nobody is judged unheard, and nobody concludes what he began.
 *
 * @param <O> what is put to units
 * @param <C> how it may end
 * @param <E> what is remembered, in the words of the kind
 */
public abstract class HearingDecider<O extends Opening, C, E extends HearingEvent<O, C>>
    implements Decider<HearingCommand<O, C>, E, Hearing<O, C>> {
  private final HearingRefusals refusals;

  protected HearingDecider(HearingRefusals refusals) {
    this.refusals = refusals;
  }

  /** What the kind asks of what is put to the units. */
  protected abstract Decision<E> open(O opening, LocalDate today);

  /** Whether it may be begun again after it ended so. */
  protected abstract boolean mayBeginAnew(C conclusion);

  /** Why what was put to the units so may not end so; nothing where the kind does not mind. */
  protected Optional<Rejection> hinders(O opening, C conclusion) {
    return Optional.empty();
  }

  /** The words of the kind. */
  protected abstract E event(HearingStep<O, C> step);

  @Override
  public final Hearing<O, C> initial() {
    return new Hearing.None<>();
  }

  @Override
  public final Decision<E> decide(HearingCommand<O, C> command, Hearing<O, C> hearing) {
    return switch (command) {
      case HearingCommand.Open<O, C> open -> open(open, hearing);
      case HearingCommand.Answer<O, C> answer -> answer(answer, hearing);
      case HearingCommand.Conclude<O, C> conclude -> conclude(conclude, hearing);
    };
  }

  private Decision<E> open(HearingCommand.Open<O, C> open, Hearing<O, C> hearing) {
    return switch (hearing) {
      case Hearing.Open<O, C> already -> reject(refusals.open());
      case Hearing.Over<O, C> over when !mayBeginAnew(over.conclusion()) -> reject(refusals.over());
      case Hearing.Over<O, C> over -> begun(open);
      case Hearing.None<O, C>() -> begun(open);
    };
  }

  private Decision<E> begun(HearingCommand.Open<O, C> open) {
    if (open.opening().isEmpty()) {
      return reject(refusals.nothing());
    }
    O opening = open.opening().get();
    return Hearing.own(opening.units(), open.unit()).isPresent()
        ? reject(refusals.ownUnit())
        : open(opening, open.today());
  }

  private Decision<E> answer(HearingCommand.Answer<O, C> answer, Hearing<O, C> hearing) {
    return switch (hearing) {
      case Hearing.None<O, C>() -> reject(refusals.unknown());
      case Hearing.Over<O, C> over -> reject(refusals.over());
      case Hearing.Open<O, C> open when !isOf(open, answer.unit()) ->
          reject(refusals.anotherUnit());
      case Hearing.Open<O, C> open when Hearing.own(open.unheard(), answer.unit()).isEmpty() ->
          reject(refusals.answered());
      case Hearing.Open<O, C> open when !ReasonText.isInWords(answer.answer()) ->
          reject(refusals.words(), "field", "answer");
      case Hearing.Open<O, C> open ->
          accept(
              event(
                  new HearingStep.Answered<>(
                      Hearing.own(open.unheard(), answer.unit()).orElseThrow(),
                      answer.answer(),
                      answer.by())));
    };
  }

  private Decision<E> conclude(HearingCommand.Conclude<O, C> conclude, Hearing<O, C> hearing) {
    return switch (hearing) {
      case Hearing.None<O, C>() -> reject(refusals.unknown());
      case Hearing.Over<O, C> over -> reject(refusals.over());
      case Hearing.Open<O, C> open when isOf(open, conclude.unit()) -> reject(refusals.ownUnit());
      case Hearing.Open<O, C> open when SecondPerson.isSame(conclude.by(), open.opening().by()) ->
          reject(refusals.secondPerson());
      case Hearing.Open<O, C> open
          when !open.unheard().isEmpty() && !conclude.today().isAfter(open.opening().answerBy()) ->
          reject(refusals.unheard(), "answerBy", open.opening().answerBy().toString());
      case Hearing.Open<O, C> open when !ReasonText.isInWords(conclude.reason()) ->
          reject(refusals.words(), "field", "reason");
      case Hearing.Open<O, C> open ->
          hinders(open.opening(), conclude.conclusion())
              .map(why -> Decision.<E>reject(why))
              .orElseGet(() ->
                  accept(
                      event(
                          new HearingStep.Concluded<>(
                              conclude.conclusion(), conclude.reason(), conclude.by()))));
    };
  }

  private boolean isOf(Hearing.Open<O, C> open, String unit) {
    return Hearing.own(open.opening().units(), unit).isPresent();
  }

  @Override
  public final Hearing<O, C> evolve(Hearing<O, C> hearing, E event) {
    return switch (event.step()) {
      case HearingStep.Opened<O, C>(var opening) -> new Hearing.Open<>(opening, List.of());
      case HearingStep.Answered<O, C> answered -> heard(open(hearing), answered);
      case HearingStep.Concluded<O, C>(var conclusion, var reason, var by) ->
          new Hearing.Over<>(
              open(hearing).opening(), open(hearing).answers(), conclusion, reason, by);
    };
  }

  private Hearing<O, C> heard(Hearing.Open<O, C> open, HearingStep.Answered<O, C> said) {
    String unit = said.unit().isEmpty() ? open.opening().units().getFirst() : said.unit();
    var answer = new Hearing.Answer(unit, said.answer(), said.by());
    return new Hearing.Open<>(
        open.opening(), Stream.concat(open.answers().stream(), Stream.of(answer)).toList());
  }

  private Hearing.Open<O, C> open(Hearing<O, C> hearing) {
    return switch (hearing) {
      case Hearing.Open<O, C> open -> open;
      case Hearing.None<O, C>() -> throw new IllegalStateException("nobody began it");
      case Hearing.Over<O, C> over -> throw new IllegalStateException("it is over");
    };
  }
}
