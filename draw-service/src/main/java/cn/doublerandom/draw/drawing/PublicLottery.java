package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.Entropy;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * A public lottery a draw may use (protocol §4), as the rule packs pin it: drawn on television,
 * published by the state, out of any county's reach.
 *
 * @param days on which it is drawn
 * @param at time of day, Asia/Shanghai
 * @param issues how its issues are numbered
 */
public record PublicLottery(
    String source, List<Entropy.Group> groups, Set<DayOfWeek> days, LocalTime at, Issues issues) {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  public PublicLottery {
    groups = List.copyOf(groups);
    days = Set.copyOf(days);
  }

  /** Whether the promise is of this lottery and of one of its scheduled times. */
  boolean pins(Entropy.LotteryPromise promise) {
    return promise.source().equals(source)
        && promise.groups().equals(groups)
        && isDrawnAt(Instant.parse(promise.drawnAt()));
  }

  /**
   * The year and a number of three digits within it, from 001.
   *
   * @param yearDigits how many digits of the year are written
   * @param most issues in a year
   */
  public record Issues(int yearDigits, int most) {
    private static final int NUMBER_DIGITS = 3;

    private boolean fit(String issue, Instant drawnAt) {
      String year = String.valueOf(drawnAt.atZone(BEIJING).getYear());
      String written = year.substring(year.length() - yearDigits);
      if (!issue.matches("[0-9]{" + (yearDigits + NUMBER_DIGITS) + "}")
          || !issue.startsWith(written)) {
        return false;
      }
      int number = Integer.parseInt(issue.substring(yearDigits));
      return number >= 1 && number <= most;
    }
  }

  /** Whether the lottery numbers its issues so, in the year of the promised time. */
  boolean numbers(Entropy.LotteryPromise promise) {
    return issues.fit(promise.issue(), Instant.parse(promise.drawnAt()));
  }

  private boolean isDrawnAt(Instant time) {
    ZonedDateTime local = time.atZone(BEIJING);
    return days.contains(local.getDayOfWeek()) && local.toLocalTime().equals(at);
  }
}
