package cn.doublerandom.draw.drawing;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import cn.doublerandom.draw.protocol.Entropy;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The public lotteries a draw may use (protocol §4): drawn on television, published by the state,
 * out of any county's reach.
 *
 * @param days on which it is drawn
 * @param at time of day, Asia/Shanghai
 */
public record PublicLottery(
    String source, List<Entropy.Group> groups, Set<DayOfWeek> days, LocalTime at) {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  /** 双色球: 6 of 33 and 1 of 16; 大乐透: 5 of 35 and 2 of 12. */
  public static final List<PublicLottery> PINNED =
      List.of(
          new PublicLottery(
              "双色球",
              List.of(new Entropy.Group(6, 1, 33), new Entropy.Group(1, 1, 16)),
              Set.of(TUESDAY, THURSDAY, SUNDAY),
              LocalTime.of(21, 15)),
          new PublicLottery(
              "大乐透",
              List.of(new Entropy.Group(5, 1, 35), new Entropy.Group(2, 1, 12)),
              Set.of(MONDAY, WEDNESDAY, SATURDAY),
              LocalTime.of(21, 25)));

  public PublicLottery {
    groups = List.copyOf(groups);
    days = Set.copyOf(days);
  }

  static Optional<PublicLottery> named(String source) {
    return PINNED.stream().filter(l -> l.source.equals(source)).findFirst();
  }

  /** Whether the lottery is drawn at just this time. */
  boolean isDrawnAt(Instant time) {
    ZonedDateTime local = time.atZone(BEIJING);
    return days.contains(local.getDayOfWeek()) && local.toLocalTime().equals(at);
  }
}
