package cn.doublerandom.inspection.external;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.inspection.evidence.EvidenceStore;
import cn.doublerandom.servicekit.time.Watch;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Looks whether the bucket of evidence answers, so that it is known to be away before somebody
 * stands at a door with a photo. The bucket is one for all bureaus: with the first of them it is
 * looked at.
 */
@ApplicationScoped
class EvidenceWatch implements Watch {
  private final EvidenceStore store;

  @Inject
  EvidenceWatch(EvidenceStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "evidence";
  }

  @Override
  public When when() {
    return new When.Every("{suite.evidence.watch}");
  }

  @Override
  public Uni<Void> look(BureauKey bureau) {
    return store instanceof EvidenceBucket bucket && bureau.equals(BureauKey.SEED)
        ? Uni.createFrom()
            .voidItem()
            .emitOn(Infrastructure.getDefaultWorkerPool())
            .invoke(bucket::look)
        : Uni.createFrom().voidItem();
  }
}
