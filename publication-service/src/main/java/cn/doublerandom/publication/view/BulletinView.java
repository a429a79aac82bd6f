package cn.doublerandom.publication.view;

import cn.doublerandom.publication.notice.AskedWithdrawal;
import cn.doublerandom.publication.notice.BulletinBoard;
import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class BulletinView implements BulletinBoard {
  /** Issues have two figures. */
  private static final int MOST_OF_A_YEAR = 100;

  private final Documents<BulletinNoticeRow, BulletinNotice> bulletins =
      new Documents<>(BulletinNoticeRow.class, "bulletin_notice_view", BulletinNotice.class);

  private final Documents<AskedWithdrawalRow, AskedWithdrawal> withdrawals =
      new Documents<>(AskedWithdrawalRow.class, "asked_withdrawal_view", AskedWithdrawal.class);

  @Override
  public CompletionStage<List<BulletinNotice>> bulletins(String after, int limit) {
    return bulletins.page(after, limit);
  }

  @Override
  public CompletionStage<Optional<BulletinNotice>> bulletin(String bulletinId) {
    return bulletins.find(bulletinId);
  }

  @Override
  public CompletionStage<List<BulletinNotice>> bulletinsOf(List<String> ids) {
    return bulletins.among(ids);
  }

  @Override
  public CompletionStage<List<BulletinNotice>> bulletinsAbout(int year) {
    return bulletins.allWhere("id like ?1", "%-" + year + "-%", MOST_OF_A_YEAR);
  }

  @Override
  public CompletionStage<List<AskedWithdrawal>> askedWithdrawals() {
    return withdrawals.where("waits = ?1", true, MOST_OF_A_YEAR);
  }

  @Override
  public CompletionStage<List<BulletinNotice>> newestBulletins(int limit) {
    return bulletins.newest("publishedOn", limit);
  }
}
