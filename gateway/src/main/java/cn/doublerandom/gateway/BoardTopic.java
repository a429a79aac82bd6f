package cn.doublerandom.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The board of one bureau in one language. However many listen, the services are asked by one of
 * them, the one who came last, and all are told; a board that is the same is written once for all
 * who may open the same pages. Used on one event loop only.
 */
final class BoardTopic {
  private static final int EDITION_DIGITS = 16;

  /** No timer has this number. */
  private static final long NONE = -1;

  private final Vertx vertx;
  private final DeskDoor door;
  private final Duration every;
  private final Function<BoardSheet, String> page;
  private final Runnable onEmpty;
  private final boolean english;
  private final SequencedSet<BoardListener> listeners = new LinkedHashSet<>();
  private final Map<List<String>, Buffer> written = new HashMap<>();
  private List<BoardSaid> latest = List.of();
  private String edition = "";
  private boolean asking;
  private long timer = NONE;

  /**
   * @param page the board in words, in the language of the topic
   * @param onEmpty nobody listens any more
   */
  BoardTopic(
      Vertx vertx,
      DeskDoor door,
      Duration every,
      boolean english,
      Function<BoardSheet, String> page,
      Runnable onEmpty) {
    this.vertx = vertx;
    this.door = door;
    this.every = every;
    this.english = english;
    this.page = page;
    this.onEmpty = onEmpty;
  }

  void join(BoardListener listener) {
    if (listeners.isEmpty()) {
      timer = vertx.setPeriodic(every.toMillis(), tick -> ask());
    }
    listeners.add(listener);
    if (edition.isEmpty()) {
      ask();
    } else {
      tell(listener);
    }
  }

  void leave(BoardListener listener) {
    listeners.remove(listener);
    if (listeners.isEmpty()) {
      vertx.cancelTimer(timer);
      onEmpty.run();
    }
  }

  private void ask() {
    if (asking || listeners.isEmpty()) {
      return;
    }
    asking = true;
    BoardListener by = listeners.getLast();
    door.token(by.guest())
        .flatMap(token -> all(door, by.guest(), token))
        .onComplete(answer -> {
          asking = false;
          if (answer.failed() || isSignedOut(answer.result())) {
            by.end();
            ask();
          } else {
            heard(answer.result());
          }
        });
  }

  /** What all services show, asked at once, each with its own time. */
  static Future<List<BoardSaid>> all(DeskDoor door, DeskDoor.Guest guest, String token) {
    List<Future<BoardSaid>> said = new ArrayList<>();
    for (Part part : Part.values()) {
      said.add(door.askAgain(BoardSaid.QUESTION, part, guest, token));
    }
    return Future.all(said).map(answers -> said.stream().map(Future::result).toList());
  }

  /** Those that answered no more: of a service that is away nobody knows whom it would refuse. */
  private static boolean isSignedOut(List<BoardSaid> all) {
    return all.stream().anyMatch(BoardSaid::signedOut);
  }

  private void heard(List<BoardSaid> all) {
    String now = edition(all);
    if (!now.equals(edition)) {
      edition = now;
      latest = all;
      written.clear();
    }
    List.copyOf(listeners).forEach(this::tell);
  }

  private void tell(BoardListener listener) {
    listener.tell(edition, state(listener.reader()), beat());
  }

  private Buffer beat() {
    return Buffer.buffer("event: beat\ndata: " + edition + " " + Boards.clock() + "\n\n");
  }

  private Buffer state(DeskReader reader) {
    return written.computeIfAbsent(
        reader.person().groups(),
        groups ->
            Buffer.buffer(
                "id: "
                    + edition
                    + "\nevent: state\n"
                    + page.apply(BoardSheet.of(latest, reader::opens, english))
                        .lines()
                        .map(line -> "data: " + line + "\n")
                        .collect(Collectors.joining())
                    + "\n"));
  }

  /** By what it says and nothing else, so that whoever has it knows it again. */
  static String edition(List<BoardSaid> all) {
    String text =
        all.stream()
            .map(said -> "%s %s %s".formatted(said.figures(), said.series(), said.fault()))
            .collect(Collectors.joining("\n"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, EDITION_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
