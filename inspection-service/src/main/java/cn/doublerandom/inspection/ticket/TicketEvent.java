package cn.doublerandom.inspection.ticket;

import cn.doublerandom.inspection.hearing.HearingEvent;
import cn.doublerandom.inspection.hearing.HearingStep;
import cn.doublerandom.inspection.hearing.Opening;
import java.time.LocalDate;
import java.util.List;

/** What happens to a ticket of supervision. */
public sealed interface TicketEvent extends HearingEvent<TicketEvent.TicketOpened, Conclusion> {
  /**
   * A supervisor asks a unit about a signal.
   *
   * @param question in words, which the unit reads
   * @param answerBy last day on which the unit is waited for
   */
  record TicketOpened(FrozenSignal signal, String question, LocalDate answerBy, String by)
      implements TicketEvent, Opening {
    @Override
    public List<String> units() {
      return List.of(signal.unit());
    }

    @Override
    public HearingStep<TicketOpened, Conclusion> step() {
      return new HearingStep.Opened<>(this);
    }
  }

  /** The unit was heard. */
  record TicketAnswered(String answer, String by) implements TicketEvent {
    @Override
    public HearingStep<TicketOpened, Conclusion> step() {
      return new HearingStep.Answered<>("", answer, by);
    }
  }

  /** Another supervisor concluded. */
  record TicketClosed(Conclusion conclusion, String reason, String by) implements TicketEvent {
    @Override
    public HearingStep<TicketOpened, Conclusion> step() {
      return new HearingStep.Concluded<>(conclusion, reason, by);
    }
  }
}
