package cn.doublerandom.publication.notice;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.publication.ChangeRejection.CHANGE_OF_ANOTHER;
import static cn.doublerandom.publication.ChangeRejection.CHANGE_REASON_MISSING;
import static cn.doublerandom.publication.PublicationRejection.BULLETIN_WITHDRAWN;
import static cn.doublerandom.publication.PublicationRejection.CHANGE_BY_ONE_PERSON;
import static cn.doublerandom.publication.PublicationRejection.CHANGE_WAITS;
import static cn.doublerandom.publication.PublicationRejection.NOTICE_UNKNOWN;
import static cn.doublerandom.publication.PublicationRejection.NO_CHANGE_WAITS;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.publication.notice.NoticeCommand.ApproveBulletinWithdrawal;
import cn.doublerandom.publication.notice.NoticeCommand.AskBulletinWithdrawal;
import cn.doublerandom.publication.notice.NoticeCommand.DeclineBulletinWithdrawal;
import cn.doublerandom.publication.notice.NoticeCommand.OfWithdrawal;
import cn.doublerandom.publication.notice.NoticeCommand.TakeBackBulletinWithdrawal;
import cn.doublerandom.publication.notice.NoticeEvent.BulletinWithdrawalAsked;
import cn.doublerandom.publication.notice.NoticeEvent.BulletinWithdrawalDeclined;
import cn.doublerandom.publication.notice.NoticeEvent.BulletinWithdrawalTakenBack;
import cn.doublerandom.publication.notice.NoticeEvent.BulletinWithdrawn;
import java.util.Optional;

/** 撤销 of a public bulletin: one supervisor asks, another decides; who asked may take it back. */
final class WithdrawalRules {
  private WithdrawalRules() {}

  static Decision<NoticeEvent> decide(OfWithdrawal command, Optional<Noted> known) {
    Noted noted = known.orElse(null);
    if (noted instanceof BulletinNotice notice) {
      return notice.withdrawn() == null ? unasked(command) : reject(BULLETIN_WITHDRAWN);
    } else if (noted instanceof BulletinWithdrawal asked) {
      return asked.waits() ? asked(command, asked) : unasked(command);
    }
    return reject(NOTICE_UNKNOWN);
  }

  private static Decision<NoticeEvent> unasked(OfWithdrawal command) {
    return switch (command) {
      case AskBulletinWithdrawal(var reason, var by, var today) ->
          accept(new BulletinWithdrawalAsked(reason, by, today));
      case ApproveBulletinWithdrawal approve -> reject(NO_CHANGE_WAITS);
      case DeclineBulletinWithdrawal decline -> reject(NO_CHANGE_WAITS);
      case TakeBackBulletinWithdrawal back -> reject(NO_CHANGE_WAITS);
    };
  }

  private static Decision<NoticeEvent> asked(OfWithdrawal command, BulletinWithdrawal asked) {
    return switch (command) {
      case AskBulletinWithdrawal again -> reject(CHANGE_WAITS);
      case ApproveBulletinWithdrawal(var by, var today) ->
          another(asked, by, new BulletinWithdrawn(asked.reason(), asked.by(), by, today));
      case DeclineBulletinWithdrawal(var reason, var by, var today) ->
          another(asked, by, new BulletinWithdrawalDeclined(reason, by, today));
      case TakeBackBulletinWithdrawal back -> takeBack(back, asked);
    };
  }

  private static Decision<NoticeEvent> takeBack(
      TakeBackBulletinWithdrawal back, BulletinWithdrawal asked) {
    if (!SecondPerson.isSame(asked.by(), back.by())) {
      return reject(CHANGE_OF_ANOTHER, "by", asked.by());
    } else if (!ReasonText.isInWords(back.reason())) {
      return reject(CHANGE_REASON_MISSING, "field", "reason");
    }
    return accept(new BulletinWithdrawalTakenBack(back.reason(), back.by(), back.today()));
  }

  private static Decision<NoticeEvent> another(
      BulletinWithdrawal asked, String by, NoticeEvent event) {
    return SecondPerson.isSame(asked.by(), by) ? reject(CHANGE_BY_ONE_PERSON) : accept(event);
  }

  /** The bulletin as it is public, whatever is asked about it. */
  static BulletinNotice notice(Optional<Noted> known) {
    Noted noted = known.orElse(null);
    if (noted instanceof BulletinNotice notice) {
      return notice;
    } else if (noted instanceof BulletinWithdrawal asked) {
      return asked.notice();
    }
    throw new IllegalStateException("a bulletin went on that was never public");
  }

  static BulletinWithdrawal.Ended of(BulletinWithdrawalDeclined declined) {
    return new BulletinWithdrawal.Ended(false, declined.reason(), declined.by(), declined.on());
  }

  static BulletinWithdrawal.Ended of(BulletinWithdrawalTakenBack back) {
    return new BulletinWithdrawal.Ended(true, back.reason(), back.by(), back.on());
  }

  /** What was asked, after it came to nothing. */
  static BulletinWithdrawal ended(Optional<Noted> known, BulletinWithdrawal.Ended ended) {
    if (known.orElse(null)
        instanceof BulletinWithdrawal(var notice, var reason, var by, var on, var none)) {
      return new BulletinWithdrawal(notice, reason, by, on, ended);
    }
    throw new IllegalStateException("what came to nothing was never asked for");
  }
}
