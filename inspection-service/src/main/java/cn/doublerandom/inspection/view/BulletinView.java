package cn.doublerandom.inspection.view;

import cn.doublerandom.inspection.bulletin.BulletinSummary;
import jakarta.inject.Singleton;

@Singleton
class BulletinView extends HearingView<BulletinRow, BulletinSummary> {
  BulletinView() {
    super(
        BulletinRow.class,
        "bulletin_view",
        BulletinSummary.class,
        "CONCLUDED",
        "(circulates OR jsonb_exists(units, :unit))");
  }
}
