package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.eventstore.decider.StreamKind;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingCommand;
import cn.doublerandom.inspection.hearing.HearingDirectory;
import cn.doublerandom.inspection.hearing.HearingEvent;
import cn.doublerandom.inspection.hearing.HearingSummary;
import cn.doublerandom.inspection.hearing.Opening;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 听取意见: a supervisor puts something to units, they answer, another person concludes. Each kind says
 * what is put to them.
 */
public abstract class Hearings<
    O extends Opening, C, E extends HearingEvent<O, C>, S extends HearingSummary> {
  private static final int UNIT_DIGITS = 12;

  private final CommandHandler<HearingCommand<O, C>, E, Hearing<O, C>> hearings;
  private final HearingDirectory<S> directory;
  private final EventStore store;
  private final StreamKind kind;
  private final Rejection unknown;

  /**
   * @param unknown what who may not read it is told
   */
  protected Hearings(
      CommandHandler<HearingCommand<O, C>, E, Hearing<O, C>> hearings,
      HearingDirectory<S> directory,
      EventStore store,
      StreamKind kind,
      Rejection unknown) {
    this.hearings = hearings;
    this.directory = directory;
    this.store = store;
    this.kind = kind;
    this.unknown = unknown;
  }

  /**
   * Who reads or does something.
   *
   * @param unit empty where he has none
   * @param supervises whether he sees the hearings of every unit
   */
  public record Reader(String unit, boolean supervises) {
    /** Who does not lead his unit is shown what is for all, and nothing of his unit before. */
    public static Reader of(String unit, boolean leads, boolean supervises) {
      return new Reader(leads || supervises ? unit : "", supervises);
    }
  }

  /** A unit as ids have it. */
  protected static String digits(String unit) {
    return Sha256.hex(unit.getBytes(StandardCharsets.UTF_8)).substring(0, UNIT_DIGITS);
  }

  /**
   * Something is put to the units as it is counted now.
   *
   * @param opening empty where nothing is there
   * @param own unit of who does it
   */
  protected Uni<Handled<E, Hearing<O, C>>> open(
      String id, Optional<O> opening, String own, CommandContext context) {
    return hearings.handle(
        kind.of(id),
        new HearingCommand.Open<>(opening, own, BusinessClock.day(context.at())),
        context);
  }

  /** A unit answers. */
  public Uni<Handled<E, Hearing<O, C>>> answer(
      String id, String answer, Reader reader, CommandContext context) {
    return known(id, reader)
        .flatMap(known ->
            hearings.handle(
                kind.of(id),
                new HearingCommand.Answer<>(answer, context.actor(), reader.unit()),
                context));
  }

  /** Another person concludes. */
  public Uni<Handled<E, Hearing<O, C>>> conclude(
      String id, C conclusion, String reason, String own, CommandContext context) {
    return hearings.handle(
        kind.of(id),
        new HearingCommand.Conclude<>(
            conclusion, reason, context.actor(), own, BusinessClock.day(context.at())),
        context);
  }

  /** One hearing with its version; to another unit it is not there. */
  public Uni<CommandHandler.Loaded<Hearing<O, C>>> known(String id, Reader reader) {
    return hearings
        .load(kind.of(id))
        .invoke(loaded -> {
          if (loaded.state().opened().filter(of -> isFor(of, loaded.state(), reader)).isEmpty()) {
            throw new ProblemException(unknown);
          }
        })
        .map(
            loaded -> new CommandHandler.Loaded<>(shown(loaded.state(), reader), loaded.version()));
  }

  private boolean isFor(O of, Hearing<O, C> hearing, Reader reader) {
    return reader.supervises()
        || isForAll(hearing)
        || Hearing.own(of.units(), reader.unit()).isPresent();
  }

  /** Whether units read it that nothing was put to. */
  protected boolean isForAll(Hearing<O, C> hearing) {
    return false;
  }

  /** As much of it as a reader may see who may read it. */
  public Hearing<O, C> shown(Hearing<O, C> hearing, Reader reader) {
    return hearing;
  }

  /** Hearings by id: all of them, or those of the reader's unit. */
  public Uni<List<S>> page(Reader reader, String after, int limit) {
    return Uni.createFrom()
        .completionStage(() ->
            reader.supervises()
                ? directory.page(after, limit)
                : directory.of(reader.unit(), after, limit));
  }

  /** Its stream. */
  public String stream(String id) {
    return kind.of(id);
  }

  /**
   * One event with its circumstances.
   *
   * @param day of the business
   * @param recorded the real day of the recording
   */
  public record Happened<E>(E event, LocalDate day, LocalDate recorded) {}

  /** Everything that was recorded of it, newest first. */
  public Uni<List<Happened<E>>> story(String id) {
    return store
        .asked()
        .flatMap(asked -> asked.load(List.of(kind.of(id))))
        .map(events ->
            events.stream()
                .map(event -> {
                  Metadata known = Metadata.of(event);
                  return new Happened<>(
                      hearings.decode(event),
                      BusinessClock.day(known.at()),
                      BusinessClock.day(known.recordedAt()));
                })
                .toList()
                .reversed());
  }
}
