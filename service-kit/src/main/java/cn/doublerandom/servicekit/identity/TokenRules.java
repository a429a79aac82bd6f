package cn.doublerandom.servicekit.identity;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.servicekit.text.TextGuard;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a token must be beyond well signed: short-lived, of the present, somebody's, spelt once. */
final class TokenRules {
  /** A working day with its overtime; who works on signs in again. */
  static final Duration LONGEST = Duration.ofHours(12);

  /** How far the clocks of two machines may be apart. */
  static final Duration SKEW = Duration.ofSeconds(60);

  private TokenRules() {}

  /** Why the token is refused; none of its words. */
  enum Fault {
    WITHOUT_TIMES,
    TOO_LONG,
    FROM_THE_FUTURE,
    NOBODYS,
    NAME_MALFORMED,
    NOT_CANONICAL,
    TOO_LARGE,
    MALFORMED,
    BUREAU_MALFORMED,
    BUREAUS_LISTED,
    BUREAU_NOT_NAMED,
    BUREAU_NOT_SERVED
  }

  /**
   * @param issuedAt seconds; 0 where the token does not say
   * @param expires seconds; 0 where the token does not say
   * @param subject whom it names
   * @param raw as it was sent
   */
  static Optional<Fault> fault(
      long issuedAt, long expires, @Nullable String subject, String raw, Instant now) {
    if (issuedAt <= 0 || expires <= 0) {
      return Optional.of(Fault.WITHOUT_TIMES);
    } else if (expires - issuedAt > LONGEST.toSeconds()) {
      return Optional.of(Fault.TOO_LONG);
    } else if (issuedAt > now.plus(SKEW).getEpochSecond()) {
      return Optional.of(Fault.FROM_THE_FUTURE);
    } else if (subject == null || subject.isBlank()) {
      return Optional.of(Fault.NOBODYS);
    }
    return isCanonical(raw) ? Optional.empty() : Optional.of(Fault.NOT_CANONICAL);
  }

  /** Longer is no account and no unit. */
  private static final int LONGEST_NAME = 200;

  /**
   * Whether an account or a unit is written as one: what is stored, searched and shown for ever has
   * no signs nobody sees, nothing at its ends, and an end.
   */
  static boolean isWritten(String name) {
    return name.length() <= LONGEST_NAME
        && name.equals(name.strip())
        && TextGuard.unreadableInLine(name).isEmpty()
        && TextGuard.hidden(name).isEmpty()
        && name.codePoints().noneMatch(sign -> Character.getType(sign) == Character.PRIVATE_USE);
  }

  /**
   * Whether an account is written as one, and as that of one person: not as of a deputy (ADR 56).
   */
  static boolean isAccount(String name) {
    return isWritten(name) && !SecondPerson.isDeputy(name);
  }

  /** Three parts, each written in the one way base64url has for its bytes. */
  static boolean isCanonical(String raw) {
    String[] parts = raw.split("\\.", -1);
    if (parts.length != 3) {
      return false;
    }
    for (String part : parts) {
      try {
        byte[] bytes = Base64.getUrlDecoder().decode(part);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
          return false;
        }
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
    return true;
  }
}
