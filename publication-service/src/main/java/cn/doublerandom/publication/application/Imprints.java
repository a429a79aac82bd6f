package cn.doublerandom.publication.application;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.Imprint;
import cn.doublerandom.publication.notice.Imprint.Validity;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.result.Ending;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.identity.ServedBureaus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 公示要素 of the notices, each by the bureau its id begins with. */
@ApplicationScoped
public class Imprints {
  private final ServedBureaus bureaus;

  @Inject
  Imprints(ServedBureaus bureaus) {
    this.bureaus = bureaus;
  }

  public Imprint of(PlanNotice plan) {
    return Imprint.of(plan, bureau(plan.planKey()));
  }

  public Imprint of(PublicNotices.PlannedProgramme programme) {
    return Imprint.of(
        programme.notice(), programme.issuer(), bureau(programme.notice().programmeId()));
  }

  public Imprint of(PlannedDraw planned) {
    return Imprint.of(planned.draw(), planned.authority(), bureau(planned.draw().drawId()));
  }

  /** Of a bulletin. */
  public Imprint of(BulletinNotice bulletin) {
    return Imprint.of(bulletin, bureau(bulletin.bulletinId()));
  }

  /** Of a result that is public, or as it would be. */
  public Imprint of(ResultNotice result, PlannedDraw planned) {
    return of(result, planned.authority());
  }

  /** Of a published result with the task it came from. */
  Imprint of(PlannedResult planned) {
    return of(planned.result(), planned.authority());
  }

  private Imprint of(ResultNotice result, String authority) {
    ResultNotice.Published published = result.published();
    if (published == null) {
      throw new IllegalArgumentException(result.content().resultId() + " is not public");
    }
    return Imprint.ofResult(
        published.indexNumber(),
        published.on(),
        validity(published),
        authority,
        bureau(result.content().resultId()));
  }

  /** The same for a page that may have nothing to show yet. */
  public @Nullable Imprint ofShown(ShownResult shown) {
    return shown.notice() == null || shown.planned() == null
        ? null
        : of(shown.notice(), shown.planned());
  }

  private static Validity validity(ResultNotice.Published published) {
    if (published.withdrawn() != null) {
      return Validity.VOID;
    }
    Ending ended = published.ended();
    if (ended != null) {
      return switch (ended.cause()) {
        case PERIOD_OVER -> Validity.EXPIRED;
        case REPAIRED -> Validity.REPAIRED;
      };
    }
    return published.former() == null ? Validity.IN_FORCE : Validity.AMENDED;
  }

  private Optional<Bureau> bureau(String id) {
    return BureauKey.ofId(id).flatMap(bureaus::entry);
  }
}
