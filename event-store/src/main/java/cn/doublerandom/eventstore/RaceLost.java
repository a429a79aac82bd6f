package cn.doublerandom.eventstore;

/** Others changed the stream each time first; nothing of the command was stored. Try again. */
public final class RaceLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RaceLost(int attempts) {
    super("lost the race %d times".formatted(attempts), null, false, false);
  }
}
