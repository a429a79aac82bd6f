package cn.doublerandom.servicekit.border;

import cn.doublerandom.servicekit.problem.FieldRefused;
import cn.doublerandom.servicekit.text.DayText;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days and moments as the contract writes them, between the first and the last possible day. */
final class StrictDays {
  static final String IMPOSSIBLE = "impossible-day";
  static final String IMPOSSIBLE_TEXT = "日期应在 1900 年至 2199 年之间。";
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MOMENT =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");

  private StrictDays() {}

  static Optional<LocalDate> day(String text) {
    try {
      return DAY.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static boolean isPossible(LocalDate day) {
    return !day.isBefore(DayText.FIRST) && !day.isAfter(DayText.LAST);
  }

  private static Optional<Instant> moment(String text) {
    try {
      return MOMENT.matcher(text).matches() ? Optional.of(Instant.parse(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** 2023-03-15 and nothing else. */
  static final class Day extends StdScalarDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    Day() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
      }
      Optional<LocalDate> day = day(parser.getText());
      if (day.isEmpty()) {
        return (LocalDate)
            context.handleWeirdStringValue(LocalDate.class, parser.getText(), "not a day");
      } else if (!isPossible(day.get())) {
        throw new FieldRefused(parser, IMPOSSIBLE, IMPOSSIBLE_TEXT);
      }
      return day.get();
    }
  }

  /** 2023-03-15T09:00:00Z, or with an offset. */
  static final class Moment extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    Moment() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (Instant) context.handleUnexpectedToken(Instant.class, parser);
      }
      Optional<Instant> moment = moment(parser.getText());
      if (moment.isEmpty()) {
        return (Instant)
            context.handleWeirdStringValue(Instant.class, parser.getText(), "not a moment");
      } else if (!isPossible(moment.get().atOffset(ZoneOffset.UTC).toLocalDate())) {
        throw new FieldRefused(parser, IMPOSSIBLE, IMPOSSIBLE_TEXT);
      }
      return moment.get();
    }
  }
}
