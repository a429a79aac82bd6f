package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.bulletin.BulletinEvent;
import cn.doublerandom.inspection.bulletin.BulletinEvent.BulletinDrawnUp;
import cn.doublerandom.inspection.bulletin.BulletinSummary;
import cn.doublerandom.inspection.bulletin.Reach;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingCommand;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The bulletins. */
@Singleton
class BulletinProjection
    extends HearingProjection<BulletinDrawnUp, Reach, BulletinEvent, BulletinSummary> {
  @Inject
  BulletinProjection(
      BulletinView bulletins,
      CommandHandler<
              HearingCommand<BulletinDrawnUp, Reach>,
              BulletinEvent,
              Hearing<BulletinDrawnUp, Reach>>
          handler) {
    super(VisitStreams.BULLETIN, bulletins.rows, handler, BulletinSummary::of);
  }

  @Override
  public String name() {
    return "bulletins";
  }
}
