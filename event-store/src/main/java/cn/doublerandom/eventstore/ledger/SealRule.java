package cn.doublerandom.eventstore.ledger;

/**
 * From when on a service's own records are known by their seals (ADR 0025).
 *
 * <p>A service seals from its first link on. One that has told records of lanes and linked none is
 * from before the rule: every numbered record on its topics is taken for its own. One that has told
 * nothing yet has nothing of its own there, whatever its ledger holds.
 */
public final class SealRule {
  /** One row with one boolean, {@code sealed}. */
  public static final String SQL =
      """
      SELECT EXISTS (SELECT FROM link)
        OR NOT EXISTS (SELECT FROM announcement WHERE topic !~ '^%s$') AS sealed
      """
          .formatted(TopicMaking.STATE.pattern());

  private SealRule() {}
}
