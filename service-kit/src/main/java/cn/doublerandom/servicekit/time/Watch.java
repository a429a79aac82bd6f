package cn.doublerandom.servicekit.time;

import cn.doublerandom.bureau.key.BureauKey;
import io.smallrye.mutiny.Uni;

/**
 * What a service looks after by itself, again and again. It is asked for one bureau at a time and
 * acts as that bureau: {@link Watches} is who goes round.
 */
public interface Watch {
  /** What it is called where it fails; unique in the service. */
  String name();

  /** When it looks. */
  When when();

  /** Whether what it does is read outside the house; of a practice bureau nothing is. */
  default boolean isForOthers() {
    return false;
  }

  /** Looks once, of this bureau alone. */
  Uni<?> look(BureauKey bureau);

  /** How often something is done. */
  sealed interface When {
    /**
     * @param setting which says how long after one another, as {@code {suite.plan-watch}}
     */
    record Every(String setting) implements When {}

    /**
     * @param setting which says at what time of the day in Shanghai, as cron
     */
    record At(String setting) implements When {}
  }
}
