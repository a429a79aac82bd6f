package cn.doublerandom.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * One browser that listens to the board. Who does not read is left out, and after a few times let
 * go: what is not read would lie here. His browser comes back by itself and is told how it stands.
 */
final class BoardListener {
  /** Times somebody is left out before he is let go. */
  static final int MOST_LEFT_OUT = 3;

  /** What may lie here unread: two boards. */
  private static final int UNREAD_BYTES = 32 * 1024;

  /** Browsers of a gateway that was away do not all come back in one moment. */
  private static final int RETRY_MILLIS = 2_000;

  private static final int SPREAD_MILLIS = 3_000;

  private final DeskDoor.Guest guest;
  private final DeskReader reader;
  private final HttpServerResponse response;
  private final Consumer<BoardListener> onLeave;
  private final Watch life;
  private String told;
  private long written;
  private int leftOut;
  private boolean over;

  /**
   * @param told edition he has already; empty where none
   * @param onLeave told once, however it ends
   */
  BoardListener(
      Vertx vertx,
      DeskDoor.Guest guest,
      DeskReader reader,
      String told,
      Consumer<BoardListener> onLeave) {
    this.guest = guest;
    this.reader = reader;
    this.response = guest.asked().request().response();
    this.told = told;
    this.onLeave = onLeave;
    this.life = new Watch(vertx);
  }

  DeskDoor.Guest guest() {
    return guest;
  }

  boolean isOver() {
    return over;
  }

  DeskReader reader() {
    return reader;
  }

  String account() {
    return guest.session().account();
  }

  /**
   * Whether he is there to be told anything.
   *
   * @param longest after which he comes anew, and shows anew who he is
   * @param number of this listener, by which they are spread
   */
  boolean begin(Duration longest, long number) {
    response.setWriteQueueMaxSize(UNREAD_BYTES);
    if (!guest.asked().stream("text/event-stream; charset=utf-8")) {
      return false;
    }
    response.closeHandler(gone -> leave(false));
    response.exceptionHandler(gone -> leave(false));
    life.expect(longest, this::end);
    write(Buffer.buffer("retry: " + (RETRY_MILLIS + number * 37 % SPREAD_MILLIS) + "\n\n"));
    return !over;
  }

  /**
   * Tells him how it stands, where he does not know it yet, and that he still hears something.
   *
   * @param state the event with the edition
   * @param beat the event that says when it was looked at last
   */
  void tell(String edition, Buffer state, Buffer beat) {
    if (over) {
      return;
    }
    if (response.writeQueueFull()) {
      leftOut++;
      if (leftOut >= MOST_LEFT_OUT) {
        letGo();
      }
      return;
    }
    leftOut = 0;
    if (!told.equals(edition)) {
      told = edition;
      write(state);
    }
    write(beat);
  }

  /** As if it had ended by itself: his browser comes back with the edition it saw last. */
  void end() {
    if (!over) {
      write(Buffer.buffer("event: end\ndata: \n\n"));
      response.end();
      leave(true);
    }
  }

  /** Nothing more can be said to who does not read. */
  private void letGo() {
    leave(false);
    if (!response.reset()) {
      guest.asked().request().connection().close();
    }
  }

  private void write(Buffer piece) {
    written += piece.length();
    response.write(piece).onFailure(gone -> leave(false));
  }

  private void leave(boolean whole) {
    if (!over) {
      over = true;
      life.stop();
      guest.asked().streamed(written, whole);
      onLeave.accept(this);
    }
  }
}
