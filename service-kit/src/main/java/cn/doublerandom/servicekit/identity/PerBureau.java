package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.BureauKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What a bean keeps between requests, of each bureau its own. A bean of a service keeps nothing any
 * other way.
 *
 * @param <T> what is kept; safe to be changed by several at once
 */
public final class PerBureau<T> {
  private final Map<BureauKey, T> kept = new ConcurrentHashMap<>();
  private final Supplier<T> first;

  /**
   * @param first what is kept of a bureau that was never asked for
   */
  public PerBureau(Supplier<T> first) {
    this.first = first;
  }

  public T of(BureauKey bureau) {
    return kept.computeIfAbsent(bureau, unknown -> first.get());
  }
}
