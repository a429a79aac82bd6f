package cn.doublerandom.bureau.time;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What 全国年节及纪念日放假办法 gives everybody: a notice of a year arranges the days around each of them. */
public enum StatutoryHoliday {
  NEW_YEAR("元旦", 1, 1),
  SPRING_FESTIVAL("春节", 0),
  QINGMING("清明节", 1),
  LABOUR_DAY("劳动节", 5, 1),
  DRAGON_BOAT("端午节", 2),
  MID_AUTUMN("中秋节", 3),
  NATIONAL_DAY("国庆节", 10, 1);

  /**
   * Days of the festivals of moon and sun from 2019 to 2056, computed by ICU's Chinese calendar
   * and, for Qingming, by the usual formula. Later years are left out: some new moons of theirs
   * fall so near midnight that calendars disagree.
   */
  private static final String DATA = "/calendar/festivals.csv";

  private static final Map<Integer, List<LocalDate>> FESTIVALS = read();

  private final String text;
  private final int month;
  private final int dayOfMonth;
  private final int column;

  StatutoryHoliday(String text, int month, int dayOfMonth) {
    this.text = text;
    this.month = month;
    this.dayOfMonth = dayOfMonth;
    this.column = -1;
  }

  StatutoryHoliday(String text, int column) {
    this.text = text;
    this.month = 0;
    this.dayOfMonth = 0;
    this.column = column;
  }

  private static Map<Integer, List<LocalDate>> read() {
    Map<Integer, List<LocalDate>> festivals = new HashMap<>();
    for (List<String> cells : ShippedTable.rows(DATA)) {
      festivals.put(
          Integer.valueOf(cells.getFirst()),
          cells.subList(1, cells.size()).stream().map(LocalDate::parse).toList());
    }
    return Map.copyOf(festivals);
  }

  public String text() {
    return text;
  }

  /** The day itself; empty where the calendar of that year is not known here. */
  public Optional<LocalDate> on(int year) {
    return column < 0
        ? Optional.of(LocalDate.of(year, month, dayOfMonth))
        : Optional.ofNullable(FESTIVALS.get(year)).map(days -> days.get(column));
  }
}
