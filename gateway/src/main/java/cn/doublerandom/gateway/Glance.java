package cn.doublerandom.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What one service says of the year (本年一览) and of what was done last (最近办理); that it cannot say; or
 * nothing, where it offers none.
 *
 * @param bureaus those somebody may act in, by key and name, the one he acts in first
 * @param told of what he asked for, what was not agreed to
 * @param own what he did himself
 * @param all what the bureau did
 * @param fault a sentence; empty where there is none
 */
public record Glance(
    List<Bureau> bureaus,
    List<Figure> year,
    List<Line> told,
    List<Line> own,
    List<Line> all,
    String fault) {
  private static final int MOST = 20;
  private static final Set<String> LOOKS = Set.of("ok", "warn", "bad", "quiet");

  /** A bureau by its name. */
  public record Bureau(String key, String name) {
    static Optional<Bureau> of(JsonObject said) {
      String key = text(said, "key");
      String name = text(said, "name");
      return key.isEmpty() || name.isEmpty()
          ? Optional.empty()
          : Optional.of(new Bureau(key, name));
    }
  }

  /**
   * A figure.
   *
   * @param look ok, warn, bad or quiet
   * @param at address of that service
   */
  public record Figure(String label, String number, String of, String look, String at) {
    static Optional<Figure> of(JsonObject said, Part part) {
      String label = text(said, "label");
      String look = text(said, "look");
      return label.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Figure(
                  label,
                  text(said, "number"),
                  text(said, "of"),
                  LOOKS.contains(look) ? look : "quiet",
                  place(said, part)));
    }

    /** The same, leading elsewhere. */
    Figure at(String place) {
      return new Figure(label, number, of, look, place);
    }
  }

  /**
   * A thing that was done.
   *
   * @param by who did it: his name with the account, as far as the service knows it
   * @param on year-month-day
   * @param why empty where no reason was given
   * @param at address of that service; empty where there is none
   */
  public record Line(String what, String by, String on, String why, String at) {
    private static Optional<Line> of(JsonObject said, Part part) {
      String what = text(said, "what");
      return what.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Line(
                  what, text(said, "who"), text(said, "on"), text(said, "why"), place(said, part)));
    }
  }

  /** The question. */
  static final PartQuestion.About<Glance> QUESTION =
      new PartQuestion.About<>() {
        @Override
        public List<PartQuestion.Form> forms() {
          return List.of(new PartQuestion.Form("/api/v1/glance", "application/json"));
        }

        @Override
        public Glance nothing(Part part) {
          return failed("");
        }

        @Override
        public Glance fault(Part part, String sentence) {
          return failed(sentence);
        }

        @Override
        public Optional<Glance> read(PartQuestion.Form form, Part part, Buffer body) {
          return Glance.read(part, body);
        }

        @Override
        public PartQuestion.Called called() {
          return new PartQuestion.Called("本年一览和最近办理", "how the year stands");
        }
      };

  private static Glance failed(String sentence) {
    return new Glance(List.of(), List.of(), List.of(), List.of(), List.of(), sentence);
  }

  private static Optional<Glance> read(Part part, Buffer body) {
    try {
      var said = new JsonObject(body);
      return Optional.of(
          new Glance(
              all(said, "bureaus", Bureau::of),
              all(said, "year", one -> Figure.of(one, part)),
              all(said, "told", one -> Line.of(one, part)),
              all(said, "own", one -> Line.of(one, part)),
              all(said, "all", one -> Line.of(one, part)),
              ""));
    } catch (DecodeException | ClassCastException notReadable) {
      return Optional.empty();
    }
  }

  private static <T> List<T> all(
      JsonObject said, String name, Function<JsonObject, Optional<T>> reads) {
    List<T> all = new ArrayList<>();
    if (said.getValue(name) instanceof JsonArray items) {
      for (Object item : items) {
        if (item instanceof JsonObject one && all.size() < MOST) {
          reads.apply(one).ifPresent(all::add);
        }
      }
    }
    return List.copyOf(all);
  }

  private static String text(JsonObject said, String name) {
    return said.getValue(name) instanceof String text ? text : "";
  }

  /** Where something said leads, as far as that service may say so. */
  static String place(JsonObject said, Part part) {
    String place = text(said, "at");
    return place.startsWith("/" + part.key() + "/") ? OwnAddress.of(place).orElse("") : "";
  }
}
