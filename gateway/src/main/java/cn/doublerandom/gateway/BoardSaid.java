package cn.doublerandom.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What one service shows on the board (看板), that it cannot say, or nothing, where it offers none.
 *
 * @param bureaus those somebody may act in, the one he acts in first
 * @param fault a sentence; empty where there is none
 * @param signedOut whether it does not know the token any more
 */
record BoardSaid(
    Part part,
    List<Glance.Bureau> bureaus,
    List<Placed> figures,
    List<Series> series,
    String fault,
    boolean signedOut) {
  private static final int MOST = 50;

  /** A figure and what it is about. */
  record Placed(String group, Glance.Figure figure) {
    private static Optional<Placed> of(JsonObject said, Part part) {
      return said.getValue("figure") instanceof JsonObject figure
          ? Glance.Figure.of(figure, part).map(one -> new Placed(Said.text(said, "group"), one))
          : Optional.empty();
    }
  }

  /**
   * Numbers one after the other.
   *
   * @param at address of that service; empty where there is none
   */
  record Series(String group, String title, List<Point> points, String at) {
    private static Optional<Series> of(JsonObject said, Part part) {
      String title = Said.text(said, "title");
      List<Point> points = Said.all(said, "points", MOST, Point::of);
      return title.isEmpty() || points.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Series(Said.text(said, "group"), title, points, Said.place(said, part)));
    }
  }

  /** One of them. */
  record Point(String label, long value) {
    private static Optional<Point> of(JsonObject said) {
      return said.getValue("value") instanceof Number value
          ? Optional.of(new Point(Said.text(said, "label"), value.longValue()))
          : Optional.empty();
    }
  }

  /** The question. */
  static final PartQuestion.About<BoardSaid> QUESTION =
      new PartQuestion.About<>() {
        @Override
        public List<PartQuestion.Form> forms() {
          return List.of(new PartQuestion.Form("/api/v1/board", "application/json"));
        }

        @Override
        public BoardSaid nothing(Part part) {
          return failed(part, "", false);
        }

        @Override
        public BoardSaid fault(Part part, String sentence) {
          return failed(part, sentence, false);
        }

        @Override
        public BoardSaid fault(Part part, PartFault why, String sentence) {
          return failed(part, sentence, why == PartFault.SIGNED_OUT);
        }

        @Override
        public Optional<BoardSaid> read(PartQuestion.Form form, Part part, Buffer body) {
          return BoardSaid.read(part, body);
        }

        @Override
        public PartQuestion.Called called() {
          return new PartQuestion.Called("看板", "what stands on the board");
        }
      };

  private static BoardSaid failed(Part part, String sentence, boolean signedOut) {
    return new BoardSaid(part, List.of(), List.of(), List.of(), sentence, signedOut);
  }

  private static Optional<BoardSaid> read(Part part, Buffer body) {
    try {
      var said = new JsonObject(body);
      return Optional.of(
          new BoardSaid(
              part,
              Said.all(said, "bureaus", MOST, Glance.Bureau::of),
              Said.all(said, "figures", MOST, one -> Placed.of(one, part)),
              Said.all(said, "series", MOST, one -> Series.of(one, part)),
              "",
              false));
    } catch (DecodeException | ClassCastException notReadable) {
      return Optional.empty();
    }
  }
}
