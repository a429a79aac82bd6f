package cn.doublerandom.draw.drawing;

import cn.doublerandom.bureau.reason.RegisterWords;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What was known at the freeze of a day to come: the subject was drawn, or not, as it stood on the
 * day of the freeze.
 *
 * @param from first day
 * @param status ACTIVE, SUSPENDED, CANCELLED, MOVED_OUT or REVOKED from then on
 */
public record Upcoming(String subject, LocalDate from, String status) {

  /** Who of the frame will not stand as now for ever, as far as is known, ascending. */
  public static List<Upcoming> of(List<FrameEntry> frame, List<KnownSubject> subjects) {
    Predicate<String> inFrame = FrozenLists.inFrame(frame);
    return subjects.stream()
        .filter(s -> s.upcoming().isPresent() && inFrame.test(s.id()))
        .flatMap(s ->
            s.upcoming().map(next -> new Upcoming(s.id(), next.from(), next.status())).stream())
        .sorted(Comparator.comparing(Upcoming::subject))
        .toList();
  }

  /** For people who know the year of the draw: 自12月1日起停业. */
  String text(int year) {
    return "自%s起%s".formatted(day(from, year), RegisterWords.of(status));
  }

  /** 12月1日, or with its year where that is another one. */
  public static String day(LocalDate day, int year) {
    String ofYear = day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    return day.getYear() == year ? ofYear : day.getYear() + "年" + ofYear;
  }
}
