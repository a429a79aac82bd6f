package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.BureauKey;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * 演练: what is done as a practice bureau is an exercise (ADR 87). Pages and papers ask here whether
 * they say so, and whatever leaves the house asks here whether it may.
 */
@ApplicationScoped
public class Practice {
  private final Acting acting;
  private final boolean publishes;

  /**
   * @param publishes whether what this service does makes things public
   */
  @Inject
  Practice(Acting acting, @ConfigProperty(name = "suite.publishes") boolean publishes) {
    this.acting = acting;
    this.publishes = publishes;
  }

  /** Whether what is asked for now is an exercise. */
  public boolean isNow() {
    return Arc.container().requestContext().isActive()
        && acting.bureau().map(BureauKey::isPractice).orElseGet(acting::isPractice);
  }

  /**
   * Whether what a bureau has stays in this service: it takes what others tell of it, to show what
   * would become public, and neither does nor tells anything.
   */
  public boolean isKeptIn(BureauKey bureau) {
    return publishes && bureau.isPractice();
  }
}
