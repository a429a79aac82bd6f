package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.BureauKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

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
}
