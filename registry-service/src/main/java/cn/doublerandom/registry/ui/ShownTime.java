package cn.doublerandom.registry.ui;

import cn.doublerandom.servicekit.time.BusinessClock;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** A moment as it is written in tables: 2023-03-15 10:32. */
@TemplateExtension
public final class ShownTime {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessClock.SHANGHAI);

  private ShownTime() {}

  static String minute(Instant moment) {
    return MINUTE.format(moment);
  }
}
