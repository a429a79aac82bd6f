package cn.doublerandom.gateway.session;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody is signed in, until he goes, rests for half an hour, or a working day is over.
 *
 * @param account letters, digits, point, hyphen and underscore, at most 64
 * @param role he chose to act in; empty where he acts in all he has
 * @param begun when he signed in, to the second
 * @param lastUsed when he was last seen, to the second and noted once a minute
 */
public record Session(String account, String role, Instant begun, Instant lastUsed) {
  /** A working day. */
  public static final Duration LONGEST = Duration.ofHours(8);

  /** After which nobody may be at the desk any more. */
  public static final Duration IDLE = Duration.ofMinutes(30);

  /** A cookie is made anew no more often than this. */
  static final Duration NOTED = Duration.ofMinutes(1);

  /** What an account may be called; it is the name of a file as well. */
  public static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private static final Pattern ROLE = Pattern.compile("[a-z-]{0,32}");
  private static final int MEMBERS = 4;

  public Session {
    if (!ACCOUNT.matcher(account).matches() || !ROLE.matcher(role).matches()) {
      throw new IllegalArgumentException("account or role of another form");
    }
    begun = Instant.ofEpochSecond(begun.getEpochSecond());
    lastUsed = Instant.ofEpochSecond(lastUsed.getEpochSecond());
  }

  /** Begins now. */
  public static Session begin(String account, Instant now) {
    return new Session(account, "", now, now);
  }

  /** Whether it no longer counts; one from the future never did. */
  public boolean isOver(Instant now) {
    return !now.isBefore(begun.plus(LONGEST))
        || !now.isBefore(lastUsed.plus(IDLE))
        || lastUsed.isBefore(begun)
        || lastUsed.isAfter(now.plus(NOTED));
  }

  /** Whether its last use is to be noted again. */
  public boolean isToBeRenewed(Instant now) {
    return !now.isBefore(lastUsed.plus(NOTED));
  }

  /** Used now; it ends no later for that than eight hours after it began. */
  public Session used(Instant now) {
    return new Session(account, role, begun, now);
  }

  /** The same person, acting in one of his roles; empty in all of them. */
  public Session acting(String chosen) {
    return new Session(account, chosen, begun, lastUsed);
  }

  byte[] bytes() {
    return String.join(
            "\n",
            account,
            role,
            Long.toString(begun.getEpochSecond()),
            Long.toString(lastUsed.getEpochSecond()))
        .getBytes(StandardCharsets.UTF_8);
  }

  static Optional<Session> of(byte[] bytes) {
    String[] members = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
    if (members.length != MEMBERS) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Session(
              members[0],
              members[1],
              Instant.ofEpochSecond(Long.parseLong(members[2])),
              Instant.ofEpochSecond(Long.parseLong(members[3]))));
    } catch (IllegalArgumentException | DateTimeException anotherForm) {
      return Optional.empty();
    }
  }
}
