package cn.doublerandom.servicekit.identity;

import cn.doublerandom.eventstore.Sha256;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Tokens whose signature was good a moment ago. The same one comes with every request of a page,
 * and its signature costs more than the page; how long it is valid is looked at each time. Known by
 * their hashes, so that nothing is learned from how long a look takes.
 */
final class VerifiedTokens {
  /** Shorter than keys of an identity provider are kept: one that is taken back is asked for. */
  static final Duration KEPT = Duration.ofMinutes(1);

  static final int MOST = 2_000;

  private final InstantSource clock;
  private final SequencedMap<String, Verified> known = new LinkedHashMap<>();

  VerifiedTokens(InstantSource clock) {
    this.clock = clock;
  }

  private record Verified(JWTCallerPrincipal who, Instant at) {
    boolean holds(Instant now) {
      return isKept(now) && now.getEpochSecond() < who.getExpirationTime();
    }

    /** A clock that was put back says nothing about when that was. */
    private boolean isKept(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(KEPT));
    }
  }

  /** What verifies a token, each time it is asked. */
  @FunctionalInterface
  interface Verifier {
    JWTCallerPrincipal verify(String token) throws ParseException;
  }

  /**
   * Whose token it is.
   *
   * @throws ParseException as the verifier says; what is refused is remembered by nobody
   */
  JWTCallerPrincipal of(String token, Verifier verifier) throws ParseException {
    Instant now = clock.instant();
    String hash = Sha256.hex(token.getBytes(StandardCharsets.UTF_8));
    Optional<JWTCallerPrincipal> remembered = remembered(hash, now);
    if (remembered.isPresent()) {
      return remembered.get();
    }
    JWTCallerPrincipal who = verifier.verify(token);
    remember(hash, new Verified(who, now));
    return who;
  }

  private synchronized Optional<JWTCallerPrincipal> remembered(String hash, Instant now) {
    return Optional.ofNullable(known.get(hash)).filter(one -> one.holds(now)).map(Verified::who);
  }

  private synchronized void remember(String hash, Verified verified) {
    known.remove(hash);
    known.put(hash, verified);
    known.values().removeIf(one -> !one.isKept(verified.at()));
    if (known.size() > MOST) {
      known.pollFirstEntry();
    }
  }
}
