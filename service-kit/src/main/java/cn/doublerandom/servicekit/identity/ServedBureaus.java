package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
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
  private volatile Map<BureauKey, ServedBureau> registered = Map.of();

  /** Their keys, also of those that are closed: what they did can be read. */
  public Set<BureauKey> keys() {
    Set<BureauKey> keys = new TreeSet<>(registered.keySet());
    keys.add(BureauKey.SEED);
    return keys;
  }

  /** Those the public knows: of a practice bureau it is told as little as of one there is not. */
  public Set<BureauKey> inPublic() {
    Set<BureauKey> keys = keys();
    keys.removeIf(BureauKey::isPractice);
    return keys;
  }

  /** Those that do something. */
  public Set<BureauKey> open() {
    Set<BureauKey> keys = keys();
    registered.values().stream()
        .filter(served -> !served.isOpen())
        .forEach(closed -> keys.remove(closed.bureau().key()));
    return keys;
  }

  /** Whether a bureau takes commands; of one that is not on the register nobody asks for any. */
  public boolean isOpen(BureauKey bureau) {
    ServedBureau known = registered.get(bureau);
    return known == null || known.isOpen();
  }

  /** What the register says of a bureau; empty where that was not heard yet. */
  public Optional<Bureau> entry(BureauKey bureau) {
    return Optional.ofNullable(registered.get(bureau)).map(ServedBureau::bureau);
  }

  /** Where their streams are in the log. */
  public Set<Scope> scopes() {
    return keys().stream().map(Asking::scope).collect(Collectors.toUnmodifiableSet());
  }

  /** The register was read: these are all of it. */
  public void are(Collection<ServedBureau> all) {
    Map<BureauKey, ServedBureau> read = new TreeMap<>();
    all.forEach(served -> read.put(served.bureau().key(), served));
    registered = read;
  }
}
