package cn.doublerandom.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
      String key = Said.text(said, "key");
      String name = Said.text(said, "name");
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
      String label = Said.text(said, "label");
      String look = Said.text(said, "look");
      return label.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Figure(
                  label,
                  Said.text(said, "number"),
                  Said.text(said, "of"),
                  LOOKS.contains(look) ? look : "quiet",
                  Said.place(said, part)));
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
      String what = Said.text(said, "what");
      return what.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Line(
                  what,
                  Said.text(said, "who"),
                  Said.text(said, "on"),
                  Said.text(said, "why"),
                  Said.place(said, part)));
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
              Said.all(said, "bureaus", MOST, Bureau::of),
              Said.all(said, "year", MOST, one -> Figure.of(one, part)),
              Said.all(said, "told", MOST, one -> Line.of(one, part)),
              Said.all(said, "own", MOST, one -> Line.of(one, part)),
              Said.all(said, "all", MOST, one -> Line.of(one, part)),
              ""));
    } catch (DecodeException | ClassCastException notReadable) {
      return Optional.empty();
    }
  }
}
