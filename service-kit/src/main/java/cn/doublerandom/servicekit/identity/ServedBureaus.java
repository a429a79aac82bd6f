package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The bureaus this installation serves: one, until its read models and registers are kept apart by
 * bureau (docs/adr/0037). A token for any other is no token for it.
 */
@ApplicationScoped
public class ServedBureaus {
  /** Their keys. */
  public Set<BureauKey> keys() {
    return Set.of(BureauKey.SEED);
  }

  /** Where their streams are in the log. */
  public Set<Scope> scopes() {
    return keys().stream().map(Asking::scope).collect(Collectors.toUnmodifiableSet());
  }
}
