package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the register says of the bureau that asks: its name, its code, how it numbers documents. */
@ApplicationScoped
public class OwnBureau {
  private final Asking asking;
  private final ServedBureaus served;

  @Inject
  OwnBureau(Asking asking, ServedBureaus served) {
    this.asking = asking;
    this.served = served;
  }

  /** Its entry; fails with {@link EdgeRejection#BUREAU_NOT_HEARD} as long as it was not told. */
  public Uni<Bureau> entry() {
    return asking
        .orSeed()
        .map(bureau ->
            served
                .entry(bureau)
                .orElseThrow(() -> new ProblemException(EdgeRejection.BUREAU_NOT_HEARD)));
  }
}
