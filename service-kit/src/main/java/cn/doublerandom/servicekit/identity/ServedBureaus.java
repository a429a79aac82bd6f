package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The bureaus this installation serves: those of the register, as it was read last, and the one the
 * installation began with, which keeps the register, before anything was read. A token for any
 * other is no token for it.
 */
@ApplicationScoped
public class ServedBureaus {
  private volatile Known known = Known.of(Map.of());

  /** What is asked for with every request is made once for each reading of the register. */
  private record Known(
      Map<BureauKey, ServedBureau> registered,
      Set<BureauKey> keys,
      Set<BureauKey> inPublic,
      Set<BureauKey> open) {
    private static Known of(Map<BureauKey, ServedBureau> registered) {
      Set<BureauKey> keys = new TreeSet<>(registered.keySet());
      keys.add(BureauKey.SEED);
      Set<BureauKey> open = new TreeSet<>(keys);
      registered.values().stream()
          .filter(served -> !served.isOpen())
          .forEach(closed -> open.remove(closed.bureau().key()));
      Set<BureauKey> inPublic = new TreeSet<>(keys);
      inPublic.removeIf(BureauKey::isPractice);
      return new Known(
          registered,
          Collections.unmodifiableSet(keys),
          Collections.unmodifiableSet(inPublic),
          Collections.unmodifiableSet(open));
    }
  }

  /** Their keys, also of those that are closed: what they did can be read. */
  public Set<BureauKey> keys() {
    return known.keys();
  }

  /** Those the public knows: of a practice bureau it is told as little as of one there is not. */
  public Set<BureauKey> inPublic() {
    return known.inPublic();
  }

  /** Those that do something. */
  public Set<BureauKey> open() {
    return known.open();
  }

  /** Whether a bureau takes commands; of one that is not on the register nobody asks for any. */
  public boolean isOpen(BureauKey bureau) {
    ServedBureau served = known.registered().get(bureau);
    return served == null || served.isOpen();
  }

  /** What the register says of a bureau; empty where that was not heard yet. */
  public Optional<Bureau> entry(BureauKey bureau) {
    return Optional.ofNullable(known.registered().get(bureau)).map(ServedBureau::bureau);
  }

  /** Where their streams are in the log. */
  public Set<Scope> scopes() {
    return keys().stream().map(Asking::scope).collect(Collectors.toUnmodifiableSet());
  }

  /** The register was read: these are all of it. */
  public void are(Collection<ServedBureau> all) {
    Map<BureauKey, ServedBureau> read = new TreeMap<>();
    all.forEach(served -> read.put(served.bureau().key(), served));
    known = Known.of(read);
  }
}
