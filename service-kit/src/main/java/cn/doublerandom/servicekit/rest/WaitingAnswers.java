package cn.doublerandom.servicekit.rest;

import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.time.CalendarStream;
import cn.doublerandom.servicekit.waiting.Matters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** What waits, told to who asks: in his language, its last days by the calendar of his bureau. */
@RequestScoped
public class WaitingAnswers {
  private final KeptStates<IssuedNotices> calendar;
  private final Requests requests;

  @Inject
  WaitingAnswers(KeptStates<IssuedNotices> calendar, Requests requests) {
    this.calendar = calendar;
    this.requests = requests;
  }

  /** The answer. */
  public Uni<WaitingAnswer> of(Matters matters) {
    return calendar
        .of(CalendarStream.NAME)
        .map(notices ->
            WaitingAnswer.of(
                matters,
                requests.readsEnglish(),
                BusinessClock.day(requests.now()),
                notices.state().calendar()));
  }
}
