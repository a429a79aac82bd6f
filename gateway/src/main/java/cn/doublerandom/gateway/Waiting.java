package cn.doublerandom.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one service says waits for somebody: a piece of a page of its own, or lines; that it cannot
 * say; or nothing at all, where it offers none.
 *
 * @param part the service in the words of the office
 * @param english the same in English
 * @param offered whether it has said something, be it that nothing waits
 * @param fragment HTML of that service; empty where there is none
 * @param total how many things wait; of a fragment nobody says
 * @param fault a sentence; empty where there is none
 */
public record Waiting(
    String part,
    String english,
    boolean offered,
    String fragment,
    List<Line> lines,
    long total,
    String fault) {
  /** Who has more opens the list of that service. */
  private static final int MOST_LINES = 50;

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /**
   * One thing that waits.
   *
   * @param due year-month-day; empty where no day is set
   * @param left how many working days there are until it, or since; empty where nobody says
   * @param at address of that service; empty where there is none
   */
  public record Line(String what, String due, String left, String at) {
    private static Optional<Line> of(Object item, Part part) {
      if (!(item instanceof JsonObject line)
          || !(line.getValue("what") instanceof String what)
          || what.isBlank()) {
        return Optional.empty();
      }
      String due =
          line.getValue("due") instanceof String day && DAY.matcher(day).matches() ? day : "";
      String at =
          line.getValue("at") instanceof String place && place.startsWith("/" + part.key() + "/")
              ? OwnAddress.of(place).orElse("")
              : "";
      String left = line.getValue("left") instanceof String said ? said : "";
      return Optional.of(new Line(what, due, left, at));
    }
  }

  /** What waits for somebody: a piece of a page first, lines where there is none. */
  static final PartQuestion.About<Waiting> QUESTION =
      new PartQuestion.About<>() {
        private static final PartQuestion.Form FRAGMENT =
            new PartQuestion.Form("/ui/waiting", "text/html");
        private static final PartQuestion.Form LINES =
            new PartQuestion.Form("/api/v1/waiting", "application/json");

        @Override
        public List<PartQuestion.Form> forms() {
          return List.of(FRAGMENT, LINES);
        }

        @Override
        public Waiting nothing(Part part) {
          return nothingOffered(part);
        }

        @Override
        public Waiting fault(Part part, String sentence) {
          return Waiting.fault(part, sentence);
        }

        @Override
        public Optional<Waiting> read(PartQuestion.Form form, Part part, Buffer body) {
          return form.equals(FRAGMENT)
              ? Optional.of(fragment(part, body.toString()))
              : lines(part, body);
        }

        @Override
        public PartQuestion.Called called() {
          return new PartQuestion.Called("待办", "what waits");
        }
      };

  static Waiting nothingOffered(Part part) {
    return new Waiting(part.chinese(), part.english(), false, "", List.of(), 0, "");
  }

  static Waiting fault(Part part, String fault) {
    return new Waiting(part.chinese(), part.english(), false, "", List.of(), 0, fault);
  }

  static Waiting fragment(Part part, String html) {
    return new Waiting(part.chinese(), part.english(), true, html, List.of(), 0, "");
  }

  /**
   * Of {@code {"items": [{"what": …, "due": …, "at": …}], "total": …}}; nobody's where it is of
   * another form.
   */
  static Optional<Waiting> lines(Part part, Buffer json) {
    try {
      var answer = new JsonObject(json);
      if (!(answer.getValue("items") instanceof JsonArray items)) {
        return Optional.empty();
      }
      List<Line> lines = new ArrayList<>();
      for (Object item : items) {
        Optional<Line> line = Line.of(item, part);
        if (line.isEmpty()) {
          return Optional.empty();
        }
        lines.add(line.get());
      }
      long total = answer.getValue("total") instanceof Number said ? said.longValue() : 0;
      return Optional.of(
          new Waiting(
              part.chinese(),
              part.english(),
              true,
              "",
              lines.stream().limit(MOST_LINES).toList(),
              Math.max(total, lines.size()),
              ""));
    } catch (DecodeException | ClassCastException notReadable) {
      return Optional.empty();
    }
  }

  /** Whether there are more things than lines. */
  public boolean isCut() {
    return total > lines.size();
  }

  /** Whether the service offers it, or failed to. */
  boolean isShown() {
    return offered || !fault.isEmpty();
  }
}
