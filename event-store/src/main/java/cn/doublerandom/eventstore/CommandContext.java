package cn.doublerandom.eventstore;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;

/**
 * Who asks, when, and under which conditions; made at the edge, because only the edge reads clocks.
 *
 * @param key present where a repetition must have no second effect
 * @param expectedVersion present where the client saw a version and insists on it (If-Match)
 */
public record CommandContext(
    String actor,
    Instant at,
    Instant recordedAt,
    String correlationId,
    String causationId,
    Optional<CommandKey> key,
    OptionalLong expectedVersion) {

  /**
   * Of what the house does by itself, because of a moment or of what it has read; recorded now.
   *
   * @param actor what does it, where an account stands otherwise
   * @param cause what it is done for; it is repeated freely, at whatever version
   */
  public static CommandContext byItself(String actor, Instant now, String cause) {
    return new CommandContext(
        actor,
        now,
        Clock.systemUTC().instant(),
        cause,
        cause,
        Optional.empty(),
        OptionalLong.empty());
  }

  /** The same without its idempotency key. */
  public CommandContext withoutKey() {
    return new CommandContext(
        actor, at, recordedAt, correlationId, causationId, Optional.empty(), expectedVersion);
  }

  /** The same at a later moment, where much was done before anything is decided. */
  public CommandContext at(Instant later, Instant laterRecorded) {
    return new CommandContext(
        actor, later, laterRecorded, correlationId, causationId, key, expectedVersion);
  }

  /** The same where what is decided names another cause than its request. */
  public CommandContext causedBy(String cause) {
    return new CommandContext(actor, at, recordedAt, correlationId, cause, key, expectedVersion);
  }

  /** The same for what goes with a command by itself: repeated freely, at whatever version. */
  public CommandContext unconditional() {
    return new CommandContext(
        actor, at, recordedAt, correlationId, causationId, Optional.empty(), OptionalLong.empty());
  }

  /** The same where the client knows the versions of the stream by other numbers. */
  public CommandContext expecting(LongUnaryOperator version) {
    return new CommandContext(
        actor,
        at,
        recordedAt,
        correlationId,
        causationId,
        key,
        expectedVersion.isPresent()
            ? OptionalLong.of(version.applyAsLong(expectedVersion.getAsLong()))
            : expectedVersion);
  }

  /**
   * The same for what was made of a version: it holds for that one, unless the client saw another.
   */
  public CommandContext seen(long version) {
    return expectedVersion.isPresent()
        ? this
        : new CommandContext(
            actor, at, recordedAt, correlationId, causationId, key, OptionalLong.of(version));
  }

  /** The metadata of an event this context leads to, canonical JSON. */
  public String json() {
    return new Metadata(actor, at, recordedAt, correlationId, causationId).json();
  }
}
