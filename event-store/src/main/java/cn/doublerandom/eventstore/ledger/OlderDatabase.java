package cn.doublerandom.eventstore.ledger;

/** The database lacks what it is known to have told or sealed. */
public final class OlderDatabase extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final long known;

  /**
   * A finding.
   *
   * @param known the highest seq that is known outside
   */
  OlderDatabase(String why, long known) {
    super(why);
    this.known = known;
  }

  /** The highest seq that is known outside. */
  public long known() {
    return known;
  }
}
