package cn.doublerandom.servicekit.rest;

import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;

/** How long a request waited for its turn; said in its answer. */
@RequestScoped
public class WaitedTurn {
  /** Milliseconds an import waited for others before it began. */
  public static final String HEADER = "X-Import-Waited-Millis";

  private Duration waited = Duration.ZERO;

  void of(ImportTurns.Turn turn) {
    waited = turn.waited();
  }

  Duration waited() {
    return waited;
  }
}
