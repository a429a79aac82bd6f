package cn.doublerandom.publication.notice;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Bulletins that are public, as they are read. */
public interface BulletinBoard {
  /** At most {@code limit} with an id after {@code after}, ascending. */
  CompletionStage<List<BulletinNotice>> bulletins(String after, int limit);

  CompletionStage<Optional<BulletinNotice>> bulletin(String bulletinId);

  /** By id; unknown ones are absent. */
  CompletionStage<List<BulletinNotice>> bulletinsOf(List<String> ids);

  /** About a year, by id. */
  CompletionStage<List<BulletinNotice>> bulletinsAbout(int year);

  /** Withdrawals that wait for another person. */
  CompletionStage<List<AskedWithdrawal>> askedWithdrawals();

  /** The newest first, by the day they became public. */
  CompletionStage<List<BulletinNotice>> newestBulletins(int limit);
}
