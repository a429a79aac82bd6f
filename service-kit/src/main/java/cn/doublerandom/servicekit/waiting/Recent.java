package cn.doublerandom.servicekit.waiting;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/** What was done last in one service (最近办理). */
public interface Recent {
  /** As far as somebody may see it. */
  Uni<Recently> of(Person person, LocalDate today);
}
