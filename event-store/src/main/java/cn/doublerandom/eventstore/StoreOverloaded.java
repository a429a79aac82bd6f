package cn.doublerandom.eventstore;

/** The store takes nothing more for now; nothing of the command was stored. Try again later. */
public final class StoreOverloaded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreOverloaded(String why) {
    super(why, null, false, false);
  }
}
