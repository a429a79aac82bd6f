package cn.doublerandom.servicekit.time;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.bureau.time.WorkdayCalendar;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.servicekit.identity.PerBureau;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Brings open deadlines in line with the calendar: as soon as a notice has come, again for some
 * minutes, because a list of open deadlines lags behind what was finished a moment ago, and once an
 * hour for good measure. Closed ones stay.
 */
public final class DeadlineReview<C, E, S> {
  private static final int PAGE = 500;
  private static final Duration LAG = Duration.ofMinutes(5);
  private static final Duration ANYWAY = Duration.ofHours(1);

  /**
   * A deadline nothing has met yet.
   *
   * @param id after which the list goes on
   */
  public record Open(
      String id, String stream, LocalDate finished, LocalDate dueOn, boolean provisional) {
    boolean differs(Due due) {
      return !dueOn.equals(due.on()) || provisional != due.provisional();
    }
  }

  /** Where the open deadlines are listed, ascending by id. */
  @FunctionalInterface
  public interface Listing {
    CompletionStage<List<Open>> after(String id, int limit);
  }

  /** The command that moves a deadline, on a business day. */
  @FunctionalInterface
  public interface Move<C> {
    C to(Due due, LocalDate today);
  }

  private final CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar;
  private final RuleBook rules;
  private final Listing listing;
  private final CommandHandler<C, E, S> handler;
  private final Move<C> move;
  private final Clock clock;

  private final PerBureau<Seen> seen = new PerBureau<>(Seen::new);

  /** How far one bureau's deadlines were reviewed, and by which calendar of its own. */
  private static final class Seen {
    private volatile long version = -1;
    private volatile Instant at = Instant.EPOCH;
    private volatile Instant reviewedAt = Instant.EPOCH;

    boolean isDue(long calendar, Instant now) {
      if (calendar != version) {
        version = calendar;
        at = now;
      }
      return now.isBefore(at.plus(LAG)) || now.isAfter(reviewedAt.plus(ANYWAY));
    }
  }

  public DeadlineReview(
      CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar,
      RuleBook rules,
      Listing listing,
      CommandHandler<C, E, S> handler,
      Move<C> move,
      Clock clock) {
    this.calendar = calendar;
    this.rules = rules;
    this.listing = listing;
    this.handler = handler;
    this.move = move;
    this.clock = clock;
  }

  /**
   * Goes over all open deadlines where that is called for.
   *
   * @param bureau as which it is done
   */
  public Uni<Void> run(BureauKey bureau) {
    Instant started = Clock.systemUTC().instant();
    Seen before = seen.of(bureau);
    return calendar
        .load(CalendarStream.NAME)
        .flatMap(loaded ->
            before.isDue(loaded.version(), started)
                ? page("", loaded.state().calendar()).invoke(() -> before.reviewedAt = started)
                : Uni.createFrom().voidItem());
  }

  private Uni<Void> page(String after, WorkdayCalendar today) {
    return Uni.createFrom()
        .completionStage(() -> listing.after(after, PAGE))
        .flatMap(open -> {
          Map<String, C> moves = new LinkedHashMap<>();
          for (Open one : open) {
            Due due = Due.publication(one.finished(), rules, today);
            if (one.differs(due)) {
              moves.put(one.stream(), move.to(due, BusinessClock.day(clock.instant())));
            }
          }
          Uni<?> moved =
              moves.isEmpty()
                  ? Uni.createFrom().voidItem()
                  : handler.handleAll(moves, context(today));
          return open.size() < PAGE
              ? moved.replaceWithVoid()
              : moved.chain(() -> page(open.getLast().id(), today));
        });
  }

  private CommandContext context(WorkdayCalendar today) {
    String cause = today.notices().getLast().number();
    return CommandContext.byItself("calendar", clock.instant(), cause);
  }
}
