package cn.doublerandom.gateway.session;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody is signed in, until he goes, rests for half an hour, or a working day is over.
 *
 * @param account letters, digits, point, hyphen and underscore, at most 64
 * @param role he chose to act in; empty where he acts in all he has
 * @param bureau he chose to act in, by its key; empty where his token says it
 * @param principal account of whom he chose to act for (代理), and then in no role of his own; empty
 *     where he acts for himself
 * @param begun when he signed in, to the second
 * @param lastUsed when he was last seen, to the second and noted once a minute
 */
public record Session(
    String account, String role, String bureau, String principal, Instant begun, Instant lastUsed) {
  /** A working day. */
  public static final Duration LONGEST = Duration.ofHours(8);

  /** After which nobody may be at the desk any more. */
  public static final Duration IDLE = Duration.ofMinutes(30);

  /** A cookie is made anew no more often than this. */
  static final Duration NOTED = Duration.ofMinutes(1);

  /** What an account may be called; it is the name of a file as well. */
  public static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private static final Pattern ROLE = Pattern.compile("[a-z-]{0,32}");
  private static final Pattern BUREAU = Pattern.compile("([1-8][0-9]{5}(\\.[a-z0-9]{1,12})?)?");

  /** Of before somebody could choose a bureau, or act for another. */
  private static final Set<Integer> MEMBERS_BEFORE = Set.of(4, 5);

  private static final int BUREAU_AT = 4;
  private static final int PRINCIPAL_AT = 5;
  private static final int MEMBERS = 6;

  public Session {
    if (!ACCOUNT.matcher(account).matches()
        || !ROLE.matcher(role).matches()
        || !BUREAU.matcher(bureau).matches()
        || !(principal.isEmpty() || ACCOUNT.matcher(principal).matches())) {
      throw new IllegalArgumentException("account, role, bureau or principal of another form");
    }
    begun = Instant.ofEpochSecond(begun.getEpochSecond());
    lastUsed = Instant.ofEpochSecond(lastUsed.getEpochSecond());
  }

  /** Of somebody who acts for himself. */
  public Session(String account, String role, String bureau, Instant begun, Instant lastUsed) {
    this(account, role, bureau, "", begun, lastUsed);
  }

  /** Of somebody who chose no bureau. */
  public Session(String account, String role, Instant begun, Instant lastUsed) {
    this(account, role, "", begun, lastUsed);
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
    return new Session(account, role, bureau, principal, begun, now);
  }

  /** The same person, acting in one of his roles; empty in all of them. */
  public Session acting(String chosen) {
    return new Session(account, chosen, bureau, begun, lastUsed);
  }

  /** The same person, acting in one of his bureaus; empty in that of his token. */
  public Session in(String chosen) {
    return new Session(account, role, chosen, begun, lastUsed);
  }

  /** The same person, acting for another in what was lent to him. */
  public Session actingFor(String another) {
    return new Session(account, "", bureau, another, begun, lastUsed);
  }

  byte[] bytes() {
    return String.join(
            "\n",
            account,
            role,
            Long.toString(begun.getEpochSecond()),
            Long.toString(lastUsed.getEpochSecond()),
            bureau,
            principal)
        .getBytes(StandardCharsets.UTF_8);
  }

  static Optional<Session> of(byte[] bytes) {
    String[] members = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
    if (members.length != MEMBERS && !MEMBERS_BEFORE.contains(members.length)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Session(
              members[0],
              members[1],
              members.length > BUREAU_AT ? members[BUREAU_AT] : "",
              members.length > PRINCIPAL_AT ? members[PRINCIPAL_AT] : "",
              Instant.ofEpochSecond(Long.parseLong(members[2])),
              Instant.ofEpochSecond(Long.parseLong(members[3]))));
    } catch (IllegalArgumentException | DateTimeException anotherForm) {
      return Optional.empty();
    }
  }
}
