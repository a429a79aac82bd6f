package cn.doublerandom.servicekit.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Real time of recording; no setting can move it. */
@ApplicationScoped
public class SystemTime {
  public Instant now() {
    return Clock.systemUTC().instant();
  }
}
