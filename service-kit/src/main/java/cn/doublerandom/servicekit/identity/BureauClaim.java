package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.servicekit.identity.TokenRules.Fault;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For which bureau somebody acts, as a token claims it: one key; a list, also of one, only for who
 * reads and changes nothing. A token that names none is of the seed's bureau; one that names
 * nothing ({@code null}) is refused by {@link TokenForm} before.
 *
 * @param bureaus at least one, none twice
 */
record BureauClaim(List<BureauKey> bureaus) {
  static final String NAME = "bureau";

  /** Who may read of several bureaus; none of them changes anything. */
  private static final Set<String> OF_SEVERAL = Set.of(Roles.PLATFORM, Roles.AUDITOR);

  /** As many as a province has. */
  private static final int MOST = 10_000;

  BureauClaim {
    bureaus = List.copyOf(bureaus);
  }

  /** What comes of a token: whose it is, or why it is refused. */
  sealed interface Read {
    /** Of those bureaus. */
    record Of(BureauClaim claim) implements Read {}

    /** Of none. */
    record Refused(Fault fault) implements Read {}
  }

  /**
   * Reads the claim.
   *
   * @param claim as the token has it; absent where it has none
   * @param roles all of the token
   * @param served bureaus there are here
   */
  static Read read(@Nullable Object claim, Set<String> roles, Set<BureauKey> served) {
    Optional<List<BureauKey>> named = named(claim);
    if (named.isEmpty()) {
      return new Read.Refused(Fault.BUREAU_MALFORMED);
    }
    List<BureauKey> bureaus = named.get();
    boolean mayList = !roles.isEmpty() && OF_SEVERAL.containsAll(roles);
    if (claim instanceof Collection<?> && !mayList) {
      return new Read.Refused(Fault.BUREAUS_LISTED);
    }
    List<BureauKey> here = bureaus.stream().filter(served::contains).toList();
    return here.isEmpty()
        ? new Read.Refused(Fault.BUREAU_NOT_SERVED)
        : new Read.Of(new BureauClaim(here));
  }

  /** The keys, where the claim is of the form. */
  private static Optional<List<BureauKey>> named(@Nullable Object claim) {
    if (claim == null) {
      return Optional.of(List.of(BureauKey.SEED));
    }
    if (!(claim instanceof Collection<?> several)) {
      return key(claim).map(List::of);
    }
    if (several.isEmpty() || several.size() > MOST) {
      return Optional.empty();
    }
    List<BureauKey> keys = new ArrayList<>();
    for (Object one : several) {
      Optional<BureauKey> key = key(one);
      if (key.isEmpty()) {
        return Optional.empty();
      }
      keys.add(key.get());
    }
    return Set.copyOf(keys).size() == keys.size() ? Optional.of(keys) : Optional.empty();
  }

  private static Optional<BureauKey> key(Object text) {
    if (text instanceof JsonString json) {
      return BureauKey.of(json.getString());
    }
    return text instanceof String plain ? BureauKey.of(plain) : Optional.empty();
  }
}
